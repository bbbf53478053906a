import { describe, expect, it } from 'vitest';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeHandler } from '#functions/oversight/anchor-day/handler.ts';
import type { DaysAnchored } from '#functions/oversight/application/anchor-days.ts';
import type {
  ChangedAccess,
  ChangedEvent,
  ChangedText,
} from '#functions/oversight/application/read-days-again.ts';
import { dossierId } from '#test/support/dossiers.ts';
import type { Log } from '#watch/logger.ts';
import type { Counted } from '#watch/metrics.ts';

const monday = '2026-11-23' as VietnamDay;
const inDays = (n: number) => plusDays(monday, n);

describe('the night’s work', () => {
  const run = async (
    found: Partial<DaysAnchored<ChangedEvent | ChangedText>>,
    ofReadings: Partial<DaysAnchored<ChangedAccess>> = {},
  ) => {
    const errors: unknown[] = [];
    const counts: [Counted, number | undefined][] = [];
    const log: Log = {
      info: () => undefined,
      warn: () => undefined,
      error: (...line) => void errors.push(line),
    };
    const clean = { anchored: [monday], changed: [], contents: [], halves: [] };
    const work = {
      events: async () => ({ ...clean, ...found }),
      readings: async () => ({ ...clean, ...ofReadings }),
    };
    const handler = makeHandler(work, log, (what, times) => void counts.push([what, times]));
    expect(await handler()).toEqual({ anchored: [monday] });
    return { errors, counts };
  };

  it('names each day that was changed, and rings the alarm', async () => {
    expect(await run({ changed: [monday, inDays(1)] })).toEqual({
      errors: [
        ['anchored-day-changed', { day: '2026-11-23' }],
        ['anchored-day-changed', { day: '2026-11-24' }],
      ],
      counts: [['AnchoredDayChanged', 2]],
    });
  });

  it('names each event that was changed, and rings the alarm', async () => {
    const event = { day: monday, dossierId, version: 3 };
    expect(await run({ contents: [event] })).toEqual({
      errors: [['recorded-event-changed', event]],
      counts: [['RecordedEventChanged', 1]],
    });
  });

  it('names each text that was changed, beside the events, and rings an alarm of its own', async () => {
    const event = { day: monday, dossierId, version: 3 };
    const text = { ...event, at: 'reason', why: 'gone' as const };
    expect(await run({ contents: [event, text] })).toEqual({
      errors: [
        ['recorded-event-changed', event],
        ['sealed-text-changed', text],
      ],
      counts: [
        ['RecordedEventChanged', 1],
        ['SealedTextChanged', 1],
      ],
    });
  });

  it('names each day that lost a half, and rings the alarm', async () => {
    expect(await run({ halves: [{ day: monday, lacks: 'leaves' }] })).toEqual({
      errors: [['anchored-day-halved', { day: '2026-11-23', why: 'leaves' }]],
      counts: [['AnchoredDayHalved', 1]],
    });
  });

  it('names each day of the access log that was changed, with no person in it', async () => {
    const ofReadings = {
      changed: [monday],
      contents: [{ day: monday, chains: 2 }],
      halves: [{ day: inDays(1), lacks: 'anchor' }] as const,
    };
    expect(await run({}, ofReadings)).toEqual({
      errors: [
        ['access-log-changed', { day: '2026-11-23', why: 'anchor' }],
        ['access-log-changed', { day: '2026-11-23', why: 'chain', count: 2 }],
        ['access-log-changed', { day: '2026-11-24', why: 'anchor' }],
      ],
      counts: [['AccessLogChanged', 3]],
    });
  });

  it('of one half is done where the other fails, and the run fails', async () => {
    const counts: Counted[] = [];
    const quiet = () => undefined;
    const fails = async () => {
      throw new Error('no bucket');
    };
    const readings = async () => ({
      anchored: [],
      changed: [monday],
      contents: [],
      halves: [],
    });
    const log: Log = { info: quiet, warn: quiet, error: quiet };
    const handler = makeHandler({ events: fails, readings }, log, (what) => void counts.push(what));
    await expect(handler()).rejects.toThrow('no bucket');
    expect(counts).toEqual(['AccessLogChanged']);
  });

  it('rings nothing when every day is what its anchor says', async () => {
    expect(await run({})).toEqual({ errors: [], counts: [] });
  });
});
