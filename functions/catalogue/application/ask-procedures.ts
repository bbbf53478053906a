import { inForce } from '#domain/catalogue/effective.ts';
import type { Elsewhere } from '#domain/catalogue/elsewhere.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Province } from '#domain/catalogue/province.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Entry, type Found, makeLookUp } from '../domain/question/look-up.ts';

/** A procedure that may be meant: the asker says whether it is, before anything is answered about it. */
export interface Candidate {
  readonly procedure: Procedure;
  /** Which of its names the question says most of. */
  readonly calledBy: string;
  /** What it says of the question, of what the best one says: from 0 to 1. */
  readonly share: number;
}

export interface Reply {
  /** Best first, three at most; none where nothing of what is asked is here. */
  readonly candidates: readonly Candidate[];
  /** It is done, but not here. */
  readonly elsewhere?: Elsewhere;
}

type Thing =
  | { readonly kind: 'procedure'; readonly procedure: Procedure }
  | { readonly kind: 'elsewhere'; readonly elsewhere: Elsewhere };

/** Measured on questions of several authors: below these, what is found is mostly not what was meant. */
const enough = { coverage: 0.2, words: 1.4 } as const;

/** What is done elsewhere is named where it says so much more of the question than anything here. */
const clearlyElsewhere = 1.08;

const mostCandidates = 3;

/** What says less than so much of what the best says is not offered beside it. */
const besideBest = 0.35;

/** Of each code what is in force, or else what was last. */
const latestOf = (procedures: readonly Procedure[], day: VietnamDay): readonly Procedure[] => {
  const latest = new Map<string, Procedure>();
  for (const procedure of procedures) {
    if (procedure.effective.from > day) continue;
    const known = latest.get(procedure.code);
    if (!known || inForce(procedure, day) || known.effective.from < procedure.effective.from)
      latest.set(procedure.code, procedure);
  }
  return [...latest.values()];
};

const makeAsk = (
  { procedures, elsewhere }: Pick<Province, 'procedures' | 'elsewhere'>,
  day: VietnamDay,
) => {
  const here = latestOf(procedures, day).map(
    (procedure): Entry<Thing> => ({
      of: { kind: 'procedure', procedure },
      names: [procedure.name, ...(procedure.commonNames ?? [])],
    }),
  );
  const others = elsewhere.map(
    (each): Entry<Thing> => ({ of: { kind: 'elsewhere', elsewhere: each }, names: each.names }),
  );
  const { lookUp, worthOfOne } = makeLookUp([...here, ...others]);
  const isEnough = ({ coverage, score }: Found<Thing>): boolean =>
    coverage >= enough.coverage && score >= enough.words * worthOfOne;
  return (question: string, not: readonly string[]): Reply => {
    const found = lookUp(question);
    const own = found.filter(
      ({ of }) => of.kind === 'procedure' && !not.includes(of.procedure.code),
    );
    const other = found.find(({ of }) => of.kind === 'elsewhere');
    const best = own[0];
    if (other && other.score > clearlyElsewhere * (best?.score ?? 0))
      return {
        candidates: [],
        ...(isEnough(other) && other.of.kind === 'elsewhere' && { elsewhere: other.of.elsewhere }),
      };
    if (!best || !isEnough(best)) return { candidates: [] };
    return {
      candidates: own
        .filter(({ score }) => score >= besideBest * best.score)
        .slice(0, mostCandidates)
        .flatMap(({ of, name, score }) =>
          of.kind === 'procedure'
            ? [{ procedure: of.procedure, calledBy: name, share: score / best.score }]
            : [],
        ),
    };
  };
};

/**
 * Hỏi thủ tục: up to three procedures that a question in people's own words may be about. Says nothing about any
 * of them: what is answered comes from the catalogue, with its source, once the asker has said which it is.
 * `not`: codes that the asker said are not meant.
 */
export const procedureLookUp = (province: Pick<Province, 'procedures' | 'elsewhere'>) => {
  let last: { readonly day: VietnamDay; readonly ask: ReturnType<typeof makeAsk> } | undefined;
  return (question: string, day: VietnamDay, not: readonly string[] = []): Reply => {
    if (last?.day !== day) last = { day, ask: makeAsk(province, day) };
    return last.ask(question, not);
  };
};
