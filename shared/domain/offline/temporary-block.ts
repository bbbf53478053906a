import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import {
  type BlockId,
  blockOf,
  formatTemporaryNumber,
  type TemporaryNumber,
} from '#domain/identifiers/temporary-number.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Untimely } from './untimely-time.ts';

/** Dải số tạm: slips that a counter keeps in its drawer for the hour when line or power is gone. */
export interface TemporaryBlock {
  readonly id: BlockId;
  readonly version: number;
  readonly office: string;
  /** The counter that has it, in the office's own words. */
  readonly device: string;
  readonly size: number;
  readonly leasedAt: Instant;
  readonly leasedBy: string;
  /** By number; a slip that is not in here is still blank. */
  readonly fates: Readonly<Record<string, SlipFate>>;
  readonly closing?: BlockClosing;
  /** By number, times that were told of a slip and cannot have been. */
  readonly untimely?: Readonly<Record<string, Untimely>>;
}

export type SlipFate =
  | {
      readonly kind: 'used';
      readonly dossierId: DossierId;
      readonly takenAt: Instant;
      readonly enteredAt: Instant;
    }
  | {
      /** Hỏng, hủy: the sheet is kept, as paper slips are counted. */
      readonly kind: 'void';
      readonly reason: string;
      readonly by: string;
      readonly at: Instant;
    };

export interface BlockClosing {
  readonly at: Instant;
  readonly by: string;
  /** Blank sheets that were in the drawer and are destroyed. */
  readonly blanks: readonly TemporaryNumber[];
  /** Where the sheets are that nobody could show. */
  readonly explanation?: string;
}

/** `blank` in an open block; in a closed one `returned` or `missing`. */
export type SlipState = 'blank' | 'used' | 'void' | 'returned' | 'missing';

/** Which blocks an office has open: one record, so that two leases at once are counted together. */
export interface SlipStock {
  /** The office. */
  readonly id: string;
  readonly version: number;
  readonly open: readonly BlockId[];
}

export const numbersOf = ({
  id,
  size,
}: Pick<TemporaryBlock, 'id' | 'size'>): readonly TemporaryNumber[] =>
  Array.from({ length: size }, (_, index) => formatTemporaryNumber(Number(id), index));

export const slipStateOf = (block: TemporaryBlock, number: TemporaryNumber): SlipState => {
  const fate = block.fates[number];
  if (fate) return fate.kind;
  if (!block.closing) return 'blank';
  return block.closing.blanks.includes(number) ? 'returned' : 'missing';
};

/** The numbers of a block that are in a state. */
export const numbersIn = (block: TemporaryBlock, state: SlipState): readonly TemporaryNumber[] =>
  numbersOf(block).filter((number) => slipStateOf(block, number) === state);

/** Whether the block has such a sheet at all. */
const has = (block: TemporaryBlock, number: TemporaryNumber): boolean =>
  blockOf(number) === block.id && numbersOf(block).includes(number);

/**
 * Whether a sheet may still get its fate. One that is missing from a closed block may: its citizen
 * comes with it after all, and is not sent away.
 */
const open = (block: TemporaryBlock, number: TemporaryNumber): Outcome<TemporaryNumber> => {
  if (!has(block, number)) return refuse({ code: 'temporary-number-unknown' });
  const fate = block.fates[number];
  if (fate?.kind === 'used')
    return refuse({ code: 'temporary-number-used', dossierId: fate.dossierId });
  if (fate?.kind === 'void') return refuse({ code: 'temporary-number-void' });
  return slipStateOf(block, number) === 'returned'
    ? refuse({ code: 'temporary-number-returned' })
    : done(number);
};

const withFate = (
  block: TemporaryBlock,
  number: TemporaryNumber,
  fate: SlipFate,
): TemporaryBlock => ({
  ...block,
  version: block.version + 1,
  fates: { ...block.fates, [number]: fate },
});

/** The slip became a dossier, this one and no other. */
export const useSlip = (
  block: TemporaryBlock,
  number: TemporaryNumber,
  fate: Omit<Extract<SlipFate, { kind: 'used' }>, 'kind'>,
): Outcome<TemporaryBlock> => {
  const checked = open(block, number);
  return checked.ok ? done(withFate(block, number, { kind: 'used', ...fate })) : checked;
};

export const voidSlip = (
  block: TemporaryBlock,
  number: TemporaryNumber,
  fate: Omit<Extract<SlipFate, { kind: 'void' }>, 'kind'>,
): Outcome<TemporaryBlock> => {
  const checked = open(block, number);
  return checked.ok ? done(withFate(block, number, { kind: 'void', ...fate })) : checked;
};

/**
 * Đóng dải: used, void, and blank sheets in hand make up the block. What is left over is named, and
 * somebody must say where it is before the block closes.
 */
export const closeBlock = (
  block: TemporaryBlock,
  { blanks, explanation, ...by }: BlockClosing,
): Outcome<TemporaryBlock> => {
  if (block.closing) return refuse({ code: 'temporary-block-closed' });
  const free = numbersIn(block, 'blank');
  const notBlank = blanks.filter((number) => !free.includes(number));
  if (notBlank.length > 0) return refuse({ code: 'slips-not-blank', numbers: notBlank });
  const missing = free.filter((number) => !blanks.includes(number));
  if (missing.length > 0 && explanation === undefined)
    return refuse({ code: 'slips-missing', numbers: missing });
  return done({
    ...block,
    version: block.version + 1,
    closing: {
      ...by,
      blanks: free.filter((number) => blanks.includes(number)),
      ...(explanation !== undefined && { explanation }),
    },
  });
};
