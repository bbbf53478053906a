import type { ProblemDetails } from '#api/problem-details.ts';
import { type Draft, emptyDraft, emptyMatter, type Matter } from './draft.ts';

/** So many does the API take at once. */
export const mostMatters = 50;

/** What the form says of this dossier alone. */
const matterOf = (draft: Draft): Matter => {
  const { number, name, phone, address, ...rest } = draft;
  const { owner, ownerName, ownerNumber, ownerAddress, others, ...matter } = rest;
  return matter;
};

/** Every dossier of this sender, in the order in which they were typed; the one in the form comes last. */
export const mattersOf = (draft: Draft): readonly Matter[] =>
  draft.procedure === '' ? draft.others : [...draft.others, matterOf(draft)];

/** The form is free for the next dossier of the same sender, who mostly wants it sent the same way. */
export const putAside = (draft: Draft): Draft => ({
  ...draft,
  ...emptyMatter(draft.intakeMode),
  carriage: draft.carriage,
  others: mattersOf(draft),
});

/** Comes back into the form; what is in there is put aside. */
export const takeUp = (draft: Draft, n: number): Draft => {
  const chosen = draft.others[n];
  if (!chosen) return draft;
  const others = draft.others.filter((_, each) => each !== n);
  return { ...putAside({ ...draft, others }), problem: undefined, ...chosen };
};

export const leaveOut = (draft: Draft, n: number): Draft => ({
  ...draft,
  others: draft.others.filter((_, each) => each !== n),
});

/** What follows where the dossier in the form was taken alone: the sender's next one, or nobody's yet. */
export const afterThis = (draft: Draft): Draft => {
  const [next, ...others] = draft.others;
  return next ? { ...draft, problem: undefined, ...next, others } : emptyDraft(draft.intakeMode);
};

/** The one in the form, as if there were no others. */
export const alone = (draft: Draft): Draft => ({ ...draft, others: [] });

/**
 * What is left of a draft that was sent: each refused dossier with its reason, the first of them in the form;
 * an empty draft where none was refused.
 * @param problems by the place that a dossier had, counted from 0
 */
export const leftOf = (draft: Draft, problems: ReadonlyMap<number, ProblemDetails>): Draft => {
  const others = mattersOf(draft).flatMap((matter, n) => {
    const problem = problems.get(n);
    return problem ? [{ ...matter, problem }] : [];
  });
  return afterThis({ ...draft, others });
};
