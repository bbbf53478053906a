import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Channel } from './channel.ts';
import { inForce } from './effective.ts';
import type { Procedure, ProcedureFee } from './procedure.ts';

/** What a fee depends on besides the procedure. */
export interface FeeAsked {
  readonly channel: Channel;
  readonly day: VietnamDay;
  /** Pages of the original, of what is taken by page. */
  readonly pages?: number | undefined;
  /** Copies asked for; one unless told. */
  readonly copies?: number | undefined;
}

/** Phí, lệ phí of one filing, as the catalogue has them. */
export interface FeesDue {
  readonly items: readonly {
    readonly kind: ProcedureFee['kind'];
    /** Whole đồng. */
    readonly amountVnd: number;
    readonly note: string;
  }[];
  readonly totalVnd: number;
  /**
   * Why the total may not be all: a fee is taken by page and the pages are not known, or nobody has read
   * the decision of the HĐND that sets it.
   */
  readonly lacks: readonly ('pages' | 'confirmation')[];
}

/** What the catalogue asks for a filing that comes this way on that day. */
export const feesDue = (
  { fees, certainties }: Pick<Procedure, 'fees' | 'certainties'>,
  asked: FeeAsked,
): FeesDue => {
  const taken = fees.filter(isTaken(asked));
  const items = taken.flatMap((fee) => {
    const amountVnd = amountOf(fee, asked);
    return amountVnd === undefined ? [] : [{ kind: fee.kind, amountVnd, note: fee.note }];
  });
  return {
    items,
    totalVnd: items.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
    lacks: [
      ...(items.length < taken.length ? (['pages'] as const) : []),
      ...(certainties?.fees === 'unknown' ? (['confirmation'] as const) : []),
    ],
  };
};

const isTaken =
  ({ channel, day }: FeeAsked) =>
  ({ channels, effective }: ProcedureFee): boolean =>
    (channels?.includes(channel) ?? true) && (!effective || inForce({ effective }, day));

/** TT 226/2016/TT-BTC: pages of the original, for each copy, with a ceiling a copy. */
const amountOf = (
  { amountVnd, byPage, perCopy }: ProcedureFee,
  { pages, copies = 1 }: FeeAsked,
): number | undefined => {
  if (!byPage) return perCopy ? amountVnd * copies : amountVnd;
  if (pages === undefined) return undefined;
  const first = Math.min(pages, byPage.firstPages) * amountVnd;
  const next = Math.max(0, pages - byPage.firstPages) * byPage.nextVnd;
  return Math.min(first + next, byPage.atMostVnd) * copies;
};
