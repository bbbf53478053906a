import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import { handing } from '#domain/dossier/handing.ts';
import { record } from '#domain/dossier/record.ts';
import { declareLost, takeInParcel, voidParcel } from '#domain/dossier/steps/end-parcel.ts';
import { dispatchParcel, pickUpParcel } from '#domain/dossier/steps/give-back-papers.ts';
import {
  countPapers,
  giveBackPapers,
  packable,
  packPapers,
  recoverPapers,
  takeBackPapers,
} from '#domain/dossier/steps/handover.ts';
import { recoverResult, reissueResult } from '#domain/dossier/steps/lost-result.ts';
import { concludeDelivery } from '#domain/dossier/steps/return-result.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { takeOldPapers } from '#domain/dossier/steps/take-old-papers.ts';
import type { Party, Pouch, PouchLine } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done } from '#domain/refusal.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import { aDossier, aProcedure, dossierId, monday9, resultScan } from './dossiers.ts';
import { comesIn, handed, kindOf, same, type World } from './sheets.ts';

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const courier = { kind: 'courier', id: 'bd-vi-thanh' } as const;
const citizen = { kind: 'citizen' } as const;
const system = { kind: 'system', id: 'test' } as const;

const deed: Paper = { id: 'giay-chung-nhan', copyKind: 'original', count: 1 };
const old: Paper = { id: 'giay-cu', copyKind: 'original', count: 1 };
const brought: Paper = { id: 'ban-ve', copyKind: 'original', count: 1 };

/** What the citizen hands in comes back with the result, and an old paper is taken for it. */
const procedure: Procedure = {
  ...aProcedure,
  components: [
    { ...deed, name: 'Giấy chứng nhận', required: true, isGivenBack: true },
    { ...brought, name: 'Bản vẽ', required: false, isGivenBack: true },
    { ...old, name: 'Giấy cũ', required: false },
  ],
  result: { name: 'Kết quả', takesOldPapersBack: true, oldPapers: [old.id] },
};

export interface Walk {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  readonly world: World;
  readonly pouch?: { readonly line: PouchLine; readonly from: Party; readonly to: Party };
  /** Sheets in the last parcel. */
  parcel: readonly string[];
  /** The number of the next parcel. */
  made: number;
}

/** The facts that were decided, written; nothing where it was refused. */
const writing = (walk: Walk, decision: Decision): Walk | undefined => {
  if (!decision.ok || decision.value.length === 0) return undefined;
  const by = { actor: system, now: monday9 };
  const { after, events } = record(walk.dossier, dossierId, decision.value, by);
  return {
    ...walk,
    dossier: after,
    events: [...walk.events, ...events],
    world: new Map(walk.world),
  };
};

const factOf = <T extends DossierFact['type']>({ events }: Walk, type: T) =>
  events.findLast(({ fact }) => fact.type === type)?.fact as
    | Extract<DossierFact, { type: T }>
    | undefined;

export type Act = (walk: Walk, chance: number) => Walk;

/** No sheet moves. */
const nothing = (): void => undefined;

/** An act, and what really happens where it is done. */
const act =
  (decide: (walk: Walk, chance: number) => Decision, happens: (after: Walk) => void): Act =>
  (walk, chance) => {
    const after = writing(walk, decide(walk, chance));
    if (after) happens(after);
    return after ?? walk;
  };

/** Whoever carries the last parcel. */
const parcelOf = ({ dossier }: Walk) => ({ kind: 'carrier', id: lastOf(dossier) }) as const;

const shipmentOf = ({ made }: Walk) =>
  `01KAPXJ5V0ZK9Q4T8N6W2C7${String(made).padStart(3, '0')}` as ShipmentId;
const lastOf = ({ delivery }: Dossier): ShipmentId =>
  delivery?.shipment ?? ('01KAPXJ5V0ZK9Q4T8N6W2C7D3J' as ShipmentId);
const pouchId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3P' as PouchId;

const packs =
  (from: Party, to: Party): Act =>
  (walk) => {
    const line = packable(walk.dossier, procedure, from, to);
    if (!line.ok) return walk;
    const after = writing(walk, done(packPapers(pouchId)));
    return after ? { ...after, pouch: { line: { dossierId, ...line.value }, from, to } } : walk;
  };

/** Counted at the other end: all of it, or less, or more; taken, or back with the courier. */
const counts: Act = (walk, chance) => {
  const { pouch } = walk;
  if (!pouch) return walk;
  const { line, from, to } = pouch;
  const found = chance % 3 === 0 ? line.papers.slice(1) : line.papers;
  const extra = chance % 5 === 0 ? [{ id: 'la', copyKind: 'original', count: 1 } as const] : [];
  const isTaken = chance % 7 !== 0;
  const counted = { dossierId, verdict: 'complete', isTaken, found, extra } as const;
  const signed = { staff: 'a', name: 'a', at: monday9 };
  const whole = { id: pouchId, from, to, giver: signed, receiver: signed } as Pouch;
  const after = writing(walk, countPapers(walk.dossier, whole, line, counted));
  if (!after) throw new Error('a signed count cannot be written');
  const there = isTaken ? to : courier;
  handed(after.world, found, [from], there);
  comesIn(after.world, extra, there);
  const lost = line.papers.filter((paper) => !found.includes(paper));
  handed(after.world, lost, [from], { kind: 'missing', id: pouchId });
  const { pouch: _, ...rest } = after;
  return rest;
};

const ends: readonly DossierFact['type'][] = [
  'result-delivered',
  'result-returned-to-agency',
  'papers-delivered',
  'papers-came-back',
];

/** What a carrier tells is what happened only while the sheets lie where its parcel left them. */
const hears = (outcome: 'delivered' | 'returned-to-agency'): Act =>
  act(
    ({ dossier }, chance) => {
      const takeBack = [{ paper: old.id, outcome: 'taken', count: 1 } as const];
      const news: ParcelOutcome =
        outcome === 'delivered'
          ? { outcome, at: monday9, ...(chance % 2 === 0 && { takeBack }) }
          : { outcome, at: monday9 };
      return concludeDelivery(dossier, lastOf(dossier), news, { oldPapers: [old], by: 'carrier' });
    },
    (after) => {
      const to = outcome === 'delivered' ? citizen : parcelOf(after);
      // What is told later of old papers alone moves nothing else: the citizen may have handed it in again.
      const isEnd = after.events.slice(-2).some(({ fact }) => ends.includes(fact.type));
      if (isEnd) for (const sheet of after.parcel) after.world.set(sheet, to);
      const report = after.events.at(-1)?.fact;
      if (report?.type === 'old-papers-reported')
        comesIn(after.world, report.taken, parcelOf(after));
    },
  );

/** Everything that is done with papers, by whom and with what really happens to them. */
export const acts: Readonly<Record<string, Act>> = {
  'the agency decides': act(
    ({ dossier, world }) =>
      [...world.keys()].some((sheet) => kindOf(sheet) === resultPaper.id) ||
      dossier.status !== 'in-progress'
        ? done([])
        : handing(dossier, [
            {
              type: 'dossier-decided',
              leaseNo: 1,
              agency: agency.id,
              outcome: 'approved',
              resultScan,
              decidedAt: monday9,
              decidedBy: 'hoa',
            },
          ]),
    ({ world }) => comesIn(world, [resultPaper], agency),
  ),
  'the agency stops it': act(
    ({ dossier }) =>
      dossier.status === 'in-progress'
        ? done([
            {
              type: 'dossier-stopped',
              agency: agency.id,
              why: 'department',
              reason: 'x',
              stoppedBy: 'hoa',
            },
          ])
        : done([]),
    nothing,
  ),
  'it goes on, and a paper is asked for': act(
    ({ dossier }) =>
      dossier.status === 'stopped'
        ? done([
            { type: 'dossier-resumed', calendarVersions: [] },
            {
              type: 'supplement-requested',
              leaseNo: 1,
              agency: agency.id,
              items: [
                { ...deed, reason: 'x' },
                { ...brought, reason: 'y' },
              ],
              reason: 'x',
              requestedAt: monday9,
              requestedBy: 'hoa',
              answerBy: '2026-12-23' as never,
            },
          ])
        : done([]),
    nothing,
  ),
  'the citizen brings what was asked for': act(
    ({ dossier }) =>
      dossier.status === 'supplement-requested'
        ? handing(dossier, [
            {
              type: 'supplement-received',
              office: office.id,
              manifestHash: 'b'.repeat(64),
              calendarVersions: [],
            },
            { type: 'dossier-acknowledged', leaseNo: 1, manifestHash: 'b'.repeat(64) },
          ])
        : done([]),
    ({ world }) => {
      for (const paper of [deed, brought]) {
        const own = [...world].find(([name, at]) => kindOf(name) === paper.id && same(at, citizen));
        if (own) world.set(own[0], office);
        else comesIn(world, [paper], office);
      }
    },
  ),
  'packs for the agency': packs(office, agency),
  'packs for the office': packs(agency, office),
  'counts what came': counts,
  'the courier brings back': act(
    ({ dossier }) => takeBackPapers(dossier),
    (after) => {
      const papers = factOf(after, 'papers-taken-back')?.papers ?? [];
      handed(after.world, papers, [courier], office);
    },
  ),
  'two find the result that a pouch had lost': act(
    ({ dossier }, chance) =>
      recoverResult(dossier, {
        pouch: pouchId,
        at: chance % 2 === 0 ? office : agency,
        giver: 'lan',
      }),
    (after) => {
      const fact = factOf(after, 'papers-recovered');
      const lost = { kind: 'missing', id: pouchId } as const;
      if (fact) handed(after.world, fact.papers, [lost], fact.at);
    },
  ),
  'finds what was lost': act(
    ({ dossier }, chance) => {
      const missing = dossier.custody.filter(({ holder }) => holder.kind === 'missing');
      const { id, copyKind, count } = missing[chance % Math.max(1, missing.length)] ?? deed;
      return recoverPapers(dossier, [{ id, copyKind, count }], 'found');
    },
    (after) => {
      const papers = factOf(after, 'papers-recovered')?.papers ?? [];
      const lost = [...new Set(after.world.values())].filter(({ kind }) => kind === 'missing');
      handed(after.world, papers, lost, office);
    },
  ),
  'gives back over the counter': act(
    ({ dossier }) => giveBackPapers(dossier, procedure, 'f'.repeat(64)),
    (after) => {
      handed(after.world, factOf(after, 'papers-given-back')?.papers ?? [], [office], citizen);
    },
  ),
  'the office sends': act(
    (walk) =>
      dispatchParcel(walk.dossier, procedure, {
        shipment: shipmentOf(walk),
        carrier: 'vnpost',
        waybill: 'EE473124829VN',
      }),
    (after) => {
      const papers = after.dossier.delivery?.papers ?? [];
      const carrier = { kind: 'carrier', id: shipmentOf(after) } as const;
      // Whoever stands behind this counter can put nothing else into the parcel.
      after.parcel = handed(after.world, papers, [office], carrier);
      after.made += 1;
    },
  ),
  'hears of the delivery': hears('delivered'),
  'hears that it went back': hears('returned-to-agency'),
  'takes in what came back': act(
    ({ dossier }) => takeInParcel(dossier, lastOf(dossier)),
    ({ world, dossier }) => {
      const carried = [...world].filter(([, at]) =>
        same(at, { kind: 'carrier', id: lastOf(dossier) }),
      );
      for (const [sheet] of carried) world.set(sheet, office);
    },
  ),
  'the citizen comes to the counter': act(
    ({ dossier }, chance) =>
      pickUpParcel(
        dossier,
        procedure,
        {
          pickUp: dossierId as unknown as PickUpId,
          receiver: 'self',
          handedAt: monday9,
          proofSha256: 'e'.repeat(64),
        },
        {
          // Behind the counter after a closed door, never what has an end.
          isAtCounter: dossier.delivery?.deliveredAt === undefined && chance % 2 === 0,
          takeBack: [
            { paper: old.id, outcome: chance % 3 === 0 ? 'not-at-hand' : 'taken', count: 1 },
          ],
        },
      ),
    (after) => {
      const last = after.events.at(-1)?.fact.type === 'papers-picked-up';
      const fact = factOf(after, last ? 'papers-picked-up' : 'result-picked-up');
      const papers = fact?.papers?.flatMap((some) => some.papers) ?? [];
      const parcel = {
        kind: 'carrier',
        id: shipmentOf({ ...after, made: after.made - 1 }),
      } as const;
      handed(after.world, papers, [parcel, office], citizen);
      const report = after.events.at(-1)?.fact;
      if (report?.type === 'old-papers-reported') comesIn(after.world, report.taken, office);
    },
  ),
  'brings the old paper later': act(
    ({ dossier }) => takeOldPapers(dossier, [{ paper: old.id, outcome: 'taken', count: 1 }]),
    ({ world }) => comesIn(world, [old], office),
  ),
  'voids the label': act(
    ({ dossier, events }) => voidParcel(dossier, lastOf(dossier), 'wrong-address', events),
    ({ world, parcel }) => {
      for (const sheet of parcel) world.set(sheet, office);
    },
  ),
  'declares the parcel lost': act(
    ({ dossier }) => declareLost(dossier, lastOf(dossier), 'carrier'),
    ({ world, parcel, dossier }) => {
      const id = dossier.earlierDeliveries?.at(-1)?.shipment ?? '';
      for (const sheet of parcel) world.set(sheet, { kind: 'missing', id });
    },
  ),
  'the agency makes it anew': act(
    ({ dossier }) => reissueResult(dossier, agency.id),
    ({ world }) => {
      // The lost one counts no more.
      const lost = [...world].find(
        ([name, at]) => kindOf(name) === resultPaper.id && at.kind === 'missing',
      );
      if (lost) world.set(lost[0], agency);
    },
  ),
};

/** With the papers at the counter, or decided and everything at the agency. */
export const start = (station: 'acknowledged' | 'decided'): Walk => {
  const world: World = new Map();
  const holder = station === 'decided' ? agency : office;
  comesIn(world, [deed, ...(station === 'decided' ? [resultPaper] : [])], holder);
  const custody = [deed, ...(station === 'decided' ? [resultPaper] : [])];
  return {
    dossier: {
      ...aDossier(station),
      components: [deed],
      custody: custody.map((paper) => ({ ...paper, holder })),
    },
    events: [],
    world,
    parcel: [],
    made: 1,
  };
};
