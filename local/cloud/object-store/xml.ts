import { S3Error } from './s3-error.ts';

type Content = string | number | boolean | readonly string[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const escapeText = (text: string): string => text.replace(/[&<>"\r]/g, (c) => escapes[c] ?? c);

/** An array holds elements that are XML already; anything else is text. */
export const element = (name: string, content: Content): string =>
  `<${name}>${Array.isArray(content) ? content.join('') : escapeText(String(content))}</${name}>`;

export const optionalElement = (name: string, content: Content | undefined): string =>
  content === undefined ? '' : element(name, content);

export const document = (name: string, children: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children.join('')}</${name}>`;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? malformed();
  });

const malformed = (): never => {
  throw new S3Error('MalformedXML', 'The XML you provided was not well-formed');
};

/**
 * The contents of every `<name>` in a request body. Enough for the flat documents that clients send
 * here; declarations, comments and CDATA are refused rather than half understood.
 */
export const elementsOf = (xml: string, name: string): readonly string[] => {
  if (/<!|<\?(?!xml )/.test(xml)) malformed();
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g');
  return [...xml.matchAll(pattern)].map(([, content]) => content ?? '');
};

export const textOf = (xml: string, name: string): string | undefined => {
  const [content] = elementsOf(xml, name);
  if (content === undefined) return undefined;
  return content.includes('<') ? malformed() : decodeEntities(content);
};
