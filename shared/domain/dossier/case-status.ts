/**
 * The case machine, separate from custody, money, delivery and sync. Numbers are the national
 * statuses of a dossier (trạng thái hồ sơ); the steps between them are derived, not published.
 */
export const nationalStatus = {
  registered: 1,
  accepted: 2,
  'not-accepted': 3,
  'in-progress': 4,
  'supplement-requested': 5,
  'payment-requested': 6,
  'withdrawal-requested': 7,
  stopped: 8,
  decided: 9,
  returned: 10,
} as const satisfies Record<string, number>;

export type CaseStatus = keyof typeof nationalStatus;
export const caseStatuses = Object.keys(nationalStatus) as readonly CaseStatus[];

/** Ended, or standing still, without a decision: every original goes back (QĐ 45/2016 art. 8). */
export const endedStatuses = ['not-accepted', 'withdrawal-requested', 'stopped'] as const;

export const hasEndedWithoutResult = (status: CaseStatus): boolean =>
  (endedStatuses as readonly CaseStatus[]).includes(status);

/** What may be asked of a dossier; each is legal in the statuses named and refused in all others. */
export const allowedIn = {
  'request-scan': ['registered', 'supplement-requested'],
  'request-result-scan': ['accepted', 'in-progress'],
  'request-opinion-scan': ['accepted', 'in-progress', 'supplement-requested', 'payment-requested'],
  // A file may still be under way when the case goes on: what it is gets said all the same.
  accept: ['registered'],
  'issue-slip': ['registered'],
  'reach-department': ['accepted', 'in-progress'],
  lease: ['accepted', 'in-progress'],
  acknowledge: ['accepted', 'in-progress'],
  'request-supplement': ['accepted', 'in-progress'],
  'request-payment': ['accepted', 'in-progress'],
  'settle-payment': ['payment-requested'],
  'expire-payment': ['payment-requested'],
  'join-office': ['supplement-requested', 'payment-requested'],
  'receive-supplement': ['supplement-requested'],
  'refuse-reception': ['registered'],
  'record-warning': ['registered'],
  'request-withdrawal': [
    'registered',
    'accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
  ],
  'grant-withdrawal': ['withdrawal-requested'],
  stop: ['in-progress'],
  'expire-supplement': ['supplement-requested'],
  resume: ['stopped'],
  'admit-late-answer': ['stopped'],
  'extend-deadline': ['accepted', 'in-progress'],
  prolong: ['accepted', 'in-progress'],
  transfer: ['accepted', 'in-progress'],
  'move-to-successor': [
    'accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
    'stopped',
  ],
  assign: ['in-progress'],
  'recall-assignment': ['accepted', 'in-progress'],
  decide: ['in-progress'],
  approve: ['in-progress'],
  reannounce: ['accepted', 'in-progress'],
  dispatch: ['decided'],
  // Late news may show that what counted as delivered went back.
  deliver: ['decided', 'returned'],
  'authorise-recipient': [
    'accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'decided',
    ...endedStatuses,
  ],
  'choose-delivery': [
    'registered',
    'accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'decided',
    ...endedStatuses,
  ],
  'pick-up': ['decided'],
  'take-old-papers': ['returned'],
  'give-back-papers': endedStatuses,
  // Until the result is in somebody's hands; what bears the name already, the agency says.
  'correct-applicant': [
    'registered',
    'accepted',
    'not-accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
    'stopped',
    'decided',
  ],
  'answer-correction': [
    'accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
    'stopped',
    'decided',
  ],
  'correct-components': ['registered'],
  'take-out-scan': [
    'registered',
    'accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
  ],
  'reissue-result': ['decided'],
  'correct-contact': [
    'registered',
    'accepted',
    'not-accepted',
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
    'stopped',
    'decided',
  ],
} as const satisfies Record<string, readonly CaseStatus[]>;

export type Step = keyof typeof allowedIn;

export const isAllowed = (step: Step, status: CaseStatus): boolean =>
  (allowedIn[step] as readonly CaseStatus[]).includes(status);
