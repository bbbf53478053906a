import * as z from 'zod';
import { parseDay } from '#domain/time/vietnam-time.ts';

export const day = z.string().refine((text) => parseDay(text) !== undefined, 'not a real day');
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const words = z.string().trim().min(1);
/** `07:30`, in Vietnam. */
export const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
export const dongs = z.int().min(0);

export const effective = z
  .strictObject({ from: day, to: day.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins');
