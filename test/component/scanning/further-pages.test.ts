import { beforeAll, describe, expect, it } from 'vitest';
import { type Instant, type Milliseconds, minutes, plus } from '#domain/time/instant.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import { scanning } from '#functions/scanning/plan.ts';
import type { ScanInspector } from '#functions/scanning/ports/scan-inspector.ts';
import { remarksIn } from '#local/play/scanner.ts';
import type { Clock } from '#ports/clock.ts';
import { blankSheet, pdfOfJpegs } from '#test/support/batches.ts';
import { aCounter } from '#test/support/counters.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { jpegPage } from '#test/support/papers.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';

/** Looks at one page a message. */
const hasty = makeScanInspector(engines, {
  bytes: 20_000_000,
  pages: 10,
  pixels: 60_000_000,
  memory: 512_000_000,
  milliseconds: -1,
  recalling: 60_000,
});

let pdf: Buffer;
beforeAll(async () => {
  const page = await jpegPage(1);
  pdf = await pdfOfJpegs([page, await blankSheet(), page]);
}, 60_000);

const clockAt = (now: Instant): Clock => ({ now: () => now, pauseUpTo: async () => undefined });

const awaiting = async (inspector: ScanInspector, now = monday9) => {
  const counter = await aCounter(['ban-ve']);
  const scanId = await counter.announced(pdf, { component: 'ban-ve' });
  const deps = { ...counter.verifying, inspector, clock: clockAt(now) };
  const ask = { dossierId, scanId };
  return {
    counter,
    scanId,
    deps,
    verify: (change = {}) => makeVerifyScan({ ...deps, ...change })(ask),
  };
};

describe('a file with more pages than a message has time for', () => {
  it('is gone through by the messages that follow, with the findings of one that is not', async () => {
    const { counter, scanId, verify } = await awaiting(hasty);
    expect(await verify()).toEqual({ ok: true, value: 'unfinished' });
    expect((await counter.line(scanId)).state).toBe('quarantined');
    expect(await counter.lookedAt(scanId)).toEqual({ looked: 1, of: 3 });
    expect(await verify()).toEqual({ ok: true, value: 'unfinished' });
    expect(counter.goingOn).toEqual([`${dossierId}/${scanId}`, `${dossierId}/${scanId}`]);
    expect(await verify()).toEqual({ ok: true, value: 'verified' });
    const line = await counter.line(scanId);
    expect([line.pages, remarksIn(line)]).toEqual([3, ['blank-page:2', 'duplicate-page:3']]);
    expect(counter.previews.kept.size).toBe(6);
    expect(counter.progress.begun.size).toBe(0);
    expect(await verify()).toEqual({ ok: true, value: 'settled-before' });
  });

  it('leaves no picture where it is refused for a later page', async () => {
    const refusing: ScanInspector = {
      ...hasty,
      inspect: async (bytes, type, keep, from) =>
        from ? { ok: false, refusal: 'too-complex' } : hasty.inspect(bytes, type, keep),
    };
    const { counter, scanId, verify } = await awaiting(refusing);
    await verify();
    expect(counter.previews.kept.size).toBe(2);
    expect(await verify()).toEqual({ ok: true, value: 'rejected' });
    expect(remarksIn(await counter.line(scanId))).toEqual(['too-complex']);
    expect(counter.previews.kept.size).toBe(0);
  });
});

describe('a file at which a worker dies', () => {
  /** Killed: nothing after it runs, and no answer comes. */
  const killed: ScanInspector = { ...hasty, inspect: () => new Promise(() => undefined) };

  /** Of a message that was given out, as the queue is made: then it is given out once more. */
  const visibility = (6 * scanning.functions['verify-scan'].timeout) as Milliseconds;

  it('is refused by the next message, after three minutes, which does not look at it', async () => {
    const { counter, scanId, deps, verify } = await awaiting(killed);
    void verify();
    await expect.poll(() => counter.progress.begun.size).toBe(1);
    expect(visibility).toBeLessThanOrEqual(minutes(3));
    const later = { clock: clockAt(plus(monday9, visibility)) };
    expect(await makeVerifyScan({ ...deps, ...later })({ dossierId, scanId })).toEqual({
      ok: true,
      value: 'rejected',
    });
    expect(remarksIn(await counter.line(scanId))).toEqual(['too-complex']);
  });

  it('is left to a message that still works on it', async () => {
    const { counter, scanId, verify } = await awaiting(killed);
    void verify();
    await expect.poll(() => counter.progress.begun.size).toBe(1);
    expect(await verify()).toEqual({ ok: true, value: 'looked-at-elsewhere' });
    expect((await counter.line(scanId)).state).toBe('quarantined');
  });

  it('is looked at again where the worker could still say what went wrong', async () => {
    const failing = { ...hasty, inspect: async () => Promise.reject(new Error('a defect')) };
    const { scanId, verify } = await awaiting(failing);
    await expect(verify()).rejects.toThrow('a defect');
    const whole = makeScanInspector(engines);
    expect(await verify({ inspector: whole })).toEqual({ ok: true, value: 'verified' });
    expect(scanId).toBeDefined();
  });
});
