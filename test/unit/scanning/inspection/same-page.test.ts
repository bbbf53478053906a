import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { grayOf } from '#functions/scanning/adapters/page/gray.ts';
import {
  comparePages,
  type Likeness,
  likenessOf,
} from '#functions/scanning/adapters/page/same-page.ts';
import { pictureSize } from '#functions/scanning/ports/page-pictures.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';

/** A filled-in form through the feeder: as crooked as the one before, with grain of its own. */
const fed = (...how: Parameters<typeof feed>): Promise<Likeness> => {
  const key = how.join(' ');
  const page = pages.get(key) ?? feed(...how);
  pages.set(key, page);
  return page;
};

/** Each is drawn once. */
const pages = new Map<string, Promise<Likeness>>();

const feed = async (
  number: number,
  seed: number,
  dpi: number,
  skewDegrees = 0.6,
): Promise<Likeness> => {
  const jpeg = await scanPage({
    seed,
    dpi,
    skewDegrees,
    noise: 0.04,
    title: 'Đơn đăng ký biến động',
    lines: ['Thành phần: đơn', 'Người nộp: Nguyễn Thị Ánh', `Số: ${number}`],
    format: 'jpeg',
  });
  const side = pictureSize.longSide;
  const { data, info } = await sharp(jpeg)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data, width: info.width, height: info.height };
  return likenessOf(grayOf(pixels));
};

describe.each([150, 200, 300])('two pages through the feeder at %s dpi', (dpi) => {
  it('are two where one number differs', async () => {
    expect(comparePages(await fed(4821, 11, dpi), await fed(3067, 77, dpi))).toBe('other');
  });

  it.each([4827, 4871])('are two, or worth a look, where one digit differs: %s', async (number) => {
    expect(comparePages(await fed(4821, 11, dpi), await fed(number, 77, dpi))).toBe('other');
    expect(comparePages(await fed(4821, 11, dpi), await fed(number, 77, dpi, -0.5))).not.toBe(
      'same',
    );
  });

  it('are one where nothing differs but the grain', async () => {
    expect(comparePages(await fed(4821, 11, dpi), await fed(4821, 77, dpi))).toBe('same');
  });
});
