import { type Instant, minutes, plus } from '#domain/time/instant.ts';

declare const counted: unique symbol;

/** How often this was printed before for the same reader, by our own count: 0 is the first print. */
export type Reprint = number & { readonly [counted]: true };

/** What is looked at before there is anything to print. */
export const unprinted = 0 as Reprint;

/** A print, and who asked for it. */
interface Print {
  /** Of the one who prints: asked again with it within a while, it is the same print. */
  readonly key?: string | undefined;
  readonly by: string;
  readonly at: Instant;
}

/** Bản in: how often one paper was printed for one reader. */
export interface PrintCount {
  /** Which paper, about what, for whom. */
  readonly id: string;
  /** One a print. */
  readonly version: number;
  readonly last: Print;
}

/** A printer that jams, or an answer that was lost on its way, is asked again at once. */
const sameFor = minutes(10);

const isSame = ({ last }: PrintCount, { key, by, at }: Print): boolean =>
  key !== undefined && last.key === key && last.by === by && plus(last.at, sameFor) >= at;

/** Lần in: which print this is, and the count after it; the count as it was where it is the same print again. */
export const printing = (
  id: string,
  before: PrintCount | undefined,
  print: Print,
): { readonly reprint: Reprint; readonly after: PrintCount } => {
  if (before && isSame(before, print))
    return { reprint: (before.version - 1) as Reprint, after: before };
  const { key, ...known } = print;
  const last = { ...known, ...(key !== undefined && { key }) };
  const printed = before?.version ?? 0;
  return { reprint: printed as Reprint, after: { id, version: printed + 1, last } };
};
