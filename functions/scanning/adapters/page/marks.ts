/** Places of a page that are ink or something as dark, 1 each. */
export interface Mask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What hangs together in a mask: a letter, a hole, a hair. */
export interface Mark {
  /** Of its places, as they lie in the mask. */
  readonly places: readonly number[];
  readonly left: number;
  readonly top: number;
  /** Of the box about it. */
  readonly width: number;
  readonly height: number;
}

/** All of them, but no more than so many: a page that has more is written on. */
export const marksIn = (mask: Mask, most: number): readonly Mark[] => {
  const { data } = mask;
  const left = data.slice();
  const marks: Mark[] = [];
  for (let at = 0; at < left.length && marks.length < most; at++)
    if (left[at] === 1) marks.push(markAt(mask, left, at));
  return marks;
};

/** Takes it out of what is left. */
const markAt = (mask: Mask, left: Uint8Array, start: number): Mark => {
  const { width } = mask;
  const places = [start];
  left[start] = 0;
  const box = { left: width, right: 0, top: mask.height, bottom: 0 };
  for (let n = 0; n < places.length; n++) {
    const at = places[n] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    takeBeside(mask, left, { x, y, places });
  }
  return {
    places,
    left: box.left,
    top: box.top,
    width: box.right - box.left + 1,
    height: box.bottom - box.top + 1,
  };
};

/** Diagonals hang together too. */
const takeBeside = (
  { width, height }: Mask,
  left: Uint8Array,
  { x, y, places }: { readonly x: number; readonly y: number; readonly places: number[] },
): void => {
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      const beside = row * width + column;
      if (left[beside] !== 1) continue;
      left[beside] = 0;
      places.push(beside);
    }
};
