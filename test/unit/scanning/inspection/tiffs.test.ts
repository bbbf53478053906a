import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { textPage } from './corpus.ts';
import { engines } from './engines.ts';
import { type TiffPicture, tiffOf } from './tiffs.ts';

const { inspect } = makeScanInspector(engines);

let page: TiffPicture;
let other: TiffPicture;
let thumbnail: TiffPicture;
beforeAll(async () => {
  const paper = await scanPage({
    seed: 1,
    title: 'Đơn đăng ký biến động đất đai',
    lines: Array.from({ length: 12 }, (_, n) => `Điều ${n + 1}. Bên A đồng ý tặng cho bên B`),
    skewDegrees: 0.4,
    noise: 0.05,
    dpi: 120,
    format: 'png',
  });
  page = { picture: sharp(paper) };
  other = { picture: textPage() };
  thumbnail = { picture: sharp(paper).resize(120), subfileType: 1 };
});

type Kind = readonly [name: string, make: () => readonly TiffPicture[], pages: number];

describe('of a TIFF only what is a page counts as one', () => {
  it.each<Kind>([
    ['two pages', () => [page, other], 2],
    ['a thumbnail behind its page', () => [page, thumbnail], 1],
    ['a thumbnail behind each', () => [page, thumbnail, other, thumbnail], 2],
    ['a thumbnail before its page', () => [thumbnail, page], 1],
    ['a thumbnail as older writers mark it', () => [page, olderThumbnail()], 1],
    ['a mask of what is to be seen', () => [page, { ...page, subfileType: 4 }], 1],
    ['sizes for a screen below each page', () => [{ ...page, below: [thumbnail] }, other], 2],
    ['pages below their thumbnails', () => [{ ...thumbnail, below: [page] }], 1],
    [
      'pages below their thumbnails, behind another size',
      () => [{ ...thumbnail, below: [thumbnail, page] }, other],
      2,
    ],
    ['a page of which it is said that it is one of many', () => [{ ...page, subfileType: 2 }], 1],
  ])('%s', async (_, make, pages) => {
    expect(await inspect(await tiffOf(make()), 'image/tiff')).toMatchObject({
      ok: true,
      inspection: { pages, findings: [] },
    });
  });

  it('and a page is not lost because of what it says of itself', async () => {
    const alike = { ...page, subfileType: 1 };
    expect(await inspect(await tiffOf([page, alike]), 'image/tiff')).toMatchObject({
      ok: true,
      inspection: { pages: 2, findings: ['duplicate-page:2'] },
    });
  });

  it.each([1, 4])(
    'and of a file of one picture that is its page, whatever it says: %s',
    async (subfileType) => {
      const alone = await tiffOf([{ ...page, subfileType }]);
      expect(await inspect(alone, 'image/tiff')).toMatchObject({
        ok: true,
        inspection: { pages: 1, findings: [] },
      });
    },
  );

  it('and where the reader stops at a picture that it cannot read, none is left out by its number', async () => {
    const broken = await tiffOf([page, thumbnail, page]);
    const height = broken.lastIndexOf(Buffer.from('0101040001000000', 'hex'));
    broken.writeUInt16LE(0x00ff, height);
    expect(await inspect(broken, 'image/tiff')).toMatchObject({
      ok: true,
      inspection: { pages: 2, findings: ['low-resolution:2'] },
    });
  });

  it('and a chain that bites its tail has no end to be counted from', async () => {
    const endless = await tiffOf([page, thumbnail]);
    endless.writeUInt32LE(endless.readUInt32LE(4), endless.length - 4);
    const result = await inspect(endless, 'image/tiff');
    expect(result).toMatchObject({ ok: true, inspection: { pages: 2 } });
  });

  const olderThumbnail = (): TiffPicture => ({ picture: thumbnail.picture, olderType: 2 });
});
