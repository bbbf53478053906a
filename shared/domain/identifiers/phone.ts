import type { Parsed } from '#domain/parsed.ts';

/** A Vietnamese mobile number in E.164, `+84` and nine digits. Portability: the prefix names no network. */
export type VietnamMobile = string & { readonly __vietnamMobile: true };

/** Mobile national numbers, nine digits: 3x, 5x, 7x, 8x, 9x as assigned (libphonenumber metadata, VN). */
const mobile =
  /^(?:3\d|5(?:[1689]\d|2[238]|59)|7[06-9]|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d+$/;

/** Eleven-digit numbers of before 2018 and what became of them (Bộ TT&TT, 2018). */
const before2018: Readonly<Record<string, string>> = {
  '120': '70', '121': '79', '122': '77', '123': '83', '124': '84', '125': '85', '126': '76',
  '127': '81', '128': '78', '129': '82', '162': '32', '163': '33', '164': '34', '165': '35',
  '166': '36', '167': '37', '168': '38', '169': '39', '186': '56', '188': '58', '199': '59',
};

/** Accepts 0…, 84…, +84…, with spaces, dots and dashes as people write them. */
export const parseVietnamMobile = (text: string): Parsed<VietnamMobile, 'not-a-vietnamese-mobile'> => {
  const digits = text.trim().replace(/[ .\-()]/g, '');
  const [, national = ''] = /^(?:\+84|84|0)([1-9]\d{8,9})$/.exec(digits) ?? [];
  const modern = modernise(national);
  return modern.length === 9 && mobile.test(modern)
    ? { ok: true, value: `+84${modern}` as VietnamMobile }
    : { ok: false, reason: 'not-a-vietnamese-mobile' };
};

const modernise = (national: string): string => {
  const prefix = national.length === 10 ? before2018[national.slice(0, 3)] : undefined;
  return prefix ? `${prefix}${national.slice(3)}` : national;
};

/** `+84912345678` → `091•••••78`: enough to recognise, not enough to call. */
export const maskPhone = (phone: VietnamMobile): string =>
  `0${phone.slice(3, 5)}•••••${phone.slice(-2)}`;
