import type { Parsed } from '#domain/parsed.ts';
import { formatDay, parseDay, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** Parts of a mã hồ sơ. */
export interface DossierCodeParts {
  readonly agencyCode: string;
  /** Day of acceptance in Vietnam. */
  readonly day: VietnamDay;
  /** 1, 2, 3 … within the agency's day. */
  readonly sequence: number;
}

/**
 * Fills a template such as `{agency}-{yyMMdd}-{seq:4}` (TT 01/2018, since replaced by TT 03/2025) or `{agency}-{yyyyMMdd}-{seq:7}`
 * (ministries, 2026). A sequence wider than its field is written whole: a day of more than 9999
 * dossiers has codes too.
 */
export const formatDossierCode = (template: string, parts: DossierCodeParts): string => {
  const [day = '', month = '', year = ''] = formatDay(parts.day).split('/');
  return template
    .replaceAll('{agency}', parts.agencyCode)
    .replaceAll('{yyyyMMdd}', `${year}${month}${day}`)
    .replaceAll('{yyMMdd}', `${year.slice(2)}${month}${day}`)
    .replace(/\{seq:(\d+)\}/g, (_, width) => String(parts.sequence).padStart(Number(width), '0'));
};

/** Hyphens, dashes, the minus sign, and what a phone's keyboard makes of two hyphens. */
const dashes = /[-\u2010-\u2015\u2212_]+/g;
/** Middle dots and bullets that stand for a full stop. */
const dots = /[.\u00B7\u2022\u2027\u3002]+/g;
/** A code whose dashes were read out, typed as spaces or dots: the tail is still a day and a number. */
const tail = /^(.+?)[-. ](\d{8}|\d{6})[-. ](\d{4,9})$/;

/**
 * The number in the address that a QR code on a paper opens; other texts as they are. The tracking secret
 * behind `#` is no part of it.
 */
export const withoutAddress = (typed: string): string =>
  typed.replace(/#.*$/s, '').replace(/^.*\//s, '');

/**
 * What a citizen types or scans, in the form that codes are kept in: upper case, plain dashes and dots, no
 * spaces. Always answers a text; whether it is a code is for {@link parseDossierCode}.
 */
export const normaliseDossierCode = (typed: string): string => {
  const plain = withoutAddress(typed.slice(0, 200).normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(dashes, '-')
    .replace(dots, '.')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-.]) ?/g, '$1')
    .trim()
    .toUpperCase();
  return plain.replace(tail, '$1-$2-$3').replaceAll(' ', '');
};

const code = /^([A-Z0-9]+(?:\.[A-Z0-9]+)*)-(\d{6}|\d{8})-(\d{4,9})$/;
const longestAgencyCode = 35;

/**
 * Reads the three shapes in use, as slips of every age must still scan: `000.17.22.H56-210531-0001`
 * (TT 01/2018, since replaced by TT 03/2025), `H56.14-240823-0001` (QĐ 20/2020: agency at most 35 characters) and
 * `G09.20-20260609-0092637` (2026).
 */
export const parseDossierCode = (typed: string): Parsed<DossierCodeParts, 'not-a-dossier-code'> => {
  const [, agencyCode = '', date = '', sequence = ''] =
    code.exec(normaliseDossierCode(typed)) ?? [];
  const day = parseDay(
    (date.length === 6 ? `20${date}` : date).replace(/^(.{4})(..)(..)$/, '$1-$2-$3'),
  );
  return day && agencyCode.length <= longestAgencyCode && Number(sequence) > 0
    ? { ok: true, value: { agencyCode, day, sequence: Number(sequence) } }
    : { ok: false, reason: 'not-a-dossier-code' };
};
