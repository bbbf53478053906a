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
  return isSameSize && alikeness(a, b) > leastAlike * a.cells.length;
};

/** Cells that are the same. */
const alikeness = (a: Fingerprint, b: Fingerprint): number => {
  let same = 0;
  for (let n = 0; n < a.cells.length; n++) if (a.cells[n] === b.cells[n]) same += 1;
  return same;
};

/** Pages that are looked at more closely for one: time a page stays bounded where a dozen forms are alike. */
const closest = 4;

/** Of those that are alike from afar the few that are so most, the likeliest first. */
export const mostAlike = <T extends { readonly fingerprint: Fingerprint }>(
  pages: readonly T[],
  fingerprint: Fingerprint,
): readonly T[] =>
  pages
    .filter((page) => isAlikeFromAfar(page.fingerprint, fingerprint))
    .toSorted(
      (a, b) => alikeness(b.fingerprint, fingerprint) - alikeness(a.fingerprint, fingerprint),
    )
    .slice(0, closest);

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
