import type { CaseStatus } from '#domain/dossier/case-status.ts';

/** Whose turn it is: the counter's, the agency's, nobody's any more. */
export const turns = ['counter', 'agency', 'over'] as const;
export type Turn = (typeof turns)[number];

/** Each status of the worklist and whose turn it is, in the order of the screen. */
export const turnOf = {
  registered: 'counter',
  'supplement-requested': 'counter',
  'payment-requested': 'counter',
  decided: 'counter',
  'not-accepted': 'counter',
  stopped: 'counter',
  accepted: 'agency',
  'in-progress': 'agency',
  'withdrawal-requested': 'agency',
  returned: 'over',
} as const satisfies Record<CaseStatus, Turn>;

export const statusesOf = (turn: Turn): readonly CaseStatus[] =>
  (Object.keys(turnOf) as CaseStatus[]).filter((status) => turnOf[status] === turn);
