import { type Actor, isDepartment, isPost, type Staff } from '#domain/actor/actor.ts';
import { heldBy } from '#domain/custody/holding.ts';
import { type Assignment, type AssignmentState, stateOf } from './assignments.ts';
import type { Dossier } from './dossier.ts';
import { hasEnded } from './evolve-assignments.ts';

/**
 * How somebody stands to a dossier, in the capacity in which they act:
 *
 * - `home-office`: bưu cục tiếp nhận, the post office that took it in.
 * - `guest-office-for-papers`, `guest-office-for-payment`: another post office that the citizen came to
 *   with the receipt, for as long as what was asked for is not in.
 * - `holding-office`, `holding-agency`: whoever has papers of it, and nothing else to do with it.
 * - `owning-agency`: cơ quan giải quyết, once it lies there.
 * - `addressed-agency`: whom the phiếu gửi names, with the papers before it, until somebody accepts it.
 * - `consulted-agency`: cơ quan được lấy ý kiến, while its task is open, and after its answer until the
 *   dossier ends.
 * - `own`: công dân, by receipt and telephone, to the one dossier of the session.
 * - `carrier-of-parcel`: hãng chuyển phát of the parcel under way.
 * - `supervision`: giám sát, who answers for the post of the whole province; sees no dossier by it.
 * - `worker`: a worker of ours, which acts by a rule and not for a person.
 */
export type Relation =
  | 'home-office'
  | 'guest-office-for-papers'
  | 'guest-office-for-payment'
  | 'holding-office'
  | 'holding-agency'
  | 'owning-agency'
  | 'addressed-agency'
  | 'consulted-agency'
  | 'own'
  | 'carrier-of-parcel'
  | 'supervision'
  | 'worker';

/** Every relation of this actor to the dossier; none where it is no business of theirs. */
export const relationsOf = (actor: Actor, dossier: Dossier): readonly Relation[] => {
  if (actor.kind === 'system') return ['worker'];
  if (actor.kind === 'citizen') return actor.id === dossier.id ? ['own'] : [];
  if (actor.kind === 'carrier')
    return dossier.delivery?.carrier === actor.id ? ['carrier-of-parcel'] : [];
  if (isPost(actor)) return ofOffice(actor, dossier);
  return isDepartment(actor) ? ofAgency(actor, dossier) : ['supervision'];
};

const ofOffice = ({ office }: Staff, dossier: Dossier): readonly Relation[] => {
  if (office === undefined) return [];
  return [
    ...when('home-office', dossier.office === office),
    ...when('guest-office-for-papers', isGuest(office, dossier, 'supplement-requested')),
    ...when('guest-office-for-payment', isGuest(office, dossier, 'payment-requested')),
    ...when('holding-office', holds('office', office, dossier)),
  ];
};

const ofAgency = ({ agency }: Staff, dossier: Dossier): readonly Relation[] => {
  if (agency === undefined) return [];
  const { department, slip } = dossier;
  const holding = holds('agency', agency, dossier);
  return [
    ...when('owning-agency', department?.agency === agency && department.inbox !== 'on-its-way'),
    ...when('addressed-agency', holding && !department && slip?.agency === agency),
    ...when('consulted-agency', tasksOf(agency, dossier).length > 0),
    ...when('holding-agency', holding),
  ];
};

/** An agency's tasks that it still reads the dossier for. */
export const tasksOf = (agency: string, dossier: Dossier): readonly Assignment[] =>
  dossier.assignments.filter(
    (each) => each.agency === agency && isReadable(dossier, stateOf(each)),
  );

const isReadable = (dossier: Dossier, state: AssignmentState): boolean =>
  state === 'open' || (state === 'answered' && !hasEnded(dossier));

const when = (relation: Relation, is: boolean): readonly Relation[] => (is ? [relation] : []);

const isGuest = (office: string, dossier: Dossier, asked: Dossier['status']): boolean =>
  dossier.guestOffice === office && dossier.status === asked;

const holds = (kind: 'office' | 'agency', id: string, { custody }: Dossier): boolean =>
  heldBy(custody, { kind, id }).length > 0;
