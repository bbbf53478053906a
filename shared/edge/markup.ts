/** HTML that is safe to send: made only by `html` and `trusted`. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const isMarkup = (part: Part): part is Markup => typeof part === 'object' && 'markup' in part;

const render = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return isMarkup(part) ? part.markup : part.map(render).join('');
};

/** Text of our own that is markup already: icons, styles, scripts. */
export const trusted = (markup: string): Markup => ({ markup });

/** Everything put in is escaped, unless it was made here too. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.map((text, n) => `${text}${n < parts.length ? render(parts[n]) : ''}`).join(''),
});
