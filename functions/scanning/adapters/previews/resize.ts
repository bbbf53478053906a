import type { Pixels } from '#functions/scanning/ports/page-pictures.ts';

/** Blocks of so many pixels each way become one, their mean; what is left at the right and below goes. */
export const boxed = ({ data, width, height }: Pixels, step: number): Pixels => {
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.max(1, Math.floor(height / step));
  const means = new Uint8Array(columns * rows * 3);
  for (let row = 0, to = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let colour = 0; colour < 3; colour++, to++) {
        const from = (row * step * width + column * step) * 3 + colour;
        means[to] = meanOf(data, from, width * 3, step);
      }
  return { data: means, width: columns, height: rows };
};

/** Of one colour of a block. */
const meanOf = (data: Uint8Array, from: number, line: number, step: number): number => {
  let sum = 0;
  for (let row = 0, start = from; row < step; row++, start += line)
    for (let n = 0, at = start; n < step; n++, at += 3) sum += data[at] ?? 0;
  return sum / (step * step);
};

/** Where the pixels of a new side lie between those of an old one, and how far, in 256ths. */
const placesOf = (from: number, to: number) => {
  const first = new Int32Array(to);
  const share = new Int32Array(to);
  for (let n = 0; n < to; n++) {
    const place = Math.min(from - 1, Math.max(0, ((n + 0.5) * from) / to - 0.5));
    first[n] = Math.min(from - 2, Math.floor(place));
    share[n] = Math.round((place - (first[n] ?? 0)) * 256);
  }
  return { first, share };
};

/** To another size, by the four pixels around each new one. */
export const scaled = (
  { data, width, height }: Pixels,
  to: { readonly width: number; readonly height: number },
): Pixels => {
  // A line of pixels has none beside it.
  if (width < 2 || height < 2) return { data, width, height };
  const across = placesOf(width, to.width);
  const down = placesOf(height, to.height);
  const pixels = new Uint8Array(to.width * to.height * 3);
  const line = width * 3;
  for (let y = 0, at = 0; y < to.height; y++) {
    const row = (down.first[y] ?? 0) * line;
    const below = down.share[y] ?? 0;
    for (let x = 0; x < to.width; x++, at += 3) {
      const from = row + (across.first[x] ?? 0) * 3;
      const right = across.share[x] ?? 0;
      pixels[at] = between(data, from, line, right, below);
      pixels[at + 1] = between(data, from + 1, line, right, below);
      pixels[at + 2] = between(data, from + 2, line, right, below);
    }
  }
  return { data: pixels, ...to };
};

const between = (
  data: Uint8Array,
  at: number,
  line: number,
  right: number,
  below: number,
): number => {
  const upper = (data[at] ?? 0) * (256 - right) + (data[at + 3] ?? 0) * right;
  const lower = (data[at + line] ?? 0) * (256 - right) + (data[at + line + 3] ?? 0) * right;
  return (upper * (256 - below) + lower * below) >> 16;
};
