import type { Parsed } from '#domain/parsed.ts';

/** A ULID: 26 characters of Crockford base32, upper case; the first is at most 7. */
export type Ulid = string & { readonly __ulid: true };

const shape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const parseUlid = (text: string): Parsed<Ulid, 'not-a-ulid'> =>
  text.length === 26 && shape.test(text)
    ? { ok: true, value: text as Ulid }
    : { ok: false, reason: 'not-a-ulid' };
