import * as z from 'zod';
import { type AccessEntry, readKinds } from '#domain/access/access-entry.ts';
import { roles } from '#domain/actor/actor.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { OwnAccess } from '#functions/tracking/application/read-own-access.ts';

/** No person is named: the office or agency answers for its people, and its supervisor knows who it was. */
export const OwnAccessView = z.object({
  items: z.array(
    z.object({
      at: shape.isoTime,
      /** `citizen`: whoever holds the receipt; `phone`: whoever holds the telephone. */
      by: z.enum(['staff', 'citizen', 'phone']),
      capacity: z.enum(roles).optional(),
      /** Post office or agency. */
      place: z.string().optional(),
      what: z.enum(readKinds),
      /** Somebody wanted to see it and was not let. */
      wasRefused: z.boolean(),
    }),
  ),
  next: z.string().optional(),
});

const kindOf = ({ reader }: AccessEntry) => {
  const [kind] = reader.split(':');
  return kind === 'staff' || kind === 'phone' ? kind : 'citizen';
};

export const ownAccessView = ({ items, next }: OwnAccess): z.output<typeof OwnAccessView> => ({
  items: items.map((entry) => ({
    at: isoVietnam(entry.at),
    by: kindOf(entry),
    ...(entry.capacity && { capacity: entry.capacity }),
    ...(entry.place !== undefined && { place: entry.place }),
    what: entry.what,
    wasRefused: entry.refused !== undefined,
  })),
  ...(next !== undefined && { next }),
});
