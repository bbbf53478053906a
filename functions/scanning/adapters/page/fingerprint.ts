import type { Dots } from './dots.ts';

/** A page from afar, in some 40 letters: enough to say that two pages are not the same. */
export interface Fingerprint {
  /** In far dots. */
  readonly width: number;
  readonly height: number;
  /** A `1` for each cell with more ink than the page's mean, row by row (average hash). */
  readonly cells: string;
}

const across = 12;

export const fingerprintOf = ({ data, width, height }: Dots): Fingerprint => {
  const ink = new Float64Array(across * across);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * across) / height) * across + Math.floor((x * across) / width);
      ink[cell] = (ink[cell] ?? 0) + (data[y * width + x] ?? 0);
    }
  const mean = ink.reduce((sum, value) => sum + value, 0) / ink.length;
  return { width, height, cells: Array.from(ink, (value) => (value > mean ? '1' : '0')).join('') };
};

/** How far a sheet may lie from where it lay before, in far dots: some 8 mm. */
export const reach = 5;

/** Most cells must be the same. */
const leastAlike = 0.8;

export const isAlikeFromAfar = (a: Fingerprint, b: Fingerprint): boolean => {
  const isSameSize = Math.abs(a.width - b.width) <= reach && Math.abs(a.height - b.height) <= reach;
  const same = [...a.cells].filter((cell, n) => cell === b.cells[n]).length;
  return isSameSize && same > leastAlike * a.cells.length;
};

/** `175x247:` and the cells in hexadecimal. */
export const writeFingerprint = ({ width, height, cells }: Fingerprint): string =>
  `${width}x${height}:${BigInt(`0b${cells}`).toString(16)}`;

export const readFingerprint = (text: string): Fingerprint => {
  const [, width, height, hex] = /^(\d+)x(\d+):([0-9a-f]+)$/.exec(text) ?? [];
  if (!width || !height || !hex) throw new Error(`no fingerprint of ours: ${text}`);
  const cells = BigInt(`0x${hex}`)
    .toString(2)
    .padStart(across * across, '0');
  return { width: Number(width), height: Number(height), cells };
};
