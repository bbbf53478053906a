/** So many letters of an alphabet in an order that repeats nothing, the same each time (mulberry32). */
export const noise = (length: number, alphabet: string, seed = 1): string => {
  const letters = [...alphabet];
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return Array.from({ length }, () => letters[next() % letters.length]).join('');
};

const from = (first: number, count: number): string =>
  String.fromCodePoint(...Array.from({ length: count }, (_, n) => first + n));

/** 64 letters of a byte each: six bits each, however they are packed. */
export const oneByte = `${from(48, 10)}${from(65, 26)}${from(97, 26)}-_`;

/** 16,384 letters of three bytes each: fourteen bits each, however they are packed. */
export const threeBytes = from(0x4e00, 16_384);
