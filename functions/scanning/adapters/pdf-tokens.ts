const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));

/**
 * How many words a text of PDF objects has at most, and how long the longest is. Each word becomes an
 * object of some hundred bytes, and each letter of a word one of thirty while it is being read.
 */
export const measureTokens = (
  text: Uint8Array,
): { readonly count: number; readonly longest: number } => {
  let count = 0;
  let longest = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (!whitespace.has(byte) && !delimiters.has(byte)) continue;
    longest = Math.max(longest, at - start);
    if (at > start) count += 1;
    if (delimiters.has(byte)) count += 1;
    start = at + 1;
  }
  return { count: count + 1, longest: Math.max(longest, text.length - start) };
};
