import { type Deciding, decideOnce } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import { tuple } from '#domain/identifiers/tuple.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { printing, type Reprint } from '#functions/forms/domain/print-count.ts';
import { printCountKind } from '#functions/forms/records.ts';
import { recordWrite } from '#ports/records.ts';

/** Who prints, as every print route has it. */
export interface PrintAsk {
  readonly actor: Staff;
  /** The caller's own name for this print: told again, it is the same print. */
  readonly print?: string | undefined;
}

/** What is printed: which paper, and about what, down to what makes it another paper. */
interface Paper {
  readonly paper: string;
  readonly about: readonly (string | number)[];
}

/** Each reader has a first print: an officer's copy does not make the citizen's a reprint. */
const readerOf = ({ role, office, agency }: Staff): string => tuple(role, office ?? agency ?? '');

/**
 * Makes a paper as the print that it is by our own count, and counts it; what is not made does not count. Two
 * at once are two prints: the second is made anew as a reprint.
 */
export const countPrint = <T>(
  deps: Deciding,
  { actor, print: key }: PrintAsk,
  { paper, about }: Paper,
  make: (reprint: Reprint) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  decideOnce<T>(deps, undefined, async (now) => {
    const id = tuple(paper, ...about.map(String), readerOf(actor));
    const before = await deps.ledger.record(printCountKind, id);
    const { reprint, after } = printing(id, before, { key, by: actorName(actor), at: now });
    const made = await make(reprint);
    if (!made.ok) return made;
    const records = after === before ? [] : [recordWrite(printCountKind, before, after)];
    return done({ result: made.value, commit: { records } });
  });
