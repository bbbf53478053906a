import type { Staff } from '#domain/actor/actor.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { CountedLine, Party, Pouch } from '#domain/handover/pouch.ts';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import { lostResultKind, pouchKind } from '#ports/kernel-records.ts';
import {
  type By,
  type Command,
  type Commands,
  counter,
  department,
  never,
  type Place,
  printing,
  reading,
  type Scene,
  work,
} from '../command.ts';
import {
  clerk,
  courier,
  officerOf,
  strangeClerk,
  strangeCourier,
  strangeOfficer,
} from '../staff.ts';

const staffAt = (party: Party | undefined): Staff =>
  party?.kind === 'agency' ? officerOf(party.id) : clerk;
const strangerTo = (party: 'from' | 'to') => ({
  who: (at: Place) => staffAt(at.newest(pouchKind)?.[party]),
  stranger: party === 'from' ? strangeClerk : strangeOfficer,
});
type Run = Command['run'];
const bySender = (run: Run): Command => ({ ...strangerTo('from'), run });
const byReceiver = (run: Run): Command => ({ ...strangerTo('to'), run });
const byCourier = (run: Run): Command => ({ who: () => courier, stranger: strangeCourier, run });

const wrap = ({ at }: Scene, by: By) => ({
  ...by,
  pouchId: at.idOf(pouchKind),
  dossierId: at.dossierId,
});

const counted = (
  pouch: Pouch | undefined,
  verdict: (papers: readonly Paper[]) => Omit<CountedLine, 'dossierId' | 'extra'>,
): readonly CountedLine[] =>
  (pouch?.lines ?? []).map(({ dossierId, papers }) => ({
    dossierId,
    extra: [],
    ...verdict(papers),
  }));

const oneLess = (paper: Paper): Paper => ({ ...paper, count: paper.count - 1 });

const counting = (verdict: Parameters<typeof counted>[1]) => (scene: Scene, by: By) => {
  const pouch = scene.at.newest(pouchKind);
  const { found: _, ...each } = verdict([]);
  const orders = (pouch?.orders ?? []).map(({ returnOrderId }) => ({ returnOrderId, ...each }));
  return scene.on.makeWorkPouch.count({
    ...wrap(scene, by),
    count: { isSealIntact: true, lines: counted(pouch, verdict), orders, strays: [] },
  });
};

const wrapOrder = ({ at }: Scene, by: By) => ({
  ...by,
  pouchId: at.idOf(pouchKind),
  returnOrderId: at.idOf(returnOrderKind),
});

const signing = (scene: Scene, by: By) =>
  scene.on.makeWorkPouch.sign({
    ...wrap(scene, by),
    countNo: scene.at.newest(pouchKind)?.count?.no ?? 1,
  });

const agencyOf = ({ dossier }: Place): string =>
  dossier?.department?.agency ?? dossier?.slip?.agency ?? 'ct-nnmt';

/** Of the two that the plain procedure takes back. */
export const oldPaper = (outcome: TakeBackLine['outcome'], paper = 'giay-cu'): TakeBackLine => ({
  paper,
  outcome,
  count: 1,
});

/** Slips, pouches and the papers in them. */
export const handoverCommands: Commands = {
  makeIssueSlip: counter(({ on, at }, by) => on.makeIssueSlip({ ...by, dossierId: at.dossierId })),
  'makeIssueSlip: to another agency': counter(({ on, at }, by) =>
    on.makeIssueSlip({ ...by, dossierId: at.dossierId, agency: 'ct-tp' }),
  ),
  'makeWorkPouch.open: to the agency': {
    who: () => clerk,
    run: ({ on, at }, by) =>
      on.makeWorkPouch.open({ ...by, to: { kind: 'agency', id: agencyOf(at) } }),
  },
  'makeWorkPouch.open: back to the office': {
    who: (at) => officerOf(agencyOf(at)),
    run: ({ on }, by) =>
      on.makeWorkPouch.open({ ...by, to: { kind: 'office', id: 'bd-vi-thanh' } }),
  },
  'makeWorkPouch.open: to itself': never({
    who: () => clerk,
    run: ({ on }, by) =>
      on.makeWorkPouch.open({ ...by, to: { kind: 'office', id: 'bd-vi-thanh' } }),
  }),
  'makePackPouch.pack': bySender((scene, by) => scene.on.makePackPouch.pack(wrap(scene, by))),
  'makePackPouch.unpack': bySender((scene, by) => scene.on.makePackPouch.unpack(wrap(scene, by))),
  'makePackOrder.pack': bySender((scene, by) => scene.on.makePackOrder.pack(wrapOrder(scene, by))),
  'makePackOrder.unpack': bySender((scene, by) =>
    scene.on.makePackOrder.unpack(wrapOrder(scene, by)),
  ),
  'makeWorkPouch.seal': bySender((scene, by) =>
    scene.on.makeWorkPouch.seal({ ...wrap(scene, by), sealNumber: 'NP1' }),
  ),
  'makeWorkPouch.take': byCourier((scene, by) =>
    scene.on.makeWorkPouch.take({ ...wrap(scene, by), sealNumber: 'NP1' }),
  ),
  'makeWorkPouch.take: another seal': never(
    byCourier((scene, by) =>
      scene.on.makeWorkPouch.take({ ...wrap(scene, by), sealNumber: 'NP2' }),
    ),
  ),
  'makeWorkPouch.count: complete': byReceiver(
    counting((papers) => ({ verdict: 'complete', isTaken: true, found: papers })),
  ),
  'makeWorkPouch.count: one missing': byReceiver(
    counting((papers) => ({ verdict: 'missing', isTaken: true, found: papers.map(oneLess) })),
  ),
  'makeWorkPouch.count: sent back': byReceiver(
    counting((papers) => ({
      verdict: 'wrong-department',
      isTaken: false,
      found: papers,
      remark: 'Sai cơ quan',
    })),
  ),
  'makeWorkPouch.count: nonsense': never(
    byReceiver(counting((papers) => ({ verdict: 'missing', isTaken: false, found: papers }))),
  ),
  'makeWorkPouch.sign: by the courier': byCourier(signing),
  'makeWorkPouch.sign: by the receiver': byReceiver(signing),
  makeSettlePouch: work(({ on, at }) => on.makeSettlePouch(at.idOf(pouchKind))),
  'makeMovePapers.recover': counter(({ on, at }, by) =>
    on.makeMovePapers.recover({
      ...by,
      dossierId: at.dossierId,
      papers: [{ id: 'don-de-nghi', copyKind: 'original', count: 1 }],
      how: 'found',
    }),
  ),
  'makeMovePapers.takeBack': counter(({ on, at }, by) =>
    on.makeMovePapers.takeBack({ ...by, dossierId: at.dossierId }),
  ),
  'makeMovePapers.giveBack': counter(({ on, at }, by) =>
    on.makeMovePapers.giveBack({
      ...by,
      dossierId: at.dossierId,
      receiver: 'self',
      shown: { name: 'Nguyễn Thị Ánh' },
      signatureSha256: 'f'.repeat(64),
    }),
  ),
  'makeMovePapers.giveBack: to somebody': never(
    counter(({ on, at }, by) =>
      on.makeMovePapers.giveBack({
        ...by,
        dossierId: at.dossierId,
        receiver: 'self',
        shown: { name: 'Trần Văn Khác' },
        signatureSha256: 'f'.repeat(64),
      }),
    ),
  ),
  'makeMovePapers.takeOld: one': counter(({ on, at }, by) =>
    on.makeMovePapers.takeOld({ ...by, dossierId: at.dossierId, takeBack: [oldPaper('taken')] }),
  ),
  'makeMovePapers.takeOld: one is lost': counter(({ on, at }, by) =>
    on.makeMovePapers.takeOld({
      ...by,
      dossierId: at.dossierId,
      takeBack: [oldPaper('lost-declared')],
    }),
  ),
  'makeMovePapers.takeOld: another': never(
    counter(({ on, at }, by) =>
      on.makeMovePapers.takeOld({
        ...by,
        dossierId: at.dossierId,
        takeBack: [oldPaper('taken', 'so-ho-khau')],
      }),
    ),
  ),
  'makeFindLostResult.found': {
    who: () => clerk,
    stranger: strangeClerk,
    run: ({ on, at }, by) =>
      on.makeFindLostResult.found({ ...by, lostId: at.idOf(lostResultKind), word: 'Sau tủ' }),
  },
  'makeFindLostResult.confirm': {
    who: () => courier,
    stranger: strangeCourier,
    run: ({ on, at }, by) =>
      on.makeFindLostResult.confirm({ ...by, lostId: at.idOf(lostResultKind) }),
  },
  'makeFindLostResult.confirm: by the finder': {
    who: () => clerk,
    stranger: strangeClerk,
    run: ({ on, at }, by) =>
      on.makeFindLostResult.confirm({ ...by, lostId: at.idOf(lostResultKind) }),
    never: true,
  },
  makeListLostResults: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListLostResults(actor, { limit: 10 }),
  }),
  makeListOldPapers: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListOldPapers(actor, { limit: 10 }),
  }),
  makeFindPapers: reading(
    department(({ on, at }, { actor }) => on.makeFindPapers(actor, at.dossierId)),
  ),
  'makePrintForms.ofPouch': printing(
    bySender(({ on, at }, { actor }) =>
      on.makePrintForms.ofPouch({ actor, print: 'bản-in-1', pouchId: at.idOf(pouchKind) }),
    ),
  ),
};
