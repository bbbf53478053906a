/**
 * Several texts as one that no other texts make: each behind its length, as in netstrings (D. J.
 * Bernstein, 1997). `tuple('a', 'b#c')` is `1:a3:b#c`; joined by a sign, a text with that sign in it would
 * be somebody else's.
 */
export const tuple = (...parts: readonly string[]): string =>
  parts.map((part) => `${part.length}:${part}`).join('');
