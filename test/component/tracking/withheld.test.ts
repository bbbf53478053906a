import { describe, expect, it } from 'vitest';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeReadHistory } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { linkText } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { days, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeProveHistory } from '#functions/tracking/application/prove-history.ts';
import { dossierId, monday9, officer } from '#test/support/dossiers.ts';
import { aSession, aTrackingDesk } from '#test/support/tracking.ts';
import { clerk, courier, leaderOf } from '#test/support/use-cases/staff.ts';
import { writing } from '#test/support/worlds.ts';
import { verify } from '../../../tools/verify-history.mjs';

const secret = 'Chủ hồ sơ từng khai gian';
const consulted: readonly DossierFact[] = [
  {
    type: 'assignment-planned',
    leaseNo: 1,
    id: 1,
    purpose: 'consultation',
    agency: 'ct-xd',
    lead: 'ct-nnmt',
    task: `Cho ý kiến: ${secret}`,
    limit: { unit: 'working-days', amount: 2, startPolicy: 'next-day' },
  },
  { type: 'assignment-opened', id: 1, agency: 'ct-xd', calendarVersions: [] },
  {
    type: 'assignment-answered',
    id: 1,
    agency: 'ct-xd',
    leaseNo: 1,
    outcome: 'disagreed',
    opinion: secret,
    answeredAt: monday9,
    answeredBy: 'khanh',
  },
  { type: 'warning-recorded', text: 'Nên kèm bản vẽ' },
];

const aDesk = async () => {
  const desk = await aTrackingDesk('acknowledged');
  await writing(desk, consulted);
  const read = makeReadHistory(desk, { sha256, hmac: textSealing.hmac });
  const historyOf = async (actor: Staff) => {
    const found = await read({ actor, dossierId });
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  return { desk, historyOf };
};

describe('what other agencies think of the case', () => {
  it('is in the history for the agency that asked', async () => {
    const { historyOf } = await aDesk();
    for (const actor of [officer, leaderOf('ct-nnmt')]) {
      const { events } = await historyOf(actor);
      expect(JSON.stringify(events).split(secret)).toHaveLength(3);
      expect(events.flatMap(({ withheld }) => withheld)).toEqual([]);
    }
  });

  it('is in it for nobody of the post, who are told what was left out', async () => {
    const { historyOf } = await aDesk();
    for (const [actor, ofWarning] of [
      [clerk, []],
      [courier, ['text']],
    ] as const) {
      const { events, brokenAt } = await historyOf(actor);
      expect(JSON.stringify(events)).not.toContain(secret);
      expect(JSON.stringify(events)).not.toContain('disagreed');
      expect(brokenAt).toBeUndefined();
      expect(events.slice(-4).map(({ withheld }) => withheld)).toEqual([
        ['task'],
        [],
        ['opinion', 'outcome'],
        ofWarning,
      ]);
    }
  });

  it('is bound into the citizen’s proof by its hash alone, and the proof holds', async () => {
    const { desk } = await aDesk();
    desk.setTo(plus(desk.clock.now(), days(1)));
    await desk.anchorDays();
    const { token } = await aSession(desk);
    const proven = await desk.proveHistory(token);
    const anchor = await desk.readAnchor('2026-11-23' as VietnamDay);
    if (!proven.ok || !anchor.ok) throw new Error('no proof');
    const text = JSON.stringify(proven.value);
    expect(text).not.toContain(secret);
    expect(text).not.toContain('disagreed');
    expect(text).toContain('Nên kèm bản vẽ');
    const told = verify(JSON.parse(text), anchor.value);
    expect(told).toMatchObject({ isBroken: false, isProven: true });
    expect(told.findings.map(({ en }) => en).join()).toContain('only their place is proven: 10');
    // The task is sealed; what was said to the citizen comes with what opens its seal.
    expect(text).toContain('"task":{"hmacSha256"');
    const otherwise = JSON.parse(text.replace('Nên kèm bản vẽ', 'Không cần gì thêm'));
    expect(verify(otherwise, anchor.value).isBroken).toBe(true);
    // A withheld link can be neither put in, nor filled, nor dropped.
    const forged = JSON.parse(text);
    const [last] = forged.events.splice(9, 1);
    expect(verify(forged, anchor.value).isBroken).toBe(true);
    forged.events.splice(9, 0, { ...last, hash: 'f'.repeat(64) });
    expect(verify(forged, anchor.value).isBroken).toBe(true);
    forged.events.splice(9, 1, { ...last, fact: { type: 'withdrawal-granted' } });
    expect(verify(forged, anchor.value).isBroken).toBe(true);
  });

  it('is withheld as a whole where it was written into the chain itself, as facts once were', async () => {
    const { desk } = await aDesk();
    const kept = await desk.ledger.kept(dossierId);
    const last = kept.at(-1)?.written;
    if (!last) throw new Error('no event');
    const { task } = Object(consulted[0]);
    const fact = { ...consulted[0], schema: 1, type: 'assignment-planned' };
    const draft = { ...last, version: last.version + 1, fact, prevHash: last.hash };
    const old = { ...draft, hash: desk.sha256(linkText(draft, last.hash)) };
    const ledger = {
      ...desk.ledger,
      kept: async () => [...kept, { written: old, texts: [] }],
    };
    const { token } = await aSession(desk);
    const proven = await makeProveHistory({ ...desk, ledger })(token);
    if (!proven.ok) throw new Error(proven.refusal.code);
    expect(JSON.stringify(proven.value)).not.toContain(task);
    expect(proven.value.events.at(-1)).toMatchObject({ version: old.version, withheld: true });
    const { isBroken } = verify(JSON.parse(JSON.stringify(proven.value)), undefined);
    expect(isBroken).toBe(false);
  });
});
