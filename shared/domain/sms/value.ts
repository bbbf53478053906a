import { parseDossierCode } from '#domain/identifiers/dossier-code.ts';
import { unaccent } from './unaccent.ts';

/**
 * A value as it may stand in a message: plain alphabet, one line, no link, at most `limit`
 * characters. Words are dropped from the end; a single word that is too long gives undefined,
 * because half a code or half a date is another code and another date.
 */
export const plainValue = (value: string, limit: number): string | undefined => {
  const oneLine = unaccent(value.replace(/\p{Cc}+/gu, ' '));
  const plain = withoutLinks(oneLine).replace(/ +/g, ' ').trim();
  if (plain.length <= limit) return plain;
  const cut = plain.slice(0, limit + 1).lastIndexOf(' ');
  return cut > 0 ? plain.slice(0, cut) : undefined;
};

/** A dot before letters is where a telephone sees a host name: `vidu.vn` becomes `vidu vn`. */
const withoutLinks = (text: string): string =>
  isDossierCode(text)
    ? text
    : text
        .replace(/[a-z][a-z0-9+.-]*:\/+/gi, '')
        .replace(/\bwww\./gi, '')
        .replace(/(?<=[a-z0-9-])\.(?=[a-z]{2})/gi, ' ')
        .replace(/@/g, ' ');

/** `BTC.TCT-261123-0001`: its dots are part of it. Ours are upper case and have no slash. */
const isDossierCode = (text: string): boolean =>
  /^[A-Z0-9.-]+$/.test(text) && parseDossierCode(text).ok;
