import { describe, expect, it } from 'vitest';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeReadDossier, makeReadHistory } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { firstBrokenLink } from '#domain/dossier/chain.ts';
import { makeAnswerAssignment } from '#functions/departments/application/answer-assignment.ts';
import { makeJointWork } from '#functions/departments/application/joint-work.ts';
import { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import {
  makeListAssignments,
  makeReadAssignment,
} from '#functions/departments/application/read-assignments.ts';
import { makeWorkDossier } from '#functions/departments/application/work-dossier.ts';
import { makeMemoryInspectionProgress } from '#functions/scanning/adapters/memory/inspection-progress.ts';
import { makeDescribeScan } from '#functions/scanning/application/open-scan.ts';
import { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';
import { anApplicant, aProcedure, officer, paperScan, resultScan } from '#test/support/dossiers.ts';
import { makeCalendars, provinceCatalogue } from '#test/support/province.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const officerOf = (agency: string): Staff => ({
  kind: 'staff',
  id: `officer-${agency}`,
  role: 'officer',
  agency,
});
const limit: TimeRule = { unit: 'working-days', amount: 3, startPolicy: 'next-day' };
const leg = (agency: string) => ({ agency, task: 'Cho ý kiến', limit });
const ticket = { url: 'https://x', method: 'PUT', headers: {}, expiresAt: 0 };

/** The dossier of Hoa's department, ready to decide, and everything that other agencies do with it. */
const aDesk = async () => {
  const world = await aWorldAt('result-ready');
  const ids = makeUlids();
  const catalogue = { ...provinceCatalogue, procedureVersion: () => aProcedure };
  const deps = { ...world, ids, catalogue, calendars: makeCalendars(world) };
  const lead = { actor: officer, idempotency: undefined, dossierId: world.dossierId, leaseNo: 1 };
  const own = (agency: string, assignment: number) => ({
    actor: officerOf(agency),
    idempotency: undefined,
    dossierId: world.dossierId,
    assignment,
  });
  const vault = { ticket: async () => ticket } as unknown as Parameters<
    typeof makeRequestScan
  >[0]['vault'];
  const jobs = makeAnswerAssignment(deps);
  return {
    ...world,
    lead,
    own,
    joint: makeJointWork(deps),
    work: makeWorkDossier(deps),
    pull: makePullDossiers(deps),
    list: makeListAssignments(deps),
    show: makeReadAssignment(deps),
    open: makeReadDossier(deps),
    history: makeReadHistory(deps, { sha256, hmac: textSealing.hmac }),
    describe: makeDescribeScan({ ...deps, progress: makeMemoryInspectionProgress() }),
    scan: makeRequestScan({ ...deps, vault }),
    take: (agency: string, assignment: number) =>
      jobs.take({ ...own(agency, assignment), leaseSeconds: 600 }),
    answer: (agency: string, assignment: number, outcome: 'agreed' | 'disagreed' | 'returned') =>
      jobs.answer({
        ...own(agency, assignment),
        leaseNo: 1,
        opinion: { outcome, opinion: 'Đã xem' },
      }),
  };
};

const plan = (mode: 'parallel' | 'sequential', ...agencies: string[]) => ({
  mode,
  legs: agencies.map(leg),
});
const inboxes = async (index: DossierIndex, box: 'open' | 'closed') =>
  Promise.all(
    ['ct-xd', 'ct-ct', 'ct-tp'].map(async (agency) =>
      (await index.assigned(agency, box, { limit: 10 })).items.map(({ assignment }) => assignment),
    ),
  );

describe('a task of joint work', () => {
  it('lies in its own agency’s inbox and nowhere else, once, until it is answered', async () => {
    const desk = await aDesk();
    await desk.joint.planLegs({ ...desk.lead, plan: plan('parallel', 'ct-xd', 'ct-ct') });
    expect(await inboxes(desk.index, 'open')).toEqual([[1], [2], []]);
    await desk.take('ct-xd', 1);
    expect(await desk.answer('ct-xd', 1, 'agreed')).toMatchObject({ value: { state: 'answered' } });
    expect(await inboxes(desk.index, 'open')).toEqual([[], [2], []]);
    expect(await inboxes(desk.index, 'closed')).toEqual([[1], [], []]);
  });

  it('leaves the inbox when the dossier is decided without it', async () => {
    const desk = await aDesk();
    await desk.joint.consult({ ...desk.lead, asked: leg('ct-xd') });
    const asked = { outcome: 'approved', resultScan } as const;
    const refused = await desk.work.decide({ ...desk.lead, asked });
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'consultations-open', assignments: [1] },
    });
    const confirmed = { ...asked, confirmsOpenConsultations: true };
    expect((await desk.work.decide({ ...desk.lead, asked: confirmed })).ok).toBe(true);
    expect(await inboxes(desk.index, 'open')).toEqual([[], [], []]);
    expect((await desk.index.assigned('ct-xd', 'closed', { limit: 1 })).items).toMatchObject([
      { state: 'lapsed' },
    ]);
    const history = await desk.ledger.history(desk.dossierId);
    expect(
      firstBrokenLink(
        (await desk.ledger.kept(desk.dossierId)).map(({ written }) => written),
        sha256,
      ),
    ).toBeUndefined();
    expect(history.at(-1)?.fact).not.toHaveProperty('confirmsOpenConsultations');
  });

  it('comes page by page, the most urgent first', async () => {
    const desk = await aDesk();
    const slow = { ...leg('ct-xd'), limit: { ...limit, amount: 9 } };
    await desk.joint.consult({ ...desk.lead, asked: slow });
    await desk.joint.consult({ ...desk.lead, asked: leg('ct-xd') });
    const first = await desk.index.assigned('ct-xd', 'open', { limit: 1 });
    const after = first.next ?? '';
    const second = await desk.index.assigned('ct-xd', 'open', { limit: 1, after });
    expect([first, second].map(({ items }) => items[0]?.assignment)).toEqual([2, 1]);
  });

  it.each([
    ['nobody', 'agency-unknown'],
    ['hg-ttr', 'agency-unknown'],
    ['ct-nnmt', 'agency-is-lead'],
    ['hg-tnmt', 'agency-is-lead'],
  ])('is not given to %s (%s)', async (agency, code) => {
    const desk = await aDesk();
    const answer = await desk.joint.consult({ ...desk.lead, asked: leg(agency) });
    expect(answer).toMatchObject({ refusal: { code } });
  });

  it('of an agency that has ended goes to its successor, of `commune` to the office’s commune', async () => {
    const desk = await aDesk();
    const planned = await desk.joint.planLegs({
      ...desk.lead,
      plan: plan('parallel', 'hg-xd', 'commune'),
    });
    expect(planned).toMatchObject({
      value: { assignments: [{ agency: 'ct-xd' }, { agency: 'ct-p-vi-thanh' }] },
    });
  });

  it('needs a plan where the procedure has none', async () => {
    const desk = await aDesk();
    const unplanned = await desk.joint.planLegs({ ...desk.lead, plan: undefined });
    expect(unplanned).toMatchObject({ refusal: { code: 'legs-unknown' } });
  });
});

describe('the control sheet', () => {
  it('names agency by agency; only departments read the answers with it', async () => {
    const desk = await aDesk();
    await desk.joint.planLegs({ ...desk.lead, plan: plan('parallel', 'ct-xd') });
    const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
    const rows = async (actor: Staff) => {
      const all = await desk.list({ actor, dossierId: desk.dossierId });
      return all.ok ? [all.value.control.length, all.value.assignments.length] : [];
    };
    expect(await rows(officer)).toEqual([2, 1]);
    expect(await rows(clerk)).toEqual([2, 0]);
  });
});

describe('an asked agency', () => {
  it('reads the case without phone and personal number', async () => {
    const desk = await aDesk();
    await desk.joint.consult({ ...desk.lead, asked: leg('ct-xd') });
    const shown = await desk.show(desk.own('ct-xd', 1));
    expect(shown).toMatchObject({
      ok: true,
      value: { applicant: { name: anApplicant.name, address: anApplicant.address } },
    });
    const text = JSON.stringify(shown);
    expect(text).not.toContain(anApplicant.phone);
    expect(text).not.toContain(anApplicant.personalNumber);
    expect(JSON.stringify(shown.ok && shown.value.scans)).not.toContain(resultScan);
  });

  it('sees papers only: no result, no history, no full dossier, no list of the others', async () => {
    const desk = await aDesk();
    await desk.joint.consult({ ...desk.lead, asked: leg('ct-xd') });
    const own = desk.own('ct-xd', 1);
    expect((await desk.describe({ ...own, scanId: paperScan })).ok).toBe(true);
    expect(await desk.describe({ ...own, scanId: resultScan })).toMatchObject({
      refusal: { code: 'scan-unknown' },
    });
    for (const look of [desk.open, desk.history, desk.list])
      expect(await look(own)).toEqual({ ok: false, refusal: { code: 'dossier-unknown' } });
  });

  it('sees its own task only, and a stranger none', async () => {
    const desk = await aDesk();
    await desk.joint.planLegs({ ...desk.lead, plan: plan('parallel', 'ct-xd', 'ct-ct') });
    expect(await desk.show(desk.own('ct-xd', 2))).toMatchObject({
      refusal: { code: 'assignment-unknown' },
    });
    expect(await desk.show(desk.own('ct-tp', 1))).toMatchObject({
      refusal: { code: 'dossier-unknown' },
    });
    expect(await desk.take('ct-tp', 1)).toMatchObject({ refusal: { code: 'dossier-unknown' } });
  });

  it('neither pulls the dossier nor works on it, whatever lease it names', async () => {
    const desk = await aDesk();
    await desk.joint.consult({ ...desk.lead, asked: leg('ct-xd') });
    const unknown = { ok: false, refusal: { code: 'dossier-unknown' } };
    const actor = officerOf('ct-xd');
    const pulled = { actor, idempotency: undefined, max: 1, leaseSeconds: 600, agency: 'ct-xd' };
    expect(await desk.pull({ ...pulled, dossierIds: [desk.dossierId] })).toEqual(unknown);
    const posing = { ...desk.lead, actor };
    const asked = { outcome: 'approved', resultScan } as const;
    expect(await desk.work.decide({ ...posing, asked })).toEqual(unknown);
    expect(await desk.work.release(posing)).toEqual(unknown);
    expect(await desk.joint.consult({ ...posing, asked: leg('ct-ct') })).toEqual(unknown);
    const recalled = { ...posing, assignment: 1, reason: 'x' };
    expect(await desk.joint.recall(recalled)).toEqual(unknown);
  });

  it('scans its opinion for its own open task, never a result', async () => {
    const desk = await aDesk();
    await desk.joint.planLegs({ ...desk.lead, plan: plan('parallel', 'ct-xd', 'ct-ct') });
    const file = { mediaType: 'application/pdf', bytes: 9, sha256: 'd'.repeat(64) } as const;
    const scan = async (agency: string, assignment: number) => {
      const asked = await desk.scan({ ...desk.own(agency, assignment), ...file });
      return asked.ok ? 'ok' : asked.refusal.code;
    };
    expect(await scan('ct-xd', 1)).toBe('ok');
    const stored = await desk.ledger.load(desk.dossierId);
    expect(stored?.dossier.scans.at(-1)).toMatchObject({ purpose: 'opinion', assignment: 1 });
    expect(await scan('ct-xd', 2)).toBe('assignment-of-another');
    expect(await scan('ct-tp', 1)).toBe('dossier-unknown');
    const { assignment: _, ...asResult } = desk.own('ct-xd', 1);
    expect(await desk.scan({ ...asResult, ...file })).toMatchObject({
      refusal: { code: 'dossier-unknown' },
    });
  });
});

describe('a dossier whose papers lie at another agency', () => {
  it('is not pulled by that agency', async () => {
    const desk = await aDesk();
    const stored = await desk.ledger.load(desk.dossierId);
    if (!stored) throw new Error('the world is empty');
    const holder = { kind: 'agency', id: 'ct-tp' } as const;
    const custody = stored.dossier.custody.map((holding) => ({ ...holding, holder }));
    const ledger = {
      ...desk.ledger,
      load: async () => ({ ...stored, dossier: { ...stored.dossier, custody } }),
    };
    const pull = makePullDossiers({ ...desk, ledger });
    const asked = { actor: officerOf('ct-tp'), idempotency: undefined, max: 1, leaseSeconds: 600 };
    const dossierIds = [desk.dossierId];
    desk.advance(3_600_000 as Parameters<typeof desk.advance>[0]);
    expect(await pull({ ...asked, agency: 'ct-tp', dossierIds })).toEqual({
      ok: false,
      refusal: { code: 'act-not-permitted', act: 'lease-dossier' },
    });
  });
});
