import * as z from 'zod';
import { words } from './field.ts';

export const certainty = z.enum(['high', 'medium', 'low']);

/** A value with the text that it stands in. */
export const stated = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ value, certainty, certaintyNote: words.optional(), source: words })
    .refine(
      (fact) => fact.certainty === 'high' || fact.certaintyNote !== undefined,
      'does not say what is uncertain',
    );
