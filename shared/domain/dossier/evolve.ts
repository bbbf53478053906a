import { received } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Scan, ScanIntent } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Applications, Apply, FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, FactType } from './dossier-event.ts';
import { assignmentApplications, withoutOpenTasks } from './evolve-assignments.ts';
import { custodyApplications } from './evolve-custody.ts';
import { atDepartment, deskApplications, withoutLease } from './evolve-desk.ts';
import { limitApplications } from './evolve-limits.ts';
import { parcelApplications } from './evolve-parcel.ts';
import { paymentApplications } from './evolve-payments.ts';

/** The dossier after one more event. Throws on a history that no `decide` could have written. */
export const evolve = (dossier: Dossier | undefined, event: DossierEvent): Dossier => {
  const { fact } = event;
  if (fact.type === 'dossier-registered') return register(fact, event);
  if (!dossier) throw new Error(`history of ${event.dossierId} does not start with registration`);
  const apply = applications[fact.type] as Apply<typeof fact.type>;
  const after = withoutOpenTasks(apply(dossier, fact, event), event.recordedAt);
  return { ...after, version: event.version };
};

const register = (fact: FactOf<'dossier-registered'>, event: DossierEvent): Dossier => ({
  id: fact.id,
  version: event.version,
  status: 'registered',
  office: fact.office,
  intakeMode: fact.intakeMode,
  procedure: fact.procedure,
  components: fact.components,
  fees: fact.fees,
  registeredAt: event.effectiveAt,
  ...(fact.backEntry && {
    backEntry: { ...fact.backEntry, takenAt: event.effectiveAt, enteredAt: event.recordedAt },
  }),
  scans: [],
  custody: received([], fact.components, { kind: 'office', id: fact.office }),
  supplements: [],
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

/** The asked papers are part of the dossier now; the term and the manifest are new. */
const withSupplement = (
  dossier: Dossier,
  { manifestHash, dueAt, calendarVersions, office }: FactOf<'supplement-received'>,
  receivedAt: Instant,
): Dossier => {
  const { acceptance, supplements } = dossier;
  const asked = supplements.at(-1);
  if (!acceptance || !asked) throw new Error(`${dossier.id} was asked for nothing`);
  const known = new Set(dossier.components.map(({ id }) => id));
  const added = asked.items.filter(({ id }) => !known.has(id));
  const { dueAt: _, ...terms } = acceptance;
  return {
    ...atDepartment(dossier, { inbox: 'waiting' }),
    status: 'accepted',
    acceptance: { ...terms, manifestHash, calendarVersions, ...(dueAt !== undefined && { dueAt }) },
    components: [
      ...dossier.components,
      ...added.map(({ id, copyKind, count }) => ({ id, copyKind, count })),
    ],
    custody: received(
      dossier.custody,
      asked.items.map(({ reason: _reason, ...paper }) => paper),
      { kind: 'office', id: office ?? dossier.office },
    ),
    supplements: [...supplements.slice(0, -1), { ...asked, receivedAt }],
  };
};

const applications: Applications<Exclude<FactType, 'dossier-registered'>> = {
  ...custodyApplications,
  ...deskApplications,
  ...parcelApplications,
  ...assignmentApplications,
  ...paymentApplications,
  ...limitApplications,
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
    dossier.department?.lease
      ? atDepartment(dossier, { lease: { ...dossier.department.lease, until } })
      : dossier,
  'lease-released': withoutLease,
  'dossier-acknowledged': (dossier, _fact, { recordedAt }) => ({
    ...atDepartment(dossier, { inbox: 'working', acknowledgedAt: recordedAt }),
    status: 'in-progress',
  }),
  'supplement-requested': (dossier, { type: _, leaseNo: __, agency: ___, ...supplement }) => ({
    ...withoutLease(atDepartment(dossier, { inbox: 'with-citizen' })),
    status: 'supplement-requested',
    supplements: [...dossier.supplements, supplement],
  }),
  'supplement-received': (dossier, fact, { recordedAt }) =>
    withSupplement(dossier, fact, recordedAt),
  'dossier-decided': (dossier, { type: _, leaseNo: __, agency, ...decision }) => ({
    ...withoutLease(atDepartment(dossier, { inbox: 'closed' })),
    status: 'decided',
    decision,
    custody: received(dossier.custody, [resultPaper], { kind: 'agency', id: agency }),
  }),
  'recipient-authorised': (dossier, { authorisation }) => ({ ...dossier, authorisation }),
  'contact-corrected': (dossier, _fact, { version }) => ({
    ...dossier,
    contactCorrectedAt: version,
  }),
};
