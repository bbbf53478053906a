import type { Actor, Role } from '#domain/actor/actor.ts';
import type { Dossier } from './dossier.ts';
import { type Relation, relationsOf } from './relation.ts';

/** Who may do something: somebody in one of these roles who stands so to the dossier. */
interface Authority {
  /** Of staff; citizens, carriers and workers have none. */
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
}

/** Thẩm quyền: authority over each act that leaves a fact on a dossier. To see it gives none of them. */
const may = (roles: readonly Role[], ...relations: readonly Relation[]): Authority => ({
  roles,
  relations,
});

const clerk = ['clerk'] as const;
const post = ['clerk', 'courier'] as const;
const department = ['officer', 'leader'] as const;
const leader = ['leader'] as const;

/**
 * Every act on a dossier that exists, with who may do it. A use case names its act before it may write
 * (`loadToAct`), so that none can be added without an answer to "who may?". What the owning agency's
 * officers do under a lease is fenced by it besides.
 */
export const acts = {
  // The counter of the office that took it in (QĐ 45/2016 art. 6, 7).
  'accept-dossier': may(clerk, 'home-office'),
  'issue-slip': may(clerk, 'home-office'),
  'record-warning': may(clerk, 'home-office'),
  'request-withdrawal': may(clerk, 'home-office'),
  'correct-contact': may(clerk, 'home-office'),
  'correct-applicant': may(clerk, 'home-office'),
  'correct-components': may(clerk, 'home-office'),
  'authorise-recipient': may(clerk, 'home-office'),
  // Of the citizen's own hand, or by the clerk who has seen the card.
  'choose-delivery': may(clerk, 'home-office', 'own'),
  'take-money': may(clerk, 'home-office'),
  'recover-papers': may(clerk, 'home-office'),
  'take-back-papers': may(clerk, 'home-office'),
  'take-old-papers': may(clerk, 'home-office'),
  'give-back-papers': may(clerk, 'home-office'),
  'hand-over-result': may(clerk, 'home-office'),
  'send-parcel': may(post, 'home-office'),
  'void-parcel': may(post, 'home-office'),
  // A parcel may be lost while its office is closed or does not say so.
  'declare-loss': may([...clerk, 'supervisor'], 'home-office', 'supervision'),

  // Who answers for the whole province, and sees nothing of the case by it.
  'lay-hold': may(['supervisor'], 'supervision'),
  'lift-hold': may(['supervisor'], 'supervision'),

  // Whoever sees a stranger's paper in it takes it out.
  'take-out-scan': may([...clerk, ...department], 'home-office', 'owning-agency'),

  // Of another post office, what the citizen was asked for and nothing else.
  'scan-papers': may(clerk, 'home-office', 'guest-office-for-papers'),
  'receive-supplement': may(clerk, 'home-office', 'guest-office-for-papers'),
  'take-payment': may(clerk, 'home-office', 'guest-office-for-payment'),

  // Whoever holds the papers puts them on their way.
  'pack-papers': may([...clerk, ...department], 'holding-office', 'holding-agency'),
  'unpack-papers': may([...clerk, ...department], 'holding-office', 'holding-agency'),

  'report-parcel': may(post, 'home-office', 'carrier-of-parcel', 'worker'),

  // The agency whose case it is.
  'lease-dossier': may(department, 'owning-agency'),
  'acknowledge-dossier': may(department, 'owning-agency'),
  'request-supplement': may(department, 'owning-agency'),
  'request-payment': may(department, 'owning-agency'),
  'settle-payment': may(department, 'owning-agency'),
  'extend-deadline': may(department, 'owning-agency'),
  'admit-late-answer': may(department, 'owning-agency'),
  'prolong-term': may(department, 'owning-agency'),
  'stop-dossier': may(department, 'owning-agency'),
  'resume-dossier': may(department, 'owning-agency'),
  'transfer-dossier': may(department, 'owning-agency'),
  'grant-withdrawal': may(department, 'owning-agency'),
  'decide-dossier': may(department, 'owning-agency'),
  'scan-result': may(department, 'owning-agency'),
  'answer-correction': may(department, 'owning-agency'),
  'confirm-found': may([...post, ...department], 'home-office', 'owning-agency'),
  'reissue-result': may(department, 'owning-agency'),
  'assign-work': may(department, 'owning-agency'),
  'take-back-lease': may(leader, 'owning-agency'),
  'approve-decision': may(leader, 'owning-agency'),
  'return-proposal': may(leader, 'owning-agency'),
  'refuse-reception': may(department, 'addressed-agency'),

  // Another agency, for its own task.
  'answer-assignment': may(department, 'consulted-agency'),
  'take-back-assignment': may(leader, 'consulted-agency'),
  'scan-opinion': may(department, 'consulted-agency'),

  // Workers, by the rule that each of them runs.
  'reach-department': may([], 'worker'),
  'verify-scan': may([], 'worker'),
  'expire-request': may([], 'worker'),
  'settle-pouch': may([], 'worker'),
  'flag-limits': may([], 'worker'),
  'move-to-successor': may([], 'worker'),
  'announce-date-again': may([], 'worker'),
  'erase-texts': may([], 'worker'),
  'end-retention': may([], 'worker'),
} as const satisfies Readonly<Record<string, Authority>>;

export type Act = keyof typeof acts;

/** Whether this actor may do the act to this dossier as it stands. */
export const mayAct = (act: Act, actor: Actor, dossier: Dossier): boolean => {
  const { roles, relations }: Authority = acts[act];
  if (actor.kind === 'staff' && !roles.includes(actor.role)) return false;
  return relationsOf(actor, dossier).some((each) => relations.includes(each));
};
