import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import { instant } from '#domain/time/instant.ts';
import { dossierId, type Station } from '#test/support/dossiers.ts';
import { aDesk } from '#test/support/sms-desks.ts';

const night = instant(Date.UTC(2026, 10, 23, 16));
const morning = instant(Date.UTC(2026, 10, 24, 0));

/** Every event up to a station comes at 23:00; the keys are those of the ledger. */
const aNight = async (station: Station) => {
  const desk = await aDesk({ station, now: night });
  const history = await desk.ledger.history(dossierId);
  for (const event of history.flatMap((link) => publishedEvent(link) ?? [])) await desk.send(event);
  return desk;
};

const templates = (calls: readonly { readonly content?: { readonly template: string } }[]) =>
  calls.map(({ content }) => content?.template);

describe('between 22:00 and 07:00', () => {
  it('a message waits for the morning, and goes once', async () => {
    const { release, calls, setTo, sms } = await aNight('accepted');
    expect(await release()).toBe(0);
    setTo(morning);
    expect(await release()).toBe(1);
    expect(await release()).toBe(0);
    expect(calls).toHaveLength(1);
    expect(await sms.find(`${dossierId}-4-accepted`)).toMatchObject({ state: 'sent' });
  });

  it('of a result that was ready and then dispatched only the last is told, and the acceptance', async () => {
    const { release, calls, setTo, sms } = await aNight('dispatched');
    setTo(morning);
    await release();
    expect(templates(calls)).toEqual(['accepted', 'dispatched']);
    expect(await sms.find(`${dossierId}-10-result-r`)).toMatchObject({
      state: 'suppressed',
      why: 'overtaken',
    });
  });

  it('what was overtaken stays untold however often the morning comes', async () => {
    const { release, calls, setTo } = await aNight('returned');
    setTo(morning);
    await release();
    await release();
    expect(templates(calls)).toEqual(['accepted', 'delivered']);
  });

  it('by day every station is told as it comes', async () => {
    const desk = await aDesk({ station: 'dispatched' });
    const history = await desk.ledger.history(dossierId);
    for (const event of history.flatMap((link) => publishedEvent(link) ?? []))
      await desk.send(event);
    expect(templates(desk.calls)).toEqual(['accepted', 'result-ready', 'dispatched']);
  });
});
