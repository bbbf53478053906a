const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const isBoundary = Uint8Array.from({ length: 256 }, (_, byte) =>
  whitespace.has(byte) || delimiters.has(byte) ? 1 : 0,
);

const begin = Buffer.from('stream');
const end = Buffer.from('endstream');

/**
 * How many words and delimiters stand outside of streams in a PDF that PDFium wrote, at most: the parser
 * makes an object of some hundred bytes of each.
 */
export const countTokens = (copy: Buffer): number => {
  let count = 0;
  for (let at = 0; at < copy.length; ) {
    const stream = copy.indexOf(begin, at);
    const stop = stream < 0 ? copy.length : stream;
    count += boundariesIn(copy, at, stop);
    const after = stream < 0 ? copy.length : copy.indexOf(end, stream);
    at = after < 0 ? copy.length : after + end.length;
  }
  return count;
};

const boundariesIn = (bytes: Buffer, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to; at++) count += isBoundary[bytes[at] ?? 0] ?? 0;
  return count;
};
