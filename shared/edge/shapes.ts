import * as z from 'zod';
import { parsePersonName } from '#domain/identifiers/person-name.ts';
import { parseVietnamMobile } from '#domain/identifiers/phone.ts';
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
export const parsed = <T extends string>(
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

export const vietnamMobile = parsed(24, parseVietnamMobile);
export const personName = parsed(400, parsePersonName);

/** CCCD 12 digits, CMND 9 digits, passport one or two letters and 6–8 digits. */
export const personalNumber = z
  .string()
  .max(20)
  .regex(/^(?:\d{9}|\d{12}|[A-Z]{1,2}\d{6,8})$/);

/** Mã số thuế: ten digits, a branch's three behind a hyphen (TT 105/2020/TT-BTC art. 5). */
const taxNumber = z
  .string()
  .max(14)
  .regex(/^\d{10}(?:-\d{3})?$/);

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
    name: text(300),
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
