import type { Parsed } from '#domain/parsed.ts';

/** A Vietnamese mobile number in E.164, `+84` and nine digits. Portability: the prefix names no network. */
export type VietnamMobile = string & { readonly __vietnamMobile: true };

/** What the clerk should know of a number, to read it back. */
export const phoneWarnings = [
  'phone-converted-from-eleven-digits',
  /** A spreadsheet took it for a number. */
  'phone-leading-zero-restored',
  /** Điện thoại cố định: no message reaches it, it is called. */
  'phone-landline',
] as const;
export type PhoneWarning = (typeof phoneWarnings)[number];

export interface ReadPhone {
  /** E.164. */
  readonly phone: string;
  readonly warnings: readonly PhoneWarning[];
}

/** Nine-digit national numbers, as assigned (domain §6, libphonenumber 1.13.16). */
const mobile =
  /^(?:1[46]0|(?:3\d|7[06-9])\d|5(?:[1689]\d|2[238]|59)|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d{6}$/;

/** Ten digits with the area codes of 2017 (QĐ 2036/QĐ-BTTTT), as libphonenumber has them. */
const landline =
  /^2(?:0[3-9]|1[0-689]|2[0-25-9]|[38][2-9]|4[2-8]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\d{7}$/;

/**
 * The renumbering of 15/9/2018, old prefix without its 0 → new (Bộ TT&TT): 0120 became
 * 070, 0169 became 039.
 */
const renumbered: ReadonlyMap<string, string> = new Map(
  `120:70 121:79 122:77 123:83 124:84 125:85 126:76 127:81 128:78 129:82
   162:32 163:33 164:34 165:35 166:36 167:37 168:38 169:39 186:56 188:58 199:59`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 3), entry.slice(4)]),
);

const separators = /[\s.()/\-\u2010-\u2015\p{Cf}]/gu;

/** `+84 (0)912…`: the zero that is dialled inside the country, written with the country's code. */
const international = /^(?:\+84|0084|84)0?(?=[1-9]\d{8,9}$)/;

/**
 * Any telephone of the country. Accepts 0…, 84…, +84…, 0084…, `+84 (0)…`, and a number whose 0 was lost, with
 * the spaces, dots, slashes and dashes that people write and the invisible direction marks that address
 * books paste. Only ASCII digits: others are no telephone keys.
 */
export const readVietnamPhone = (text: string): Parsed<ReadPhone, 'not-a-vietnamese-phone'> => {
  const typed = text.slice(0, 60).replace(separators, '');
  const digits = typed.replace(international, '0');
  const found = nationalPhone(digits.replace(/^0/, ''));
  if (!/^\d+$/.test(digits) || !found) return { ok: false, reason: 'not-a-vietnamese-phone' };
  const restored = digits.startsWith('0') ? [] : (['phone-leading-zero-restored'] as const);
  return {
    ok: true,
    value: { phone: `+84${found.national}`, warnings: [...restored, ...found.warnings] },
  };
};

const nationalPhone = (
  digits: string,
): { readonly national: string; readonly warnings: readonly PhoneWarning[] } | undefined => {
  if (mobile.test(digits)) return { national: digits, warnings: [] };
  if (landline.test(digits)) return { national: digits, warnings: ['phone-landline'] };
  const prefix = digits.length === 10 ? renumbered.get(digits.slice(0, 3)) : undefined;
  return prefix === undefined
    ? undefined
    : { national: `${prefix}${digits.slice(3)}`, warnings: ['phone-converted-from-eleven-digits'] };
};

/** True where an SMS can go: E.164 of a mobile. */
export const isMobile = (phone: string): phone is VietnamMobile =>
  phone.startsWith('+84') && mobile.test(phone.slice(3));

/** The same reading, where only a number that takes messages will do. */
export const parseVietnamMobile = (
  text: string,
): Parsed<VietnamMobile, 'not-a-vietnamese-mobile'> => {
  const read = readVietnamPhone(text);
  return read.ok && isMobile(read.value.phone)
    ? { ok: true, value: read.value.phone }
    : { ok: false, reason: 'not-a-vietnamese-mobile' };
};
