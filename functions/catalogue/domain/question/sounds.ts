/**
 * How a folded word sounds where people speak fast, from the south or the north, or into a bad line: words
 * that are taken for one another have the same sound.
 */
export const soundOf = (word: string): string =>
  word
    .replace(/^(?:tr|ch)/, 'c')
    .replace(/^(?:s|x)/, 'x')
    .replace(/^(?:gi|d|r|v)(?=[aeiouy])/, 'z')
    .replace(/^(?:l|n)(?!g|h)/, 'l')
    .replace(/^ph/, 'f')
    .replace(/^(?:ngh|ng)/, 'g')
    .replace(/^gh/, 'g')
    .replace(/^(?:kh|k|q)/, 'k')
    .replace(/^qu/, 'ku')
    .replace(/(?:ng|nh|n)$/, 'n')
    .replace(/(?:ch|c|t)$/, 't')
    .replace(/y/g, 'i')
    .replace(/uo|ua|u/g, 'u')
    .replace(/ie|ia|i/g, 'i')
    .replace(/o|a/g, 'o');

/** Whether one letter too many, too few or another one lies between them. */
export const isOneOff = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.slice(short.length === long.length ? at + 1 : at);
  return rest === long.slice(at + 1) || isSwapped(short, long, at);
};

/** Two neighbours in the wrong order, as fast fingers write them. */
const isSwapped = (a: string, b: string, at: number): boolean =>
  a.length === b.length &&
  a[at] === b[at + 1] &&
  a[at + 1] === b[at] &&
  a.slice(at + 2) === b.slice(at + 2);
