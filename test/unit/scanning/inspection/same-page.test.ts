import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { reduce } from '#functions/scanning/adapters/page/gray.ts';
import {
  isSamePage,
  type Likeness,
  likenessOf,
} from '#functions/scanning/adapters/page/same-page.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';

/** A filled-in form through the feeder: as crooked as the one before, with grain of its own. */
const fed = async (number: number, seed: number, dpi: number): Promise<Likeness> => {
  const jpeg = await scanPage({
    seed,
    dpi,
    skewDegrees: 0.6,
    noise: 0.04,
    title: 'Đơn đăng ký biến động',
    lines: ['Thành phần: đơn', 'Người nộp: Nguyễn Thị Ánh', `Số: ${number}`],
    format: 'jpeg',
  });
  const { data, info } = await sharp(jpeg)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  return likenessOf(reduce(pixels));
};

describe.each([150, 200, 300])('two pages through the feeder at %s dpi', (dpi) => {
  it('are two where one number differs', async () => {
    expect(isSamePage(await fed(4821, 11, dpi), await fed(3067, 77, dpi))).toBe(false);
  });

  it('are one where nothing differs but the grain', async () => {
    expect(isSamePage(await fed(4821, 11, dpi), await fed(4821, 77, dpi))).toBe(true);
  });
});
