import sharp from 'sharp';

interface Sheet {
  readonly seed: number;
  /** 0–1 */
  readonly noise: number;
  readonly width: number;
  readonly height: number;
}

interface RawImage {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
}

/** What the glass and the paper add: grain, dust, a shadow along the left edge. To be multiplied. */
export const grain = async ({ seed, noise, width, height }: Sheet): Promise<RawImage> => {
  const random = mulberry32(seed);
  const columns = Math.ceil(width / 2);
  const rows = Math.ceil(height / 2);
  const pixels = new Uint8Array(columns * rows);
  const shadow = columns / 40;
  for (let n = 0; n < pixels.length; n++) {
    const edge = Math.max(0, 1 - (n % columns) / shadow) * 26;
    // Two throws make the middle likelier than the extremes, as the noise of a sensor is.
    pixels[n] = 255 - edge - (random() + random()) * noise * 127;
  }
  for (let specks = Math.round(noise * 300); specks > 0; specks--)
    pixels[Math.floor(random() * pixels.length)] = 70;
  const data = await sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(width, height, { kernel: 'linear' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return { data, width, height, channels: 3 };
};

/** A small generator of our own, so that a seed repeats on every machine. */
export const mulberry32 = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
