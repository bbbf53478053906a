import * as z from 'zod';
import { parseOrganisationName, parsePersonName } from '#domain/identifiers/person-name.ts';
import { parsePersonalNumber } from '#domain/identifiers/personal-number.ts';
import { parseVietnamMobile, readVietnamPhone } from '#domain/identifiers/phone.ts';
import { parseTaxNumber } from '#domain/identifiers/tax-number.ts';
import { asTyped, isPlain, shownOf } from '#domain/identifiers/typed-text.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Shapes that several contracts share. Lengths first: nothing long reaches a pattern. */
export const ulid = z
  .string()
  .length(26)
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
export const sha256Hex = z
  .string()
  .length(64)
  .regex(/^[0-9a-f]{64}$/);
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const dongs = z.int().min(0).max(1_000_000_000);

/** Số giấy nộp tiền, as the treasury or the bank prints it. */
export const paymentReference = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{3,39}$/);

/** Years that somebody may mean: people's births and the longest terms. */
const isInThisAge = (day: string): boolean => day >= '1900' && day < '2200';

/** Epoch milliseconds inside, ISO 8601 with Vietnam's offset outside. */
export const isoTime = z.iso
  .datetime({ offset: true })
  .refine(isInThisAge, { error: 'year-out-of-range' });

/** A real calendar day, `YYYY-MM-DD`. */
export const vietnamDay = z.iso
  .date()
  .refine(isInThisAge, { error: 'year-out-of-range' })
  .transform((day) => day as VietnamDay);

/** As it was typed, and nothing in it that cannot be seen; lines and tabs may be. */
export const text = (limit: number) =>
  z
    .string()
    .max(limit * 4)
    .transform(asTyped)
    .pipe(
      z
        .string()
        .min(1)
        .max(limit)
        .refine((typed) => isPlain(typed.replace(/[\t\n\r]/g, ' ')), {
          error: 'has-control-characters',
        }),
    );

/** Printable ASCII without spaces: what machines call things. */
export const word = (limit: number, least = 1) =>
  z
    .string()
    .min(least)
    .max(limit)
    .regex(/^[\x21-\x7e]*$/);

/** What a partner's system says to people: taken down, and never refused for how it is written. */
export const partnerText = (limit: number) => z.string().max(limit).transform(shownOf);

/** Turns a domain parser into a zod shape: its reason becomes the issue's message. */
export const parsed = <T>(
  limit: number,
  parse: (value: string) => { ok: true; value: T } | { ok: false; reason: string },
) =>
  z
    .string()
    .max(limit)
    .transform((value, context): T => {
      const result = parse(value);
      if (result.ok) return result.value;
      context.addIssue({ code: 'custom', message: result.reason });
      return z.NEVER;
    });

/** A number that takes messages, E.164. */
export const vietnamMobile = parsed(60, parseVietnamMobile);
export const personName = parsed(400, parsePersonName);
const organisationName = parsed(600, parseOrganisationName);

/** As a partner's system has it: what is no name is as good as none, and never holds the news up. */
export const toldName = z
  .string()
  .max(400)
  .transform((told) => {
    const name = parsePersonName(told);
    return name.ok ? name.value : undefined;
  });

/** Any telephone of the country, E.164. */
export const vietnamPhone = parsed(60, (typed) => {
  const read = readVietnamPhone(typed);
  return read.ok ? { ok: true, value: read.value.phone } : read;
});

/** The same, with what the clerk should know of how it was read. */
export const phoneAsRead = parsed(60, readVietnamPhone);

/** CCCD, CMND or passport, with the blanks and dots that people write. */
export const personalNumber = parsed(40, (typed) => {
  const read = parsePersonalNumber(typed);
  return read.ok ? { ok: true, value: read.value.number } : read;
});

const taxNumber = parsed(40, parseTaxNumber);

/** An e-mail address, without the blanks that came along. */
export const email = z.string().max(600).transform(asTyped).pipe(z.email().max(254));

/** Chủ hồ sơ. A child may have no number yet. */
export const dossierOwner = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    name: personName,
    address: text(300),
    number: personalNumber.optional(),
  }),
  z.strictObject({
    kind: z.literal('organisation'),
    name: organisationName,
    address: text(300),
    number: taxNumber.optional(),
  }),
]);

/** Paging of a list: how many, and behind which line's sort key. */
export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z
    .string()
    .max(60)
    .regex(/^\d{14}#[0-9A-Z]{26}$/)
    .optional(),
};

/** A page of the access log, behind the line that the page before ended with. */
export const accessPage = {
  limit: page.limit,
  after: z
    .string()
    .max(100)
    .regex(/^[\d#a-f-]+$/)
    .optional(),
};
