import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import { days, hours, minutes } from '#domain/time/instant.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { aDesk } from '#test/support/sms-desks.ts';

const outcome = fc.constantFrom(
  { outcome: 'sent', gatewayId: 'g' } as const,
  { outcome: 'refused', why: 'no' } as const,
  { outcome: 'unknown', why: 'no-answer' } as const,
  'crash' as const,
);

/** What may happen around a message: it comes again, twice at once, or somebody looks for silence. */
const happening = fc.constantFrom('again', 'twice', 'look', 'wait');

describe('whatever gateways, queues and functions do', () => {
  it('no reference is sent twice, and SMS follows Zalo only on a refusal (invariant 8)', async () => {
    await fc.assert(
      fc.asyncProperty(
        outcome,
        outcome,
        fc.array(happening, { maxLength: 12 }),
        async (byZalo, bySms, happenings) => {
          const desk = await aDesk({ zalo: [byZalo], outcomes: [bySms] });
          const accepted = (await desk.ledger.history(dossierId)).at(3);
          const event = (accepted && publishedEvent(accepted)) as PublishedEvent;
          const deliver = () => desk.send(event).catch(() => undefined);
          const acts = {
            again: deliver,
            twice: () => Promise.all([deliver(), deliver()]),
            look: () => desk.listUnreached(),
            wait: async () => desk.advance(minutes(10)),
          };
          for (const act of ['again', ...happenings] as const) await acts[act]();
          expect(desk.zaloCalls).toHaveLength(1);
          const isRefused = byZalo !== 'crash' && byZalo.outcome === 'refused';
          expect(desk.calls).toHaveLength(isRefused ? 1 : 0);
        },
      ),
    );
  });

  it('every message ends sent or with a person who calls (invariant 9)', async () => {
    await fc.assert(
      fc.asyncProperty(outcome, outcome, fc.nat(3), async (byZalo, bySms, repeats) => {
        const desk = await aDesk({ zalo: [byZalo], outcomes: [bySms] });
        const accepted = (await desk.ledger.history(dossierId)).at(3);
        const event = (accepted && publishedEvent(accepted)) as PublishedEvent;
        for (let n = 0; n <= repeats; n++) await desk.send(event).catch(() => undefined);
        desk.advance(hours(73));
        await desk.listUnreached();
        desk.advance(days(9));
        await desk.listUnreached();
        // Nobody has confirmed anything, so there is exactly one call to make.
        const { items } = await desk.sms.calls('bd-vi-thanh', { limit: 9 });
        expect(items).toHaveLength(1);
        expect(items[0]?.state).not.toBe('sending');
      }),
    );
  });
});
