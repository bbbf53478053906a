import * as z from 'zod';
import type { Holder, Holding } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { exactly } from './exactly.ts';

/** A stored text that was a parsed value when it was written. */
export const branded = <T extends string>(shape: z.ZodType<string> = z.string()) =>
  shape as unknown as z.ZodType<T, string>;

const ulidShape = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
export const ulidOf = <T extends Ulid>() => branded<T>(ulidShape);
/** Epoch milliseconds. */
export const moment = z.int() as unknown as z.ZodType<Instant, number>;
export const day = branded<VietnamDay>(z.iso.date());
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
/** 1, 2, 3 … */
export const ordinal = z.int().min(1);
export const count = z.int().min(0);
export const word = z.string();
export const words = z.array(z.string());

const paperMembers = {
  id: word,
  copyKind: z.enum(['original', 'certified', 'photocopy']),
  count,
};
export const paper = exactly<Paper>()(z.strictObject(paperMembers));
export const papers = z.array(paper);

export const party = exactly<Party>()(
  z.strictObject({ kind: z.enum(['office', 'agency']), id: word }),
);

export const holder = exactly<Holder>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('citizen') }),
    z.strictObject({
      kind: z.enum(['office', 'agency', 'courier', 'carrier', 'missing']),
      id: word,
    }),
  ]),
);

export const holding = exactly<Holding>()(z.strictObject({ ...paperMembers, holder }));
