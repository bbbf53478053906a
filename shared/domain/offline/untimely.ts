import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { numbersOf, slipStateOf, type TemporaryBlock } from './temporary-block.ts';
import type { UntimelyTime } from './untimely-time.ts';

/** So much of it is kept of one slip; of the rest the last stands for all. */
const toldKept = 10;

/** The block with one more such time; the same one where it was told before. */
export const withUntimely = (
  block: TemporaryBlock,
  number: TemporaryNumber,
  time: UntimelyTime,
): TemporaryBlock => {
  const { told, count } = block.untimely?.[number] ?? { told: [], count: 0 };
  if (told.some(({ takenAt, why }) => takenAt === time.takenAt && why === time.why)) return block;
  const untimely = { told: [...told.slice(0, toldKept - 1), time], count: count + 1 };
  return {
    ...block,
    version: block.version + 1,
    untimely: { ...block.untimely, [number]: untimely },
  };
};

/**
 * Slips of which somebody has to find out when their papers were taken: neither entered at another time nor void,
 * and nobody has said what it was.
 */
export const untimelyOpen = (block: TemporaryBlock): readonly TemporaryNumber[] =>
  numbersOf(block).filter(
    (number) =>
      !['used', 'void'].includes(slipStateOf(block, number)) && openTimes(block, number).length > 0,
  );

const openTimes = ({ untimely }: TemporaryBlock, number: string): readonly UntimelyTime[] =>
  (untimely?.[number]?.told ?? []).filter(({ settled }) => settled === undefined);

/** Since when the block stands on the supervisors' list; undefined where nothing of it is open. */
export const untimelySince = (block: TemporaryBlock): Instant | undefined => {
  const [first] = untimelyOpen(block)
    .flatMap((number) => openTimes(block, number).map(({ at }) => at))
    .sort((a, b) => a - b);
  return first;
};

/** A supervisor has found out, and takes the slip off the list. */
export const settleUntimely = (
  block: TemporaryBlock,
  number: TemporaryNumber,
  settled: Required<UntimelyTime>['settled'],
): Outcome<TemporaryBlock> => {
  const known = block.untimely?.[number];
  if (!known) return refuse({ code: 'untimely-entry-unknown' });
  if (!untimelyOpen(block).includes(number)) return refuse({ code: 'untimely-entry-settled' });
  const told = known.told.map((time) => ({ ...time, settled: time.settled ?? settled }));
  return done({
    ...block,
    version: block.version + 1,
    untimely: { ...block.untimely, [number]: { ...known, told } },
  });
};
