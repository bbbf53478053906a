/** Probability, next state after a likely and an unlikely bit, and whether these change places (T.88, table E.1). */
const states: readonly (readonly [number, number, number, 0 | 1])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
];

/** The coder of JBIG2 and JPEG 2000 (T.88, annex E; T.800, annex C); contexts begin in the states that are told. */
export const makeArithmeticCoder = (
  contexts: number,
  begin: Readonly<Record<number, number>> = {},
) => {
  const index = Uint8Array.from({ length: contexts }, (_, n) => begin[n] ?? 0);
  const likely = new Uint8Array(contexts);
  const bytes: number[] = [0];
  let [a, c, count] = [0x8000, 0, 12];
  const put = (shift: 19 | 20): void => {
    bytes.push(Math.floor(c / 2 ** shift) & 0xff);
    c %= 2 ** shift;
    count = shift - 12 === 7 ? 8 : 7;
  };
  const putByte = (): void => {
    const last = bytes.length - 1;
    if (bytes[last] !== 0xff && c >= 0x8000000) {
      bytes[last] = (bytes[last] ?? 0) + 1;
      if (bytes[last] === 0xff) c %= 0x8000000;
      else c -= 0x8000000;
    }
    put(bytes[last] === 0xff ? 20 : 19);
  };
  const renew = (): void => {
    do {
      a *= 2;
      c *= 2;
      count -= 1;
      if (count === 0) putByte();
    } while (a < 0x8000);
  };
  /** The larger part of the interval is the likely one, whatever the table says of it. */
  const divide = (probability: number, isLikely: boolean): void => {
    if (a < probability === isLikely) a = probability;
    else c += probability;
  };
  const code = (context: number, bit: number): void => {
    const [probability, more, less, swap] = states[index[context] ?? 0] ?? [0, 0, 0, 0];
    const isLikely = bit === likely[context];
    a -= probability;
    if (isLikely && a >= 0x8000) {
      c += probability;
      return;
    }
    divide(probability, isLikely);
    index[context] = isLikely ? more : less;
    if (!isLikely) likely[context] = (likely[context] ?? 0) ^ swap;
    renew();
  };
  const end = (): Buffer => {
    const most = c + a;
    c = Math.floor(c / 0x10000) * 0x10000 + 0xffff;
    if (c >= most) c -= 0x8000;
    for (let n = 0; n < 2; n++) {
      c *= 2 ** count;
      putByte();
    }
    return Buffer.from(bytes.slice(1));
  };
  return { code, end };
};
