import type { FactOf } from '#domain/dossier/apply.ts';
import type { Assignment } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { FactType } from '#domain/dossier/dossier-event.ts';
import type { Reader } from './reader.ts';
import type { TextClass } from './text-class.ts';
import type { TextPath } from './text-path.ts';

type Readers = readonly Reader[];

interface Row {
  readonly kept: TextClass;
  readonly readers: Readers;
}

const row = (kept: TextClass, ...readers: readonly Readers[]): Row => ({
  kept,
  readers: readers.flat(),
});

/** The kinds of fact that hold free text. */
export type Telling = {
  [T in FactType]: [TextPath<FactOf<T>>] extends [never] ? never : T;
}[FactType];

/** What the case says to the citizen, for everybody who hands it on. */
const outward = [
  'home-clerk',
  'addressed-agency',
  'holding-agency',
  'owning-agency',
  'citizen',
] as const;
/** What the agency thinks before it speaks. */
const inward = ['owning-agency'] as const;
const ofTask = ['owning-agency', 'asked-agency', 'later-leg'] as const;

/**
 * Ai được xem gì: the one place that says who reads which text of which fact. A fact with a new free
 * text does not compile without its row. `/history`, the proof for citizens, dossier views, forms and
 * the national copy all show what stands here and nothing more.
 */
export const textFields = {
  'dossier-registered': {
    'circumstances.incident': row('case', outward),
    'circumstances.agreement': row('case', outward),
    'circumstances.ownSum.reason': row('case', outward),
  },
  'papers-counted': {
    remark: row('counter', [
      'home-clerk',
      'holding-office',
      'holding-agency',
      'addressed-agency',
      'owning-agency',
    ]),
  },
  'supplement-requested': {
    reason: row('case', outward, ['guest-for-papers', 'portal']),
    'items.reason': row('case', outward, ['guest-for-papers']),
  },
  'warning-recorded': { text: row('counter', outward) },
  'reception-refused': { reason: row('case', outward) },
  'withdrawal-requested': { reason: row('case', outward) },
  'dossier-stopped': { reason: row('case', outward) },
  'deadline-extended': { reason: row('case', outward), override: row('opinion', inward) },
  'deadline-prolonged': { reason: row('case', outward), agreement: row('case', outward) },
  'late-answer-admitted': { reason: row('case', outward) },
  'dossier-transferred': {
    reason: row('opinion', ['home-clerk', 'holding-agency', 'owning-agency']),
  },
  'lease-taken-back': { reason: row('opinion', inward) },
  'decision-proposed': { reason: row('opinion', inward) },
  'proposal-returned': { reason: row('opinion', inward) },
  'dossier-decided': { reason: row('case', outward) },
  'assignment-planned': { task: row('opinion', ofTask) },
  'assignment-answered': { opinion: row('opinion', ofTask) },
  'assignment-recalled': { reason: row('opinion', inward) },
  // Why somebody of the asked agency was not there is its own business.
  'assignment-taken-back': { reason: row('opinion', ['asked-agency']) },
  'payment-requested': {
    reason: row('case', outward, ['guest-for-payment', 'portal']),
    instructions: row('case', outward, ['guest-for-payment']),
  },
  'payment-cancelled': { reason: row('case', outward) },
  // Where somebody lives is for who sends it there: no agency needs it.
  'delivery-chosen': { 'to.address': row('case', ['home-clerk', 'citizen']) },
  // Who asks for a hold is often not to be known to whom it is about.
  'hold-laid': { reason: row('counter', inward) },
  'hold-lifted': { reason: row('counter', inward) },
} as const satisfies { readonly [T in Telling]: { readonly [P in TextPath<FactOf<T>>]: Row } };

/** What is no text and yet not for everybody who sees the dossier: how somebody judged before it was said. */
export const judgements = {
  'decision-proposed': { outcome: { readers: inward } },
  'assignment-answered': { outcome: { readers: ofTask } },
} as const satisfies {
  readonly [T in FactType]?: {
    readonly [P in keyof FactOf<T> & string]?: { readonly readers: Readers };
  };
};

type HeadOf<T> = { readonly [P in TextPath<T>]: readonly Row[] };

/** Where the texts of the facts stand in the head; who reads it may read every fact it may come from. */
export const headFields = {
  'circumstances.incident': [textFields['dossier-registered']['circumstances.incident']],
  'circumstances.agreement': [textFields['dossier-registered']['circumstances.agreement']],
  'circumstances.ownSum.reason': [textFields['dossier-registered']['circumstances.ownSum.reason']],
  warnings: [textFields['warning-recorded'].text],
  'supplements.reason': [textFields['supplement-requested'].reason],
  'supplements.items.reason': [textFields['supplement-requested']['items.reason']],
  'payments.reason': [textFields['payment-requested'].reason],
  'payments.instructions': [textFields['payment-requested'].instructions],
  'payments.end.reason': [textFields['payment-cancelled'].reason],
  'extension.reason': [textFields['deadline-extended'].reason],
  'prolongations.reason': [textFields['deadline-prolonged'].reason],
  'prolongations.agreement': [textFields['deadline-prolonged'].agreement],
  'ending.reason': [
    textFields['reception-refused'].reason,
    textFields['withdrawal-requested'].reason,
    textFields['dossier-stopped'].reason,
  ],
  'chosenDelivery.to.address': [textFields['delivery-chosen']['to.address']],
  'hold.reason': [textFields['hold-laid'].reason],
  'proposal.reason': [textFields['decision-proposed'].reason],
  'decision.reason': [textFields['dossier-decided'].reason],
} as const satisfies HeadOf<Omit<Dossier, 'assignments'>>;

/** The same of one assignment. */
export const assignmentFields = {
  task: [textFields['assignment-planned'].task],
  'answer.opinion': [textFields['assignment-answered'].opinion],
  'recall.reason': [textFields['assignment-recalled'].reason],
} as const satisfies HeadOf<Assignment>;
