import type { Parsed } from '#domain/parsed.ts';
import { type Segments, segmentsOf, unaccent } from './gsm7.ts';

/** A message with holes: `Ho so {code} da duoc tiep nhan.` */
export interface SmsTemplateText {
  readonly id: string;
  readonly text: string;
  /** Each field with the longest value that it may take. */
  readonly fields: Readonly<Record<string, number>>;
}

export type TemplateFlaw = 'unknown-field' | 'unused-field' | 'not-gsm7' | 'over-one-segment';

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);

/** The text at its longest personalisation: what the province pays at worst. */
export const worstCase = ({ text, fields }: SmsTemplateText): Segments =>
  segmentsOf(fill(text, (name) => 'M'.repeat(fields[name] ?? 0)));

/** A template that may be sent: declared fields, plain alphabet, one segment at its longest. */
export const checkTemplate = (template: SmsTemplateText): Parsed<SmsTemplateText, TemplateFlaw> => {
  const used = new Set(holes(template.text));
  const declared = Object.keys(template.fields);
  if ([...used].some((name) => !declared.includes(name)))
    return { ok: false, reason: 'unknown-field' };
  if (declared.some((name) => !used.has(name))) return { ok: false, reason: 'unused-field' };
  const worst = worstCase(template);
  if (worst.encoding !== 'GSM-7') return { ok: false, reason: 'not-gsm7' };
  if (worst.segments > 1) return { ok: false, reason: 'over-one-segment' };
  return { ok: true, value: template };
};

/**
 * The message. Values lose their marks, line breaks and anything past their declared length, so that
 * no value can lengthen the bill or write a second message into the first.
 */
export const renderTemplate = (
  { text, fields }: SmsTemplateText,
  values: Readonly<Record<string, string>>,
): Parsed<string, 'missing-field'> => {
  const missing = holes(text).some((name) => values[name] === undefined);
  if (missing) return { ok: false, reason: 'missing-field' };
  return {
    ok: true,
    value: fill(text, (name) =>
      unaccent(values[name] ?? '')
        .replace(/[\r\n\f]+/g, ' ')
        .slice(0, fields[name] ?? 0),
    ),
  };
};

const fill = (text: string, value: (name: string) => string): string =>
  text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => value(name));
