import acts from '#data/acts.json' with { type: 'json' };

/** Văn bản quy phạm pháp luật, as the product cites it. Days are `YYYY-MM-DD`, both inclusive. */
export interface Act {
  /** Kind, number and year: `NĐ 118/2025`, `Luật Hộ tịch 60/2014`; without a year as it was signed. */
  readonly id: string;
  readonly name?: string;
  readonly from?: string;
  readonly until?: string;
  readonly replacedBy?: string;
  /** H read in the text or from two sources, M one good source, L weak; `unchecked`: nobody has looked. */
  readonly certainty: string;
}

export const knownActs: readonly Act[] = acts;

const kinds: Readonly<Record<string, string>> = {
  'Nghị định': 'NĐ',
  'Thông tư': 'TT',
  'Quyết định': 'QĐ',
  'Nghị quyết': 'NQ',
};

const decree =
  /(Nghị định|Thông tư|Quyết định|Nghị quyết|NĐ|TT|QĐ|NQ) (?:số )?(\d+)\/(\d{4}(?!\d)|[A-ZĐ]+(?:-[A-ZĐ0-9][A-Za-zĐ0-9]*)+)/gu;
const named = new RegExp(
  knownActs
    .filter(({ id }) => id.startsWith('Luật '))
    .map(({ id }) => id.replaceAll('/', '\\/'))
    .join('|'),
  'gu',
);
/** A law with a number that the list does not know. */
const anyLaw = /Luật [\p{Lu}][^.;:()"'`\d]{2,60}? \d{1,3}\/\d{4}/gu;

/** The ids of the acts that a text cites, in its order, each as often as it stands there. */
export const citedIn = (text: string): readonly string[] => [
  ...[...text.matchAll(decree)].map(
    ([, kind = '', number = '', rest = '']) => `${kinds[kind] ?? kind} ${number}/${rest}`,
  ),
  ...[...text.matchAll(named)].map(([id]) => id),
  ...[...text.matchAll(anyLaw)].map(([id]) => id).filter((id) => !id.match(named)),
];

export type ActState = 'unknown' | 'unchecked' | 'not-yet' | 'in-force' | 'ended';

/** How an act stands on a day. */
export const stateOf = (id: string, on: string): ActState => {
  const act = knownActs.find((each) => each.id === id);
  if (!act) return 'unknown';
  if (act.until !== undefined && act.until < on) return 'ended';
  if (act.from !== undefined && act.from > on) return 'not-yet';
  return act.certainty === 'unchecked' ? 'unchecked' : 'in-force';
};

/** What took the place of an ended act, and of that one, as far as is known. */
export const successorOf = (id: string): string | undefined =>
  knownActs.find((each) => each.id === id)?.replacedBy;

/** Where forms are named as they were called in their own time. */
export const ofTheirTime: readonly string[] = [
  'functions/forms/domain/form-sets.ts',
  'local/play/forms/postal-forms.ts',
];

/** Docstrings, and lines of `//` that belong together. */
const comments = /\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*(?:\n|$))+/gm;

/**
 * Acts that a comment, or a line of code, names although they have ended, and without the act that has taken their
 * place: whoever reads the rule is to know that it was read in another one.
 */
export const endedAlone = (source: string, on: string): readonly string[] => {
  const texts = [...(source.match(comments) ?? []), ...source.replace(comments, '').split('\n')];
  return texts.flatMap((text) => {
    const cited = citedIn(text);
    const isAlone = (id: string) =>
      stateOf(id, on) === 'ended' && !cited.includes(successorOf(id) ?? '');
    return [...new Set(cited.filter(isAlone))];
  });
};
