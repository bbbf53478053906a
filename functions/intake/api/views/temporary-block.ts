import * as z from 'zod';
import {
  numbersIn,
  numbersOf,
  slipStateOf,
  type TemporaryBlock,
} from '#domain/offline/temporary-block.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import { untimelyTimes, untimelyView } from './untimely.ts';

const Slip = z.object({
  number: z.string(),
  state: z.enum(['blank', 'used', 'void', 'returned', 'missing']),
  /** What the slip became. */
  dossierId: shape.ulid.optional(),
  takenAt: shape.isoTime.optional(),
  enteredAt: shape.isoTime.optional(),
  /** Why it is void. */
  reason: z.string().optional(),
  /** Mã tra cứu of a blank slip, for the counter that prints it without a line. */
  trackingSecret: z.string().optional(),
  /** Times that were told of it and cannot have been; they moved nothing. */
  untimely: z.object(untimelyTimes).optional(),
});

const BlockHead = z.object({
  block: z.string(),
  version: z.int(),
  device: z.string(),
  state: z.enum(['open', 'closed']),
  leasedAt: shape.isoTime,
  closedAt: shape.isoTime.optional(),
  /** Together the size of the block. */
  counts: z.object({
    blank: z.int(),
    used: z.int(),
    void: z.int(),
    returned: z.int(),
    missing: z.int(),
  }),
  /** Numbers that nobody can account for. */
  missing: z.array(z.string()),
  explanation: z.string().optional(),
});

export const BlockView = BlockHead.extend({ slips: z.array(Slip) });
export const BlockListView = z.object({ items: z.array(BlockHead), next: z.string().optional() });

export const blockHead = (block: TemporaryBlock): z.output<typeof BlockHead> => {
  const { id, version, device, leasedAt, closing } = block;
  const count = (state: Parameters<typeof numbersIn>[1]) => numbersIn(block, state).length;
  return {
    block: id,
    version,
    device,
    state: closing ? 'closed' : 'open',
    leasedAt: isoVietnam(leasedAt),
    ...(closing && { closedAt: isoVietnam(closing.at) }),
    counts: {
      blank: count('blank'),
      used: count('used'),
      void: count('void'),
      returned: count('returned'),
      missing: count('missing'),
    },
    missing: [...numbersIn(block, 'missing')],
    ...(closing?.explanation !== undefined && { explanation: closing.explanation }),
  };
};

/** @param secrets of the blank slips, by number; none where they are not to be shown. */
export const blockView = (
  block: TemporaryBlock,
  secrets: ReadonlyMap<string, string> = new Map(),
): z.output<typeof BlockView> => ({
  ...blockHead(block),
  slips: numbersOf(block).map((number) => {
    const fate = block.fates[number];
    const secret = secrets.get(number);
    const untimely = block.untimely?.[number];
    return {
      number,
      state: slipStateOf(block, number),
      ...(secret !== undefined && { trackingSecret: secret }),
      ...(untimely && { untimely: untimelyView(untimely) }),
      ...(fate?.kind === 'void' && { reason: fate.reason }),
      ...(fate?.kind === 'used' && {
        dossierId: fate.dossierId,
        takenAt: isoVietnam(fate.takenAt),
        enteredAt: isoVietnam(fate.enteredAt),
      }),
    };
  }),
});
