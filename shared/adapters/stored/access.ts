import * as z from 'zod';
import { type AccessEntry, type AccessLink, readKinds } from '#domain/access/access-entry.ts';
import { roles } from '#domain/actor/actor.ts';
import { exactly } from './exactly.ts';
import { moment, ordinal, sha256Hex, word } from './shapes.ts';

const entry = exactly<AccessEntry>()(
  z.strictObject({
    reader: word,
    name: z.exactOptional(word),
    capacity: z.exactOptional(z.enum(roles)),
    place: z.exactOptional(word),
    operation: word,
    what: z.enum(readKinds),
    subject: z.exactOptional(word),
    refused: z.exactOptional(word),
    at: moment,
  }),
);

const link = exactly<AccessLink>()(
  z.strictObject({
    entry,
    lane: z.int().min(0),
    number: ordinal,
    prevHash: sha256Hex,
    hash: sha256Hex,
  }),
);

export const readAccessLink = (stored: unknown): AccessLink => link.parse(stored);

/** The same of what may have been tampered with: undefined for what can be read as none. */
export const accessLinkOr = (stored: unknown): AccessLink | undefined => {
  const read = link.safeParse(stored);
  return read.success ? read.data : undefined;
};
