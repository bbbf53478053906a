import * as z from 'zod';
import { retentionClasses } from '#domain/retention/keeping.ts';
import { count, day, word } from '../shapes.ts';

/** How long a dossier is kept, and what came of it. */
export const retentionFacts = [
  z.strictObject({ type: z.literal('hold-laid'), reason: word, laidBy: word }),
  z.strictObject({ type: z.literal('hold-lifted'), reason: word, liftedBy: word }),
  z.strictObject({
    type: z.literal('retention-ended'),
    retentionClass: z.enum(retentionClasses),
    keptUntil: day,
  }),
  z.strictObject({ type: z.literal('files-erased'), files: count }),
] as const;
