import type { Parsed } from '#domain/parsed.ts';

/** A ULID: 26 characters of Crockford base32, upper case; the first is at most 7 (48 bits of time). */
export type Ulid = string & { readonly __ulid: true };

const shape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Strict: what we mint is upper case, so any other spelling was not minted here. */
export const parseUlid = <Id extends Ulid = Ulid>(text: string): Parsed<Id, 'not-a-ulid'> =>
  text.length === 26 && shape.test(text)
    ? { ok: true, value: text as Id }
    : { ok: false, reason: 'not-a-ulid' };
