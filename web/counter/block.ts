import type { Told } from '../api/ask.ts';

export type BlockTold = Told<'GET /v1/temporary-blocks/{block}'>;
type SlipState = BlockTold['slips'][number]['state'];

/** How a counter is called in addresses and on sheets: `Quầy số 2` is `quay-so-2`. */
export const deviceNamed = (typed: string): string =>
  typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

/** Whole, from 1; undefined for what is no number of slips. */
export const sizeTyped = (typed: string, most: number): number | undefined => {
  const size = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return size >= 1 && size <= most ? size : undefined;
};

export const numbersIn = (
  { slips }: Pick<BlockTold, 'slips'>,
  state: SlipState,
): readonly string[] => slips.filter((slip) => slip.state === state).map(({ number }) => number);

/** A block is closed with what lies in the drawer; what nobody can show is missing until it is explained. */
export const missingWith = (
  block: Pick<BlockTold, 'slips'>,
  inDrawer: ReadonlySet<string>,
): readonly string[] => numbersIn(block, 'blank').filter((number) => !inDrawer.has(number));
