import type { Actor, Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { FactType } from '#domain/dossier/dossier-event.ts';
import type { DossierWrite } from '#ports/unit-of-work.ts';
import {
  clerk,
  courier,
  guestClerk,
  leaderOf,
  officerOf,
  strangeClerk,
  strangeOfficer,
  supervisor,
} from './staff.ts';

/** Who stands behind a fact, told by the dossier as it was before. Written apart from the product's own table. */
type Behind = (staff: Staff, before: Dossier) => boolean;

const isClerk: Behind = ({ role }) => role === 'clerk';
const isPostal: Behind = ({ role }) => role === 'clerk' || role === 'courier';
const isOfficial: Behind = ({ role }) => role === 'officer' || role === 'leader';
const isSupervisor: Behind = ({ role }) => role === 'supervisor';
const isLeader: Behind = ({ role }) => role === 'leader';
const atHome: Behind = ({ office }, before) => office === before.office;
const asGuest =
  (status: Dossier['status']): Behind =>
  ({ office }, before) =>
    office !== undefined && office === before.guestOffice && before.status === status;
const owns: Behind = ({ agency }, { department }) =>
  agency !== undefined && agency === department?.agency;
const holds: Behind = ({ office, agency }, { custody }) =>
  custody.some(
    ({ holder }) =>
      (holder.kind === 'office' && holder.id === office) ||
      (holder.kind === 'agency' && holder.id === agency),
  );
const isAsked: Behind = ({ agency }, { assignments }) =>
  assignments.some((each) => each.agency === agency);
const all =
  (...parts: readonly Behind[]): Behind =>
  (staff, before) =>
    parts.every((part) => part(staff, before));
const any =
  (...parts: readonly Behind[]): Behind =>
  (staff, before) =>
    parts.some((part) => part(staff, before));

const homeClerk = all(isClerk, atHome);
const ownOfficial = all(isOfficial, owns);
const postAtHome = all(isPostal, atHome);
const nobody: Behind = () => false;
const takesSupplement = any(homeClerk, all(isClerk, asGuest('supplement-requested')));
const takesPayment = any(homeClerk, all(isClerk, asGuest('payment-requested')));

/** A fact that may be of several kinds of act: whoever may do one of them. A new fact needs its row. */
const behind: Readonly<Record<FactType, Behind>> = {
  'dossier-registered': isClerk,
  'scan-requested': any(takesSupplement, ownOfficial, all(isOfficial, isAsked)),
  'scan-verified': nobody,
  'page-judged': nobody,
  'scan-rejected': nobody,
  // With what closes the manifest, or with the next announcement.
  'scan-abandoned': any(takesSupplement, ownOfficial, all(isOfficial, isAsked)),
  'slip-issued': homeClerk,
  'papers-packed': all(any(isClerk, isOfficial), holds),
  'papers-unpacked': all(any(isClerk, isOfficial), holds),
  'papers-counted': nobody,
  'papers-missed': nobody,
  'papers-recovered': any(all(isPostal, atHome), ownOfficial),
  'papers-taken-back': homeClerk,
  'papers-given-back': homeClerk,
  'old-papers-reported': postAtHome,
  'dossier-accepted': homeClerk,
  'department-reached': nobody,
  'lease-granted': ownOfficial,
  'lease-extended': ownOfficial,
  'lease-released': ownOfficial,
  'lease-taken-back': all(isLeader, owns),
  'dossier-acknowledged': ownOfficial,
  'supplement-requested': ownOfficial,
  'supplement-received': takesSupplement,
  'warning-recorded': homeClerk,
  // The receipt in hand, not the relation, lets an office in.
  'office-joined': isClerk,
  'reception-refused': all(isOfficial, holds),
  'withdrawal-requested': homeClerk,
  'withdrawal-granted': any(homeClerk, ownOfficial),
  'dossier-stopped': ownOfficial,
  'dossier-resumed': ownOfficial,
  'deadline-extended': ownOfficial,
  'deadline-prolonged': ownOfficial,
  'late-answer-admitted': ownOfficial,
  'dossier-transferred': ownOfficial,
  'decision-proposed': ownOfficial,
  'proposal-returned': all(isLeader, owns),
  'deadline-reannounced': nobody,
  'dossier-decided': ownOfficial,
  'result-dispatched': postAtHome,
  'result-delivered': postAtHome,
  'contact-corrected': homeClerk,
  'result-held': postAtHome,
  'result-returned-to-agency': postAtHome,
  'papers-dispatched': postAtHome,
  'papers-delivered': postAtHome,
  'papers-held': postAtHome,
  'papers-came-back': postAtHome,
  'papers-picked-up': homeClerk,
  'parcel-time-corrected': postAtHome,
  'recipient-authorised': homeClerk,
  'delivery-chosen': homeClerk,
  'result-picked-up': homeClerk,
  'assignment-planned': ownOfficial,
  'assignment-opened': any(ownOfficial, all(isOfficial, isAsked)),
  'assignment-taken': all(isOfficial, isAsked),
  'assignment-taken-back': all(isLeader, isAsked),
  'assignment-answered': all(isOfficial, isAsked),
  'assignment-recalled': ownOfficial,
  'clock-resumed': any(ownOfficial, all(isOfficial, isAsked)),
  'payment-requested': ownOfficial,
  'payment-received': takesPayment,
  'payment-confirmed': ownOfficial,
  'payment-cancelled': ownOfficial,
  'applicant-corrected': homeClerk,
  'correction-asked': homeClerk,
  'correction-answered': ownOfficial,
  'scan-taken-out': any(homeClerk, ownOfficial),
  'components-corrected': homeClerk,
  'authorisation-revoked': homeClerk,
  'parcel-voided': postAtHome,
  'parcel-lost': any(homeClerk, isSupervisor),
  'result-reissued': ownOfficial,
  'limit-flagged': nobody,
  'citizen-reminded': nobody,
  'texts-erased': nobody,
  'hold-laid': isSupervisor,
  'hold-lifted': isSupervisor,
  'retention-ended': nobody,
  'files-erased': nobody,
};

/** Everybody who could be tempted: every role at every place that commands know of. */
export const cast: readonly Staff[] = [
  clerk,
  courier,
  guestClerk,
  strangeClerk,
  supervisor,
  ...['ct-nnmt', 'ct-tp', 'ct-nv'].flatMap((agency) => [officerOf(agency), leaderOf(agency)]),
  strangeOfficer,
];

/** What was written about a dossier by somebody who may not stand behind it. */
export const unauthorised = (actor: Actor, writes: readonly DossierWrite[]): readonly string[] =>
  actor.kind !== 'staff'
    ? []
    : writes.flatMap(({ change: { before, after, events } }) =>
        events.flatMap(({ fact, capacity }) => [
          ...(capacity === actor.role ? [] : [`${fact.type} does not say in which capacity`]),
          ...(behind[fact.type](actor, before ?? after)
            ? []
            : [`${actor.role} at ${actor.office ?? actor.agency} makes ${fact.type}`]),
        ]),
      );

/** What decides who may do what: stands that agree in it are tried once. */
export const standingOf = (dossier: Dossier | undefined): string =>
  JSON.stringify([
    dossier?.status,
    dossier?.department?.inbox,
    dossier?.department?.agency,
    dossier?.guestOffice,
    dossier?.slip?.agency,
    dossier?.proposal !== undefined,
    [...new Set(dossier?.custody.map(({ holder }) => JSON.stringify(holder)))].sort(),
    dossier?.assignments.map(({ agency, lease }) => [agency, lease !== undefined]),
  ]);
