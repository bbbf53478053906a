import { septetsOfCharacter } from './gsm7.ts';

export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets, or UTF-16 units. */
  readonly units: number;
  readonly segments: number;
}

interface Capacity {
  /** A message of its own. */
  readonly single: number;
  /** A part of a longer one: the header takes the rest (3GPP TS 23.040 §9.2.3.24.1). */
  readonly part: number;
}

const gsm7: Capacity = { single: 160, part: 153 };
const ucs2: Capacity = { single: 70, part: 67 };

/**
 * What a message costs, in NFC: decomposed Vietnamese would pay for each mark. One character outside
 * GSM-7 makes the whole message UCS-2.
 */
export const segmentsOf = (text: string): Segments => {
  const characters = [...text.normalize('NFC')];
  const septets = characters.map(septetsOfCharacter).filter((size) => size !== undefined);
  return septets.length === characters.length
    ? { encoding: 'GSM-7', ...packed(septets, gsm7) }
    : {
        encoding: 'UCS-2',
        ...packed(
          characters.map(({ length }) => length),
          ucs2,
        ),
      };
};

/** An escape stays with its character, a surrogate with its pair: neither is cut by a part's end. */
const packed = (sizes: readonly number[], { single, part }: Capacity) => {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= single) return { units, segments: 1 };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    const fits = filled + size <= part;
    segments += fits ? 0 : 1;
    filled = fits ? filled + size : size;
  }
  return { units, segments };
};
