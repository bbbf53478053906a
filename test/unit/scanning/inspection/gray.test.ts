import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grayOf, makeRoom } from '#functions/scanning/adapters/page/gray.ts';
import { mulberry32 } from '#local/play/paper/grain.ts';

const pixelsOf = (width: number, height: number, { seed = 1, offset = 0 } = {}) => {
  const die = mulberry32(seed);
  const data = new Uint8Array(offset + width * height * 3).subarray(offset);
  for (let n = 0; n < data.length; n++) data[n] = Math.floor(die() * 256);
  return { data, width, height };
};

/** ITU-R BT.601, in 256ths. */
const levelsOf = (rgb: Uint8Array): readonly number[] =>
  Array.from({ length: rgb.length / 3 }, (_, n) =>
    Math.floor(
      (77 * (rgb[3 * n] ?? 0) + 150 * (rgb[3 * n + 1] ?? 0) + 29 * (rgb[3 * n + 2] ?? 0)) / 256,
    ),
  );

describe('how bright a page is', () => {
  it('is said of each pixel, of any number of them, wherever they begin', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, fc.nat(4), fc.nat(1e6), (width, height, offset, seed) => {
        const pixels = pixelsOf(width, height, { seed, offset });
        expect([...grayOf(pixels).drawn.data]).toEqual(levelsOf(pixels.data));
      }),
    );
  });

  it.each([
    [1_399, 5, 1],
    [1_400, 5, 2],
    [3, 1_901, 2],
  ] as const)(
    'is judged at half the size, where that is large enough: %i × %i',
    (width, height, step) => {
      const pixels = pixelsOf(width, height);
      const levels = levelsOf(pixels.data);
      const { judged, ...page } = grayOf(pixels);
      expect(page.step).toBe(step);
      const columns = Math.floor(width / step);
      const meanAt = (column: number, row: number) => {
        let sum = 0;
        for (let y = row * step; y < (row + 1) * step; y++)
          for (let x = column * step; x < (column + 1) * step; x++)
            sum += levels[y * width + x] ?? 0;
        return sum / step ** 2;
      };
      const means = Array.from({ length: columns * Math.floor(height / step) }, (_, n) =>
        meanAt(n % columns, Math.floor(n / columns)),
      );
      expect([...judged.data]).toEqual(means);
      expect([judged.width, judged.height]).toEqual([columns, Math.floor(height / step)]);
    },
  );

  it('lies where no page lies that is kept, and where one lay that was given back', () => {
    const room = makeRoom();
    const [first, second] = [grayOf(pixelsOf(8, 8), room), grayOf(pixelsOf(8, 8), room)];
    expect(second.drawn.data).not.toBe(first.drawn.data);
    room.giveBack(first);
    const { data } = pixelsOf(8, 8, { seed: 2 });
    const third = grayOf({ data, width: 8, height: 8 }, room);
    expect(third.drawn.data).toBe(first.drawn.data);
    expect([...third.drawn.data]).toEqual(levelsOf(data));
    room.giveBack(third);
    expect(grayOf(pixelsOf(4, 4), room).drawn.data).toHaveLength(16);
  });
});
