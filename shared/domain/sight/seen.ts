import type { Assignment } from '#domain/dossier/assignments.ts';
import type { CaseDecision, Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import { assignmentFields, headFields, judgements, textFields } from './fields.ts';
import type { Reader, Sight } from './reader.ts';
import { atPath, foundAt } from './text-path.ts';

/** What stands in place of a text that this reader is not to see. */
export const withheldText = '[không hiển thị]';

type Readers = readonly Reader[];
type Fact = { readonly type: string };

type Rows = readonly (readonly [string, Readers])[];

const rowsByType = (
  table: Readonly<Record<string, Readonly<Record<string, { readonly readers: Readers }>>>>,
): ReadonlyMap<string, Rows> =>
  new Map(
    Object.entries(table).map(([type, rows]) => [
      type,
      Object.entries(rows).map(([path, { readers }]) => [path, readers]),
    ]),
  );

const texts = rowsByType(textFields);
const judged = rowsByType(judgements);

const textsOf = ({ type }: Fact): Rows => texts.get(type) ?? [];
const rowsOf = (fact: Fact): Rows => [...textsOf(fact), ...(judged.get(fact.type) ?? [])];

/** The task that a fact is about: those of assignments bear its number. */
const taskOf = (fact: Fact): number | undefined =>
  fact.type.startsWith('assignment-') ? Number(Reflect.get(fact, 'id')) : undefined;

const hiddenOf = (rows: Rows, sight: Sight, fact: Fact): readonly string[] =>
  rows.flatMap(([path, readers]) =>
    !sight(readers, taskOf(fact)) && foundAt(fact, path.split('.')).length > 0 ? [path] : [],
  );

/** The fields of a fact, of any version, that are there and not for this reader. */
export const hiddenFields = (sight: Sight, fact: Fact): readonly string[] =>
  hiddenOf(rowsOf(fact), sight, fact);

export interface SeenFact {
  readonly fact: Readonly<Record<string, unknown>>;
  /** What was taken out: `reason`, `items.reason`. */
  readonly withheld: readonly string[];
}

export const factSeenBy = (sight: Sight, fact: Fact): SeenFact => {
  const withheld = hiddenFields(sight, fact);
  const seen = withheld.reduce<unknown>(
    (rest, path) => atPath(rest, path.split('.'), () => undefined),
    fact,
  );
  return { fact: Object(seen), withheld };
};

/** The event with {@link withheldText} in place of the texts, for those who make a dossier of events. */
export const eventSeenBy = <E extends DossierEvent>(sight: Sight, event: E): E => ({
  ...event,
  fact: hiddenOf(textsOf(event.fact), sight, event.fact).reduce(
    (rest, path) => atPath(rest, path.split('.'), () => withheldText) as E['fact'],
    event.fact,
  ),
});

const withheldIn = <T>(
  thing: T,
  rows: Readonly<Record<string, readonly { readonly readers: Readers }[]>>,
  sees: (readers: Readers) => boolean,
): T =>
  Object.entries(rows)
    .filter(([, sources]) => !sources.every(({ readers }) => sees(readers)))
    .reduce<T>((rest, [path]) => atPath(rest, path.split('.'), () => withheldText) as T, thing);

/** The proposal, for those who may know how somebody judged before it was said. */
export const proposalSeenBy = (
  sight: Sight,
  { proposal }: Pick<Dossier, 'proposal'>,
): CaseDecision | undefined =>
  sight(judgements['decision-proposed'].outcome.readers) ? proposal : undefined;

/** The dossier with {@link withheldText} in place of what this reader is not to see. */
export const dossierSeenBy = (sight: Sight, dossier: Dossier): Dossier => ({
  ...withheldIn(dossier, headFields, sight),
  assignments: dossier.assignments.map(
    (assignment): Assignment =>
      withheldIn(assignment, assignmentFields, (readers) => sight(readers, assignment.id)),
  ),
});
