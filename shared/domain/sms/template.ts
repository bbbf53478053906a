import type { Parsed } from '#domain/parsed.ts';
import { forbiddenWordIn } from './forbidden-words.ts';
import { type Segments, segmentsOf } from './segments.ts';
import { plainValue } from './value.ts';

/** A message with holes: `Ho so {code} da duoc tiep nhan.` */
export interface SmsTemplateText {
  readonly id: string;
  readonly text: string;
  /** Each field with the longest value that it may take, in characters. */
  readonly fields: Readonly<Record<string, number>>;
}

export type TemplateFlaw =
  | 'unknown-field'
  | 'unused-field'
  | 'not-gsm7'
  | 'over-one-segment'
  | 'forbidden-word';

export type RenderFlaw = 'missing-field' | 'too-long';

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);

/** The text at its longest personalisation. */
export const longestText = ({ text, fields }: SmsTemplateText): string =>
  fill(text, (name) => 'M'.repeat(limitOf(fields, name)));

/** What the province pays for at worst. */
export const worstCase = (template: SmsTemplateText): Segments => segmentsOf(longestText(template));

/**
 * A template that may be sent: declared fields, plain alphabet, one segment at its longest, and no
 * word that tells a neighbour's phone what the dossier is about (domain §10.12).
 */
export const checkTemplate = (
  template: SmsTemplateText,
  forbiddenWords?: readonly string[],
): Parsed<SmsTemplateText, TemplateFlaw> => {
  const reason = flawOf(template, forbiddenWords);
  return reason ? { ok: false, reason } : { ok: true, value: template };
};

const flawOf = (
  template: SmsTemplateText,
  forbiddenWords: readonly string[] | undefined,
): TemplateFlaw | undefined => {
  const { text, fields } = template;
  const used = holes(text);
  if (used.some((name) => !Object.hasOwn(fields, name))) return 'unknown-field';
  if (Object.keys(fields).some((name) => !used.includes(name))) return 'unused-field';
  const worst = worstCase(template);
  if (worst.encoding !== 'GSM-7') return 'not-gsm7';
  if (worst.segments > 1) return 'over-one-segment';
  return forbiddenWordIn(text, forbiddenWords) === undefined ? undefined : 'forbidden-word';
};

/**
 * The message. Values lose their marks, control characters and links and stay within their declared
 * length, so that no value can lengthen the bill, write a second message into the first or send a
 * citizen to a stranger's page under the post's name.
 */
export const renderTemplate = (
  { text, fields }: SmsTemplateText,
  values: Readonly<Record<string, string>>,
): Parsed<string, RenderFlaw> => {
  const filled = new Map<string, string>();
  for (const name of holes(text)) {
    const value = own(values, name) ?? '';
    if (value.trim() === '') return { ok: false, reason: 'missing-field' };
    const plain = plainValue(value, limitOf(fields, name));
    if (plain === undefined) return { ok: false, reason: 'too-long' };
    filled.set(name, plain);
  }
  return { ok: true, value: fill(text, (name) => String(filled.get(name))) };
};

const limitOf = (fields: SmsTemplateText['fields'], name: string): number => own(fields, name) ?? 0;

/** Never what every object inherits: a field may be called `constructor`. */
const own = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

const fill = (text: string, value: (name: string) => string): string =>
  text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => value(name));
