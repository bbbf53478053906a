import * as z from 'zod';
import type { Holder } from '#domain/custody/holding.ts';
import { copyKinds, type Paper, resultPaper } from '#domain/custody/paper.ts';
import {
  type CountedLine,
  type CountedOrder,
  type Party,
  type Pouch,
  type PouchLine,
  pouchState,
  type Signatory,
} from '#domain/handover/pouch.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import { PaperShape, papers } from '#edge/views/papers.ts';
import type { Whereabouts } from '#functions/handover/application/move-papers.ts';
import type { Catalogue } from '#ports/catalogue.ts';

const Signature = z.object({ staff: z.string(), name: z.string(), at: shape.isoTime });
const End = z.object({ kind: z.enum(['office', 'agency']), id: z.string(), name: z.string() });
/** `name` as the dossier's procedure has it; absent on lines of before it was noted. */
const NamedPaper = PaperShape.extend({ name: z.string().optional() });

export const PouchView = z.object({
  pouchId: shape.ulid,
  version: z.int(),
  state: z.string(),
  from: End,
  to: End,
  sealNumber: z.string().optional(),
  countBy: shape.isoTime.optional(),
  lines: z.array(
    z.object({
      dossierId: shape.ulid,
      number: z.string(),
      papers: z.array(NamedPaper),
      counted: z
        .object({
          verdict: z.string(),
          isTaken: z.boolean(),
          found: z.array(PaperShape),
          extra: z.array(PaperShape),
          remark: z.string().optional(),
        })
        .optional(),
    }),
  ),
  /** Results of return orders, which were filed elsewhere. */
  orders: z.array(
    z.object({
      returnOrderId: shape.ulid,
      number: z.string(),
      papers: z.array(z.object({ name: z.string(), copyKind: z.enum(copyKinds), count: z.int() })),
      counted: z
        .object({ verdict: z.string(), isTaken: z.boolean(), remark: z.string().optional() })
        .optional(),
    }),
  ),
  /** Numbers of the remittances whose money goes along. */
  remittances: z.array(z.string()),
  isSealIntact: z.boolean().optional(),
  strays: z.array(z.string()),
  countNo: z.int().optional(),
  signatures: z.object({
    opened: Signature,
    sealed: Signature.optional(),
    taken: Signature.optional(),
    counted: Signature.optional(),
    giver: Signature.optional(),
    /** Why a colleague signed for the courier. */
    giverAbsence: z.string().optional(),
    receiver: Signature.optional(),
  }),
});

export const WhereaboutsView = z.object({
  dossierId: shape.ulid,
  papers: z.array(
    PaperShape.extend({
      holder: z.object({ kind: z.string(), id: z.string().optional() }),
      /** The pouch that they are packed in, and whether it is under way. */
      pouch: z.object({ pouchId: shape.ulid, state: z.string() }).optional(),
    }),
  ),
  owed: z.array(PaperShape),
  stillOwed: z.array(PaperShape),
  /** Thu hồi giấy tờ: what the citizen is to give back, or still is after the result. */
  oldPapersDue: z.array(PaperShape),
});

const signature = ({ staff, name, at }: Signatory) => ({ staff, name, at: isoVietnam(at) });
const countedView = ({ verdict, isTaken, found, extra, remark }: CountedLine) => ({
  verdict,
  isTaken,
  found: papers(found),
  extra: papers(extra),
  ...(remark !== undefined && { remark }),
});
const countedOrderView = ({ verdict, isTaken, remark }: CountedOrder) => ({
  verdict,
  isTaken,
  ...(remark !== undefined && { remark }),
});

const endView = (catalogue: Catalogue, { kind, id }: Party) => ({
  kind,
  id,
  name: (kind === 'office' ? catalogue.office(id) : catalogue.agency(id))?.name ?? id,
});

const namedPapers = (catalogue: Catalogue, { papers: listed, procedure: of }: PouchLine) => {
  const procedure = of && catalogue.procedureVersion(of.code, of.version);
  const nameOf = ({ id }: Pick<Paper, 'id'>) =>
    id === resultPaper.id
      ? procedure?.result.name
      : procedure?.components.find((component) => component.id === id)?.name;
  return papers(listed).map((paper) => {
    const name = nameOf(paper);
    return { ...paper, ...(name !== undefined && { name }) };
  });
};

export const pouchView =
  (catalogue: Catalogue) =>
  (pouch: Pouch): z.output<typeof PouchView> => {
    const { id, version, from, to, sealNumber, countBy, count } = pouch;
    const counted = new Map(count?.lines.map((line) => [line.dossierId, line]));
    return {
      pouchId: id,
      version,
      state: pouchState(pouch),
      from: endView(catalogue, from),
      to: endView(catalogue, to),
      ...(sealNumber !== undefined && { sealNumber }),
      ...(countBy !== undefined && { countBy: isoVietnam(countBy) }),
      lines: pouch.lines.map((line) => {
        const result = counted.get(line.dossierId);
        return {
          dossierId: line.dossierId,
          number: line.number,
          papers: namedPapers(catalogue, line),
          ...(result && { counted: countedView(result) }),
        };
      }),
      orders: ordersOf(pouch),
      remittances: [...(pouch.remittances ?? [])],
      ...(count && { isSealIntact: count.isSealIntact, countNo: count.no }),
      strays: [...(count?.strays ?? [])],
      signatures: signaturesOf(pouch),
    };
  };

const ordersOf = ({ orders = [], count }: Pouch) => {
  const counted = new Map(count?.orders?.map((line) => [line.returnOrderId, line]));
  return orders.map(({ returnOrderId, number, papers: listed }) => {
    const result = counted.get(returnOrderId);
    return {
      returnOrderId,
      number,
      papers: [...listed],
      ...(result && { counted: countedOrderView(result) }),
    };
  });
};

const signaturesOf = ({ opened, sealed, taken, count, giver, giverAbsence, receiver }: Pouch) => ({
  opened: signature(opened),
  ...(sealed && { sealed: signature(sealed) }),
  ...(taken && { taken: signature(taken) }),
  ...(count && { counted: signature(count.by) }),
  ...(giver && { giver: signature(giver) }),
  ...(giverAbsence !== undefined && { giverAbsence }),
  ...(receiver && { receiver: signature(receiver) }),
});

const holderView = (holder: Holder) =>
  'id' in holder ? { kind: holder.kind, id: holder.id } : { kind: holder.kind };

export const whereaboutsView = ({
  dossier,
  pouch,
  owed,
  stillOwed,
  oldPapersDue,
}: Whereabouts): z.output<typeof WhereaboutsView> => ({
  dossierId: dossier.id,
  papers: dossier.custody.map(({ holder, ...paper }) => ({
    ...paper,
    holder: holderView(holder),
    ...(isPackedBy(pouch, holder) && {
      pouch: { pouchId: pouch.id, state: pouchState(pouch) },
    }),
  })),
  owed: papers(owed),
  stillOwed: papers(stillOwed),
  oldPapersDue: papers(oldPapersDue),
});

const isPackedBy = (pouch: Pouch | undefined, holder: Holder): pouch is Pouch =>
  pouch !== undefined && 'id' in holder && holder.id === pouch.from.id;
