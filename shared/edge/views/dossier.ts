import * as z from 'zod';
import type { History } from '#application/read-dossier.ts';
import { nationalStatus } from '#domain/dossier/case-status.ts';
import type { Dossier, Supplement } from '#domain/dossier/dossier.ts';
import { isJudged } from '#domain/dossier/steps/scans.ts';
import { legalKindOf, legalKinds, type Scan } from '#domain/scan/scan.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { DossierLine, Page, StoredDossier } from '#ports/unit-of-work.ts';
import { PaymentShape, paymentView } from './payment.ts';

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
  state: z.enum(['quarantined', 'verified', 'rejected']),
  pages: z.int().optional(),
  findings: z.array(z.string()).optional(),
  parts: z.array(z.object({ component: z.string(), from: z.int(), to: z.int() })).optional(),
  why: z.string().optional(),
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
  procedure: z.object({ code: z.string(), version: z.string() }),
  components: z.array(z.object({ id: z.string(), copyKind: z.string(), count: z.int() })),
  fees: z.object({ stateFeesVnd: z.int(), postageVnd: z.int() }),
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
    phone: z.string(),
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
      dueAt: shape.isoTime.optional(),
      transferBy: shape.isoTime,
      manifestHash: shape.sha256Hex,
    })
    .optional(),
  department: z
    .object({
      agency: z.string(),
      inbox: z.string(),
      leaseNo: z.int(),
      leasedUntil: shape.isoTime.optional(),
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
      receivedAt: shape.isoTime.optional(),
    }),
  ),
  warnings: z.array(z.string()),
  payments: z.array(PaymentShape),
  decision: z
    .object({
      outcome: z.enum(['approved', 'refused']),
      decidedAt: shape.isoTime,
      resultScan: shape.ulid,
      reason: z.string().optional(),
    })
    .optional(),
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

const Line = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  status: z.string(),
  procedure: z.string(),
  office: z.string(),
  code: z.string().optional(),
  dueAt: shape.isoTime.optional(),
  leasedUntil: shape.isoTime.optional(),
  registeredAt: shape.isoTime,
  /** The citizen's last day, while papers or a payment are asked for. */
  answerBy: z.iso.date().optional(),
});
export const WorklistView = z.object({ items: z.array(Line), next: z.string().optional() });

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
      fact: z.record(z.string(), z.unknown()),
      prevHash: z.string(),
      hash: z.string(),
    }),
  ),
});

export const scanLine = (scan: Scan): z.output<typeof ScanLine> => ({
  scanId: scan.id,
  purpose: scan.purpose,
  legalKind: legalKindOf(scan),
  ...(scan.component !== undefined && { component: scan.component }),
  ...(scan.assignment !== undefined && { assignment: scan.assignment }),
  mediaType: scan.mediaType,
  bytes: scan.bytes,
  sha256: scan.sha256,
  state: scan.state,
  ...(scan.state === 'verified' && { pages: scan.pages, findings: [...scan.findings] }),
  ...(scan.state === 'verified' && scan.parts && { parts: [...scan.parts] }),
  ...(scan.state === 'rejected' && { why: scan.why }),
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

export const dossierView = ({
  dossier,
  applicant,
}: StoredDossier): z.output<typeof DossierView> => ({
  dossierId: dossier.id,
  version: dossier.version,
  status: dossier.status,
  nationalStatus: nationalStatus[dossier.status],
  office: dossier.office,
  procedure: dossier.procedure,
  components: [...dossier.components],
  fees: dossier.fees,
  registeredAt: isoVietnam(dossier.registeredAt),
  applicant,
  scans: dossier.scans.map(scanLine),
  supplements: dossier.supplements.map(supplementView),
  warnings: [...(dossier.warnings ?? [])],
  payments: (dossier.payments ?? []).map((asked) => paymentView(asked)),
  ...machines(dossier),
});

const supplementView = ({ items, reason, answerBy, requestedAt, receivedAt }: Supplement) => ({
  items: items.map(({ id, copyKind, count, reason: why }) => ({
    id,
    copyKind,
    count,
    reason: why,
  })),
  reason,
  answerBy,
  requestedAt: isoVietnam(requestedAt),
  ...(receivedAt !== undefined && { receivedAt: isoVietnam(receivedAt) }),
});

const machines = ({ backEntry, acceptance, department, decision, delivery }: Dossier) => ({
  ...(backEntry && {
    backEntry: {
      ...backEntry,
      takenAt: isoVietnam(backEntry.takenAt),
      enteredAt: isoVietnam(backEntry.enteredAt),
    },
  }),
  ...(acceptance && {
    acceptance: {
      code: acceptance.code,
      acceptedAt: isoVietnam(acceptance.acceptedAt),
      ...(acceptance.dueAt !== undefined && { dueAt: isoVietnam(acceptance.dueAt) }),
      transferBy: isoVietnam(acceptance.transferBy),
      manifestHash: acceptance.manifestHash,
    },
  }),
  ...(department && {
    department: {
      agency: department.agency,
      inbox: department.inbox,
      leaseNo: department.leaseNo,
      ...(department.lease && { leasedUntil: isoVietnam(department.lease.until) }),
    },
  }),
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

export const lineView = ({ id, dueAt, leasedUntil, registeredAt, ...line }: DossierLine) => ({
  dossierId: id,
  ...line,
  registeredAt: isoVietnam(registeredAt),
  ...(dueAt !== undefined && { dueAt: isoVietnam(dueAt) }),
  ...(leasedUntil !== undefined && { leasedUntil: isoVietnam(leasedUntil) }),
});

export const pageView = ({ items, next }: Page<DossierLine>): z.output<typeof WorklistView> => ({
  items: items.map(lineView),
  ...(next !== undefined && { next }),
});

export const historyView = ({ events, brokenAt }: History): z.output<typeof HistoryView> => ({
  intact: brokenAt === undefined,
  ...(brokenAt !== undefined && { brokenAt }),
  events: events.map(({ version, fact, recordedAt, effectiveAt, actor, prevHash, hash }) => ({
    version,
    type: fact.type,
    recordedAt: isoVietnam(recordedAt),
    effectiveAt: isoVietnam(effectiveAt),
    actor,
    fact: { ...fact },
    prevHash,
    hash,
  })),
});
