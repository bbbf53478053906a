import type { Parsed } from '#domain/parsed.ts';

/** A Vietnamese mobile number in E.164, `+84` and nine digits. Portability: the prefix names no network. */
export type VietnamMobile = string & { readonly __vietnamMobile: true };

export interface ReadMobile {
  readonly phone: VietnamMobile;
  /** Set when an eleven-digit number of before 2018 was converted: the clerk reads it back. */
  readonly note?: 'converted-from-eleven-digits';
}

/** Nine-digit national numbers, as assigned (domain §6, libphonenumber 1.13.16). */
const mobile =
  /^(?:1[46]0|(?:3\d|7[06-9])\d|5(?:[1689]\d|2[238]|59)|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d{6}$/;

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

const separators = /[\s.()\-\u2010-\u2015\p{Cf}]/gu;

/**
 * Accepts 0…, 84…, +84…, 0084…, with the spaces, dots and dashes that people write and the invisible
 * direction marks that address books paste. Only ASCII digits: others are no telephone keys.
 */
export const readVietnamMobile = (text: string): Parsed<ReadMobile, 'not-a-vietnamese-mobile'> => {
  const digits = text.slice(0, 60).replace(separators, '');
  const [, national = ''] = /^(?:\+84|0084|84|0)([1-9]\d{8,9})$/.exec(digits) ?? [];
  if (mobile.test(national)) return { ok: true, value: { phone: e164(national) } };
  const prefix = national.length === 10 ? renumbered.get(national.slice(0, 3)) : undefined;
  return prefix
    ? {
        ok: true,
        value: {
          phone: e164(`${prefix}${national.slice(3)}`),
          note: 'converted-from-eleven-digits',
        },
      }
    : { ok: false, reason: 'not-a-vietnamese-mobile' };
};

const e164 = (national: string): VietnamMobile => `+84${national}` as VietnamMobile;

export const parseVietnamMobile = (
  text: string,
): Parsed<VietnamMobile, 'not-a-vietnamese-mobile'> => {
  const read = readVietnamMobile(text);
  return read.ok ? { ok: true, value: read.value.phone } : read;
};
