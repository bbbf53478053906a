import * as z from 'zod';
import { copyKinds, type Paper } from '#domain/custody/paper.ts';
import * as shape from '#edge/shapes.ts';

/** Copies of one paper, of one kind. */
export const PaperShape = z.strictObject({
  id: shape.slug,
  copyKind: z.enum(copyKinds),
  count: z.int().min(1).max(99),
});

export const papers = (some: readonly Paper[]) =>
  some.map(({ id, copyKind, count }) => ({ id, copyKind, count }));
