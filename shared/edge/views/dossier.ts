import * as z from 'zod';
import type { DossierNames } from '#application/dossier-names.ts';
import type { History } from '#application/read-dossier.ts';
import { roles } from '#domain/actor/actor.ts';
import { channels } from '#domain/catalogue/channel.ts';
import { isProvisional } from '#domain/dossier/appointment.ts';
import { nationalStatus } from '#domain/dossier/case-status.ts';
import type { Circumstances } from '#domain/dossier/circumstances.ts';
import { correctedFields, correctionStates } from '#domain/dossier/correction.ts';
import type { Acceptance, DepartmentSide, Dossier, Supplement } from '#domain/dossier/dossier.ts';
import { isJudged } from '#domain/dossier/steps/scans.ts';
import { readRemark, readRemarks, type ScanRemark, scanCodes } from '#domain/scan/findings.ts';
import { remarkWords } from '#domain/scan/remark-words.ts';
import {
  abandonedBecause,
  isShown,
  legalKindOf,
  legalKinds,
  type Scan,
  type ShownScan,
} from '#domain/scan/scan.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';
import { ChosenDeliveryShape, chosenDeliveryView } from './chosen-delivery.ts';
import { ProposalShape, proposalView, StaffShape } from './desk.ts';
import { PaymentShape, paymentView } from './payment.ts';

/** What is said of a file or a page, and what to do about it. */
export const ScanRemarkShape = z.object({
  code: z.enum(scanCodes),
  page: z.int().optional(),
  /** A component, or counts. */
  about: z.string().optional(),
  vi: z.string(),
  en: z.string(),
  doVi: z.string(),
  doEn: z.string(),
});

/** What a dossier looks like from outside: times in ISO 8601 with Vietnam's offset. */
export const ScanLine = z.object({
  scanId: shape.ulid,
  purpose: z.enum(['papers', 'batch', 'result', 'opinion']),
  legalKind: z.enum(legalKinds),
  component: z.string().optional(),
  assignment: z.int().optional(),
  /** `multipart/mixed`: a batch in several files. */
  mediaType: z.string(),
  bytes: z.int(),
  sha256: shape.sha256Hex,
  state: z.enum(['quarantined', 'verified', 'rejected', 'abandoned']),
  pages: z.int().optional(),
  parts: z.array(z.object({ component: z.string(), from: z.int(), to: z.int() })).optional(),
  /** Why nobody waits for the file any more. */
  because: z.enum(abandonedBecause).optional(),
  /** What to look at, or why the file was refused: codes, each with its sentence and what to do. */
  remarks: z.array(ScanRemarkShape).optional(),
  /** Of a batch in several files: the page's file, and whether it was looked at already. */
  files: z
    .array(
      z.object({
        page: z.int(),
        mediaType: z.string(),
        bytes: z.int(),
        sha256: shape.sha256Hex,
        isJudged: z.boolean(),
      }),
    )
    .optional(),
});

export const DossierView = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  status: z.string(),
  nationalStatus: z.int(),
  office: z.string(),
  officeName: z.string().optional(),
  intakeMode: z.enum(['agent', 'onestop']),
  /** Phiếu gửi; nothing is filed by it yet. */
  slip: z.object({ number: z.string(), agency: z.string(), handoverBy: shape.isoTime }).optional(),
  /** Kênh thực hiện. */
  channel: z.enum(channels),
  /** Staff id of who helped to file online. For staff alone. */
  helpedBy: z.string().optional(),
  procedure: z.object({
    code: z.string(),
    version: z.string(),
    name: z.string().optional(),
    /** `leader`: lãnh đạo duyệt, what the officer decides is a proposal until then. */
    approval: z.literal('leader').optional(),
  }),
  components: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      copyKind: z.string(),
      count: z.int(),
    }),
  ),
  fees: z.object({ stateFeesVnd: z.int(), postageVnd: z.int() }),
  /** By which the law says who settles it, until when and for how much. */
  circumstances: z.object({
    commune: z.string().optional(),
    case: z.string().optional(),
    incident: z.string().optional(),
    agreement: z.string().optional(),
    /** Read in a public data base in place of the paper. */
    fromDataBase: z
      .array(
        z.object({
          component: z.string(),
          dataBase: z.string(),
          lookedUpBy: z.string(),
          lookedUpAt: shape.isoTime,
        }),
      )
      .optional(),
    ownSum: z.object({ computedVnd: z.int(), reason: z.string() }).optional(),
  }),
  registeredAt: shape.isoTime,
  /** Taken on a paper slip while the line was down, and entered later. */
  backEntry: z
    .object({
      number: z.string(),
      takenAt: shape.isoTime,
      enteredAt: shape.isoTime,
      wasComplete: z.boolean(),
    })
    .optional(),
  applicant: z.object({
    name: z.string(),
    personalNumber: z.string(),
    phone: z.string().optional(),
    address: z.string(),
    email: z.string().optional(),
    owner: z
      .object({
        kind: z.enum(['person', 'organisation']),
        name: z.string(),
        address: z.string(),
        number: z.string().optional(),
      })
      .optional(),
  }),
  scans: z.array(ScanLine),
  acceptance: z
    .object({
      code: z.string(),
      acceptedAt: shape.isoTime,
      /** `receipt`: the term begins with `receivedAt`, when the competent agency has it. */
      startsOn: z.enum(['counter', 'receipt']),
      receivedAt: shape.isoTime.optional(),
      dueAt: shape.isoTime.optional(),
      /** Counted into a year whose calendar is not decided: it may be announced again. */
      isProvisional: z.boolean(),
      transferBy: shape.isoTime,
      manifestHash: shape.sha256Hex,
    })
    .optional(),
  department: z
    .object({
      agency: z.string(),
      agencyName: z.string().optional(),
      inbox: z.string(),
      leaseNo: z.int(),
      leasedUntil: shape.isoTime.optional(),
      /** Who holds it, for the agency alone. */
      leasedBy: StaffShape.optional(),
      /** When whoever opened the files said so. */
      acknowledgedAt: shape.isoTime.optional(),
    })
    .optional(),
  supplements: z.array(
    z.object({
      items: z.array(
        z.object({ id: z.string(), copyKind: z.string(), count: z.int(), reason: z.string() }),
      ),
      reason: z.string(),
      requestedAt: shape.isoTime,
      answerBy: z.string(),
      /** Asked too late: the day until which it should have been. */
      askBy: z.string().optional(),
      receivedAt: shape.isoTime.optional(),
    }),
  ),
  warnings: z.array(z.string()),
  /** Đính chính; with both values at `/corrections`. `to-acknowledge`, `asked`: the agency is to answer. */
  corrections: z.array(
    z.object({
      correctionId: shape.ulid,
      what: z.enum(['applicant', 'scan']),
      fields: z.array(z.enum(correctedFields)),
      state: z.enum(correctionStates),
    }),
  ),
  payments: z.array(PaymentShape),
  /** For the agency alone. */
  proposal: ProposalShape.optional(),
  decision: z
    .object({
      outcome: z.enum(['approved', 'refused']),
      decidedAt: shape.isoTime,
      resultScan: shape.ulid,
      reason: z.string().optional(),
    })
    .optional(),
  /** How the citizen wants the result; the door is for the counter alone. */
  chosenDelivery: ChosenDeliveryShape.optional(),
  delivery: z
    .object({
      shipmentId: shape.ulid,
      carrier: z.string(),
      waybill: z.string(),
      /** `papers`: those of a dossier that ended without a result. */
      carries: z.enum(['result', 'papers']),
      deliveredAt: shape.isoTime.optional(),
    })
    .optional(),
});

export const HistoryView = z.object({
  intact: z.boolean(),
  brokenAt: z.int().optional(),
  events: z.array(
    z.object({
      version: z.int(),
      type: z.string(),
      recordedAt: shape.isoTime,
      effectiveAt: shape.isoTime,
      actor: z.string(),
      capacity: z.enum(roles).optional(),
      fact: z.record(z.string(), z.unknown()),
      /** What of the fact is not for this reader. */
      withheld: z.array(z.string()),
      prevHash: z.string(),
      hash: z.string(),
    }),
  ),
});

export const inWords = (remark: ScanRemark): z.output<typeof ScanRemarkShape> => ({
  ...remark,
  ...remarkWords[remark.code],
});

const remarksOn = (scan: ShownScan): Pick<z.output<typeof ScanLine>, 'remarks'> => {
  if (scan.state === 'quarantined' || scan.state === 'abandoned') return {};
  const read =
    scan.state === 'verified' ? scan.findings.flatMap(readRemark) : readRemarks(scan.why);
  return { remarks: read.map(inWords) };
};

/** Of a file that is shown at all. */
export const scanLine = (scan: ShownScan): z.output<typeof ScanLine> => ({
  scanId: scan.id,
  purpose: scan.purpose,
  legalKind: legalKindOf(scan),
  ...(scan.component !== undefined && { component: scan.component }),
  ...(scan.assignment !== undefined && { assignment: scan.assignment }),
  mediaType: scan.mediaType,
  bytes: scan.bytes,
  sha256: scan.sha256,
  state: scan.state,
  ...(scan.state === 'verified' && { pages: scan.pages }),
  ...(scan.state === 'verified' && scan.parts && { parts: [...scan.parts] }),
  ...(scan.state === 'abandoned' && { because: scan.because }),
  ...remarksOn(scan),
  ...(scan.files && {
    files: scan.files.map((file, n) => ({
      page: n + 1,
      ...file,
      isJudged: isPageJudged(scan, n + 1),
    })),
  }),
});

const isPageJudged = (scan: Scan, page: number): boolean =>
  scan.state !== 'quarantined' || isJudged(scan, page);

/** `names` stand beside the ids; without them it is the same with fewer words. */
export const dossierView = (
  { dossier, applicant }: StoredDossier,
  names: DossierNames = {},
): z.output<typeof DossierView> => ({
  dossierId: dossier.id,
  version: dossier.version,
  status: dossier.status,
  nationalStatus: nationalStatus[dossier.status],
  office: dossier.office,
  ...(names.office !== undefined && { officeName: names.office }),
  intakeMode: dossier.intakeMode,
  channel: dossier.channel,
  ...(dossier.helpedBy !== undefined && { helpedBy: dossier.helpedBy }),
  ...procedureView(dossier, names),
  fees: dossier.fees,
  circumstances: circumstancesView(dossier.circumstances),
  registeredAt: isoVietnam(dossier.registeredAt),
  applicant,
  scans: dossier.scans.filter(isShown).map(scanLine),
  supplements: dossier.supplements.map(supplementView),
  warnings: [...(dossier.warnings ?? [])],
  corrections: dossier.corrections.map(({ id, what, fields, state }) => ({
    correctionId: id,
    what,
    fields: [...fields],
    state,
  })),
  payments: (dossier.payments ?? []).map((asked) => paymentView(asked)),
  ...machines(dossier),
  ...(dossier.chosenDelivery && {
    chosenDelivery: chosenDeliveryView(dossier.chosenDelivery, names.chosenPlace ?? ''),
  }),
  ...(dossier.department && { department: departmentView(dossier.department, names) }),
  ...(names.proposal && { proposal: proposalView(names.proposal) }),
});

const procedureView = (
  { procedure: kept, components }: Dossier,
  { procedure }: DossierNames,
): Pick<z.output<typeof DossierView>, 'procedure' | 'components'> => ({
  procedure: {
    ...kept,
    ...(procedure && { name: procedure.name }),
    ...(procedure?.approval && { approval: procedure.approval }),
  },
  components: components.map((paper) => {
    const name = procedure?.components.find(({ id }) => id === paper.id)?.name;
    return { ...paper, ...(name !== undefined && { name }) };
  }),
});

const departmentView = (
  { agency, inbox, leaseNo, lease, acknowledgedAt }: DepartmentSide,
  names: DossierNames,
) => ({
  agency,
  ...(names.agency !== undefined && { agencyName: names.agency }),
  inbox,
  leaseNo,
  ...(lease && { leasedUntil: isoVietnam(lease.until) }),
  ...(names.holder && { leasedBy: names.holder }),
  ...(acknowledgedAt !== undefined && { acknowledgedAt: isoVietnam(acknowledgedAt) }),
});

const circumstancesView = ({ fromDataBase, ...told }: Circumstances) => ({
  ...told,
  ...(fromDataBase && {
    fromDataBase: fromDataBase.map(({ lookedUpAt, ...check }) => ({
      ...check,
      lookedUpAt: isoVietnam(lookedUpAt),
    })),
  }),
});

const supplementView = ({ items, reason, answerBy, askBy, ...times }: Supplement) => ({
  items: items.map(({ id, copyKind, count, reason: why }) => ({
    id,
    copyKind,
    count,
    reason: why,
  })),
  reason,
  answerBy,
  ...(askBy !== undefined && { askBy }),
  requestedAt: isoVietnam(times.requestedAt),
  ...(times.receivedAt !== undefined && { receivedAt: isoVietnam(times.receivedAt) }),
});

const acceptanceView = (acceptance: Acceptance) => ({
  code: acceptance.code,
  acceptedAt: isoVietnam(acceptance.acceptedAt),
  startsOn: acceptance.startsOn,
  ...(acceptance.receivedAt !== undefined && { receivedAt: isoVietnam(acceptance.receivedAt) }),
  ...(acceptance.dueAt !== undefined && { dueAt: isoVietnam(acceptance.dueAt) }),
  isProvisional: isProvisional({ acceptance }),
  transferBy: isoVietnam(acceptance.transferBy),
  manifestHash: acceptance.manifestHash,
});

const machines = ({ backEntry, slip, acceptance, decision, delivery }: Dossier) => ({
  ...(slip && {
    slip: { number: slip.number, agency: slip.agency, handoverBy: isoVietnam(slip.handoverBy) },
  }),
  ...(backEntry && {
    backEntry: {
      ...backEntry,
      takenAt: isoVietnam(backEntry.takenAt),
      enteredAt: isoVietnam(backEntry.enteredAt),
    },
  }),
  ...(acceptance && { acceptance: acceptanceView(acceptance) }),
  ...(decision && {
    decision: {
      outcome: decision.outcome,
      decidedAt: isoVietnam(decision.decidedAt),
      resultScan: decision.resultScan,
      ...(decision.reason !== undefined && { reason: decision.reason }),
    },
  }),
  ...(delivery && {
    delivery: {
      shipmentId: delivery.shipment,
      carrier: delivery.carrier,
      waybill: delivery.waybill,
      carries: delivery.backTo ? ('papers' as const) : ('result' as const),
      ...(delivery.deliveredAt !== undefined && { deliveredAt: isoVietnam(delivery.deliveredAt) }),
    },
  }),
});

export const historyView = ({ events, brokenAt }: History): z.output<typeof HistoryView> => ({
  intact: brokenAt === undefined,
  ...(brokenAt !== undefined && { brokenAt }),
  events: events.map(
    ({ version, type, fact, withheld, recordedAt, effectiveAt, actor, capacity, ...link }) => ({
      version,
      type,
      recordedAt: isoVietnam(recordedAt),
      effectiveAt: isoVietnam(effectiveAt),
      actor,
      ...(capacity && { capacity }),
      fact,
      withheld: [...withheld],
      prevHash: link.prevHash,
      hash: link.hash,
    }),
  ),
});
