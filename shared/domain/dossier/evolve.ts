import { received } from '#domain/custody/holding.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Scan, ScanIntent } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { abandoned } from './abandoned-scans.ts';
import type { Applications, Apply, FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, FactType } from './dossier-event.ts';
import { assignmentApplications, withoutOpenTasks } from './evolve-assignments.ts';
import { correctionApplications } from './evolve-corrections.ts';
import { custodyApplications } from './evolve-custody.ts';
import { atDepartment, deskApplications, withoutLease } from './evolve-desk.ts';
import { limitApplications } from './evolve-limits.ts';
import { parcelApplications } from './evolve-parcel.ts';
import { paymentApplications } from './evolve-payments.ts';
import { retentionApplications } from './evolve-retention.ts';
import { custodyAfter, movesOf } from './paper-ways.ts';
import { markHandedOn } from './parcel-ways.ts';
import { acceptanceOf, lastSupplementOf, leaseOf } from './required.ts';

/** The dossier after one more event. Throws on a history that no `decide` could have written. */
export const evolve = (dossier: Dossier | undefined, event: DossierEvent): Dossier => {
  const { fact } = event;
  if (fact.type === 'dossier-registered') return register(fact, event);
  if (!dossier) throw new Error(`history of ${event.dossierId} does not start with registration`);
  const apply = applications[fact.type] as Apply<typeof fact.type>;
  const { moves } = movesOf(dossier, fact);
  const marked = markHandedOn(dossier, fact, moves);
  const after = withoutOpenTasks(apply(marked, fact, event), event.recordedAt);
  // Papers change hands here, by the one table, whatever else a fact does.
  return { ...after, custody: custodyAfter(dossier.custody, moves), version: event.version };
};

const register = (fact: FactOf<'dossier-registered'>, event: DossierEvent): Dossier => ({
  id: fact.id,
  version: event.version,
  status: 'registered',
  office: fact.office,
  intakeMode: fact.intakeMode,
  channel: fact.channel,
  ...(fact.helpedBy !== undefined && { helpedBy: fact.helpedBy }),
  procedure: fact.procedure,
  components: fact.components,
  circumstances: fact.circumstances,
  fees: fact.fees,
  registeredAt: event.effectiveAt,
  ...(fact.backEntry && {
    backEntry: { ...fact.backEntry, takenAt: event.effectiveAt, enteredAt: event.recordedAt },
  }),
  scans: [],
  custody: received([], fact.components, { kind: 'office', id: fact.office }),
  supplements: [],
  corrections: [],
  assignments: [],
});

/** What was known of single pages gives way to the word on the whole. */
const settle = (
  dossier: Dossier,
  id: ScanId,
  settled: (scan: ScanIntent & { readonly requestedAt: Instant }) => Scan,
): Dossier =>
  replaced(dossier, id, (scan) => {
    if (scan.state !== 'quarantined') return settled(scan);
    const { judged: _, ...announced } = scan;
    return settled(announced);
  });

const replaced = (dossier: Dossier, id: ScanId, by: (scan: Scan) => Scan): Dossier => ({
  ...dossier,
  scans: dossier.scans.map((scan) => (scan.id === id ? by(scan) : scan)),
});

/** The first time that the competent agency says that it has it. */
const receivedFirst = (dossier: Dossier, at: Instant): Dossier => {
  const acceptance = acceptanceOf(dossier);
  return acceptance.startsOn === 'receipt' && acceptance.receivedAt === undefined
    ? { ...dossier, acceptance: { ...acceptance, receivedAt: at } }
    : dossier;
};

/** The asked papers are part of the dossier now; the term and the manifest are new. */
const withSupplement = (
  dossier: Dossier,
  { manifestHash, dueAt, calendarVersions }: FactOf<'supplement-received'>,
  receivedAt: Instant,
): Dossier => {
  const asked = lastSupplementOf(dossier);
  const known = new Set(dossier.components.map(({ id }) => id));
  const added = asked.items.filter(({ id }) => !known.has(id));
  const { dueAt: _, ...terms } = acceptanceOf(dossier);
  return {
    ...atDepartment(dossier, { inbox: 'waiting' }),
    status: 'accepted',
    acceptance: { ...terms, manifestHash, calendarVersions, ...(dueAt !== undefined && { dueAt }) },
    components: [
      ...dossier.components,
      ...added.map(({ id, copyKind, count }) => ({ id, copyKind, count })),
    ],
    supplements: [...dossier.supplements.slice(0, -1), { ...asked, receivedAt }],
  };
};

const applications: Applications<Exclude<FactType, 'dossier-registered'>> = {
  ...custodyApplications,
  ...deskApplications,
  ...parcelApplications,
  ...assignmentApplications,
  ...paymentApplications,
  ...limitApplications,
  ...correctionApplications,
  ...retentionApplications,
  'slip-issued': (dossier, { type: _, office: __, ...slip }) => ({ ...dossier, slip }),
  'scan-requested': (dossier, { scan }, { recordedAt }) => ({
    ...dossier,
    scans: [...dossier.scans, { ...scan, state: 'quarantined', requestedAt: recordedAt }],
  }),
  'scan-verified': (dossier, { scanId, pages, findings, parts }, { recordedAt }) =>
    settle(dossier, scanId, (scan) => ({
      ...scan,
      state: 'verified',
      verifiedAt: recordedAt,
      pages,
      findings,
      ...(parts && { parts }),
    })),
  'page-judged': (dossier, { scanId, page }) =>
    replaced(dossier, scanId, (scan) =>
      scan.state === 'quarantined' ? { ...scan, judged: [...(scan.judged ?? []), page] } : scan,
    ),
  'scan-rejected': (dossier, { scanId, why }, { recordedAt }) =>
    settle(dossier, scanId, (scan) => ({
      ...scan,
      state: 'rejected',
      rejectedAt: recordedAt,
      why,
    })),
  'scan-abandoned': (dossier, { scanId, because }, { recordedAt }) =>
    replaced(dossier, scanId, (scan) => abandoned(scan, because, recordedAt)),
  'dossier-accepted': (dossier, { type: _, agency, office: __, ...acceptance }) => ({
    ...dossier,
    status: 'accepted',
    acceptance,
    department: { agency, inbox: 'on-its-way', leaseNo: 0, arriveBy: acceptance.transferBy },
  }),
  'department-reached': (dossier, _fact, { recordedAt }) =>
    atDepartment(dossier, { inbox: 'waiting', receivedAt: recordedAt }),
  'lease-granted': (dossier, { leaseNo, holder, until }) =>
    atDepartment(dossier, { leaseNo, lease: { holder, until } }),
  'lease-extended': (dossier, { until }) =>
    atDepartment(dossier, { lease: { ...leaseOf(dossier), until } }),
  'lease-released': withoutLease,
  'lease-taken-back': (dossier, { leaseNo }) => atDepartment(withoutLease(dossier), { leaseNo }),
  'dossier-acknowledged': (dossier, _fact, { recordedAt }) => ({
    ...atDepartment(receivedFirst(dossier, recordedAt), {
      inbox: 'working',
      acknowledgedAt: recordedAt,
    }),
    status: 'in-progress',
  }),
  'supplement-requested': (dossier, { type: _, leaseNo: __, agency: ___, ...supplement }) => ({
    ...withoutLease(atDepartment(dossier, { inbox: 'with-citizen' })),
    status: 'supplement-requested',
    supplements: [...dossier.supplements, supplement],
  }),
  'supplement-received': (dossier, fact, { recordedAt }) =>
    withSupplement(dossier, fact, recordedAt),
  'dossier-decided': (dossier, { type: _, leaseNo: __, agency: ___, ...decision }) => ({
    ...withoutLease(atDepartment(dossier, { inbox: 'closed' })),
    status: 'decided',
    decision,
  }),
  'recipient-authorised': (dossier, { authorisation }) => ({ ...dossier, authorisation }),
  'delivery-chosen': (dossier, { type: _, ...chosen }, { recordedAt }) => ({
    ...dossier,
    chosenDelivery: { ...chosen, chosenAt: recordedAt },
  }),
  // What was erased is erased where it stood: no fact takes it out of what it had made.
  'texts-erased': (dossier) => dossier,
  'contact-corrected': (dossier, _fact, { version }) => ({
    ...dossier,
    contactCorrectedAt: version,
  }),
};
