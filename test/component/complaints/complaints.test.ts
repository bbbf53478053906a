import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { days } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeAnswerComplaint } from '#functions/complaints/application/answer-complaint.ts';
import { makeLodgeComplaint } from '#functions/complaints/application/lodge-complaint.ts';
import { makeReadComplaints } from '#functions/complaints/application/read-complaints.ts';
import { makeWatchComplaints } from '#functions/complaints/application/watch-complaints.ts';
import { makeHandler } from '#functions/complaints/watch-complaints/handler.ts';
import { numberNoticeKind, numberWatchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import { anApplicant, dossierId, monday9 } from '#test/support/dossiers.ts';
import { got } from '#test/support/offline.ts';
import { makeCalendars } from '#test/support/province.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';
import type { Log } from '#watch/logger.ts';

const supervisor: Staff = { kind: 'staff', id: 'chi', role: 'supervisor' };
const stranger: Staff = { ...clerk, id: 'minh', office: 'bd-nga-bay' };
const idempotency = undefined;

const aDesk = async () => {
  const world = await aWorldAt('acknowledged');
  const deps = { ...world, ids: makeUlids(), calendars: makeCalendars(world) };
  const lodge = makeLodgeComplaint(deps);
  const told = { subject: 'delay', route: 'within-province', text: 'Chậm một tuần' } as const;
  return {
    ...world,
    lodge: (actor: Staff, key?: string) =>
      lodge({
        actor,
        dossierId,
        ...told,
        idempotency: key === undefined ? undefined : { scope: actor.id, key, requestHash: 'h' },
      }),
    answer: makeAnswerComplaint(deps),
    read: makeReadComplaints(deps),
    notices: async () => {
      const { items } = await world.index.listed(numberNoticeKind, 'waiting', { limit: 10 });
      return Promise.all(items.map((id) => world.ledger.record(numberNoticeKind, id)));
    },
  };
};
const answer = { outcome: 'upheld', text: 'Bưu điện xin lỗi và hoàn cước' } as const;

describe('a complaint about the postal service', () => {
  it('is taken down where the dossier is seen, once a key, and is nobody’s elsewhere', async () => {
    const desk = await aDesk();
    expect(await desk.lodge(stranger)).toEqual(refusal('dossier-unknown'));
    const first = got(await desk.lodge(clerk, 'k'));
    expect(got(await desk.lodge(clerk, 'k'))).toEqual(first);
    expect(await desk.read.one(stranger, first.id)).toEqual(refusal('complaint-unknown'));
    for (const actor of [clerk, supervisor])
      expect(got(await desk.read.one(actor, first.id))).toMatchObject({
        text: 'Chậm một tuần',
        dossierId,
        isLate: false,
      });
    expect(await desk.read.one(supervisor, dossierId as never)).toEqual(
      refusal('complaint-unknown'),
    );
  });

  it('stands in its office’s list and the supervisor’s until it is answered, and is late after its day', async () => {
    const desk = await aDesk();
    const { id } = got(await desk.lodge(clerk));
    const list = async (actor: Staff, state: 'open' | 'answered', office?: string) => {
      const found = await desk.read.list(actor, { state, office, limit: 10 });
      return found.ok
        ? found.value.items.map((each) => [each.id, each.isLate])
        : found.refusal.code;
    };
    expect(await list(clerk, 'open')).toEqual([[id, false]]);
    expect(await list(stranger, 'open')).toEqual([]);
    expect(await list(stranger, 'open', 'bd-vi-thanh')).toBe('office-unknown');
    expect(await list(supervisor, 'open')).toEqual([[id, false]]);
    expect(await list(supervisor, 'open', 'bd-vi-thanh')).toEqual([[id, false]]);
    desk.advance(days(10));
    expect(await list(clerk, 'open')).toEqual([[id, true]]);
    got(await desk.answer({ actor: supervisor, idempotency, complaintId: id, ...answer }));
    expect(await list(supervisor, 'open')).toEqual([]);
    expect(await list(clerk, 'answered')).toEqual([[id, true]]);
  });

  it('is answered once, and the dossier’s telephone is told', async () => {
    const desk = await aDesk();
    const { id } = got(await desk.lodge(clerk));
    const asked = { actor: supervisor, idempotency, complaintId: id, ...answer };
    expect(got(await desk.answer(asked)).answer).toMatchObject(answer);
    expect(await desk.answer(asked)).toEqual(refusal('complaint-answered'));
    expect(await desk.answer({ ...asked, complaintId: dossierId as never })).toEqual(
      refusal('complaint-unknown'),
    );
    expect(await desk.notices()).toMatchObject([
      { change: 'complaint-answered', dossierId, phone: anApplicant.phone },
    ]);
  });

  it('is told to each number that guards the dossier, the one of before too', async () => {
    const desk = await aDesk();
    const { id } = got(await desk.lodge(clerk));
    const watch = recordWrite(numberWatchKind, undefined, {
      id: dossierId,
      version: 1,
      day: '2026-11-23' as VietnamDay,
      count: 1,
      previous: { phone: '+84987654321', until: monday9 },
    });
    await desk.ledger.commit({ records: [watch] });
    got(await desk.answer({ actor: supervisor, idempotency, complaintId: id, ...answer }));
    const told = (await desk.notices()).map((notice) => notice?.phone);
    expect(told.sort()).toEqual(['+84987654321', anApplicant.phone].sort());
  });

  it('of somebody without a telephone is answered on paper alone', async () => {
    const desk = await aDesk();
    const { id } = got(await desk.lodge(clerk));
    const { ledger } = desk;
    const { phone: _, ...silent } = anApplicant;
    const load: typeof ledger.load = async (of) => {
      const stored = await ledger.load(of);
      return stored && { ...stored, applicant: silent };
    };
    const mute = makeAnswerComplaint({ ...desk, ledger: { ...ledger, load }, ids: makeUlids() });
    got(await mute({ actor: supervisor, idempotency, complaintId: id, ...answer }));
    expect(await desk.notices()).toEqual([]);
  });
});

describe('the bell', () => {
  it('rings for what is past its day, each morning until it is answered, and names no complaint', async () => {
    const desk = await aDesk();
    const { id } = got(await desk.lodge(clerk));
    const lines: unknown[] = [];
    const counted: unknown[] = [];
    const log = { warn: (...said: unknown[]) => void lines.push(said) } as unknown as Log;
    const ring = makeHandler(makeWatchComplaints(desk), log, (...said) => void counted.push(said));
    expect(await ring()).toEqual({ late: 0 });
    desk.advance(days(10));
    for (let n = 0; n < 2; n++) expect(await ring()).toEqual({ late: 1 });
    expect(counted).toEqual([
      ['ComplaintLate', 1],
      ['ComplaintLate', 1],
    ]);
    expect(lines[0]).toEqual(['complaints-late', { count: 1 }]);
    got(await desk.answer({ actor: supervisor, idempotency, complaintId: id, ...answer }));
    expect(await ring()).toEqual({ late: 0 });
  });
});
