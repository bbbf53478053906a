import { formatDay, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** Parts of a mã hồ sơ. */
export interface DossierCodeParts {
  readonly agencyCode: string;
  /** Day of acceptance in Vietnam. */
  readonly day: VietnamDay;
  /** 1, 2, 3 … within the agency's day. */
  readonly sequence: number;
}

/**
 * Fills a template such as `{agency}-{yyMMdd}-{seq:4}` (TT 01/2018) or `{agency}-{yyyyMMdd}-{seq:7}`.
 * A sequence wider than its field is written whole: a day of more than 9999 dossiers has codes too.
 */
export const formatDossierCode = (template: string, parts: DossierCodeParts): string => {
  const [day = '', month = '', year = ''] = formatDay(parts.day).split('/');
  return template
    .replaceAll('{agency}', parts.agencyCode)
    .replaceAll('{yyyyMMdd}', `${year}${month}${day}`)
    .replaceAll('{yyMMdd}', `${year.slice(2)}${month}${day}`)
    .replace(/\{seq:(\d+)\}/g, (_, width) => String(parts.sequence).padStart(Number(width), '0'));
};

/** What a citizen types, in the form that codes are kept in: upper case, plain dashes, no spaces. */
export const normaliseDossierCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase();

/** The agency, day digits and sequence of any of the shapes in use; undefined for another text. */
export const parseDossierCode = (
  code: string,
): { readonly agencyCode: string; readonly date: string; readonly sequence: number } | undefined => {
  const [, agencyCode, date, sequence] =
    /^([A-Z0-9.]{1,35})-(\d{6}|\d{8})-(\d{4,8})$/.exec(normaliseDossierCode(code)) ?? [];
  if (!agencyCode || !date || !sequence) return undefined;
  return { agencyCode, date, sequence: Number(sequence) };
};
