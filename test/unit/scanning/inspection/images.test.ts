import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scanLimits } from '#domain/scan/scan.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import {
  emptyPage,
  noisyEmptyPage,
  oneLinePage,
  plainPdf,
  pngChunk,
  pngHeader,
  pngOf,
  smallPage,
  textPage,
  zeros,
} from './corpus.ts';
import { engines } from './engines.ts';

const { inspect } = makeScanInspector(engines);
const refused = (refusal: string) => ({ ok: false, refusal });

describe('a picture', () => {
  it.each(['image/jpeg', 'image/png'] as const)('is accepted: %s', async (type) => {
    const page = type === 'image/png' ? textPage().png() : textPage().jpeg();
    expect(await inspect(await page.toBuffer(), type)).toMatchObject({
      ok: true,
      inspection: { mediaType: type, pages: 1, findings: [] },
    });
  });

  it.each([
    ['progressive JPEG', () => textPage().jpeg({ progressive: true }), 'image/jpeg'],
    ['grey JPEG', () => textPage().grayscale().jpeg(), 'image/jpeg'],
    ['JPEG with its profile and EXIF', () => textPage().withMetadata().jpeg(), 'image/jpeg'],
    ['PNG with a palette', () => textPage().png({ palette: true }), 'image/png'],
    ['PNG with an alpha channel', () => textPage().ensureAlpha().png(), 'image/png'],
    ['PNG of 16 bits', () => textPage().toColourspace('rgb16').png(), 'image/png'],
    ['interlaced PNG', () => textPage().png({ progressive: true }), 'image/png'],
    ['black and white PNG', () => textPage().png({ palette: true, colours: 2 }), 'image/png'],
  ] as const)('is accepted in the variants that scanners write: %s', async (_, make, type) => {
    expect(await inspect(await make().toBuffer(), type)).toMatchObject({ ok: true });
  });

  it('is accepted again after a refused one: no decoder stays broken', async () => {
    const jpeg = await textPage().jpeg().toBuffer();
    const png = await textPage().png().toBuffer();
    for (let n = 0; n < 3; n++) {
      expect(await inspect(jpeg.subarray(0, 20_000), 'image/jpeg')).toEqual(
        refused('damaged-file'),
      );
      expect(await inspect(png.subarray(0, 20_000), 'image/png')).toEqual(refused('damaged-file'));
      expect(await inspect(jpeg, 'image/jpeg')).toMatchObject({ ok: true });
      expect(await inspect(png, 'image/png')).toMatchObject({ ok: true });
    }
  });
});

describe('what the clerk should look at', () => {
  it.each([
    ['an empty page', async () => emptyPage(), ['blank-page']],
    ['an empty page with dust and noise', noisyEmptyPage, ['blank-page']],
    ['a page with one line', async () => oneLinePage(), []],
    ['a crooked page', async () => textPage().rotate(3, { background: '#ffffff' }), []],
    ['a pale page', async () => textPage().linear(0.3, 150), []],
    ['a smeared page', async () => textPage().blur(4), ['blurred-page']],
    ['a smeared page with one line', async () => oneLinePage().blur(4), ['blurred-page']],
    ['a small picture', async () => smallPage(), ['low-resolution']],
  ] as const)('of %s', async (_, make, findings) => {
    const bytes = await (await make()).jpeg({ quality: 85 }).toBuffer();
    expect(await inspect(bytes, 'image/jpeg')).toMatchObject({
      ok: true,
      inspection: { findings },
    });
  });
});

describe('a stranger in disguise', () => {
  it('is refused when it is nothing, or too much', async () => {
    expect(await inspect(new Uint8Array(0), 'image/png')).toEqual(refused('empty'));
    const big = new Uint8Array(scanLimits.bytes + 1);
    expect(await inspect(big, 'image/png')).toEqual(refused('too-large'));
  });

  it('is refused when it is not what it says', async () => {
    const png = await textPage().png().toBuffer();
    const gif = await emptyPage().gif().toBuffer();
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    expect(await inspect(png, 'image/jpeg')).toEqual(refused('type-mismatch'));
    expect(await inspect(png, 'application/pdf')).toEqual(refused('type-mismatch'));
    expect(await inspect(gif, 'image/png')).toEqual(refused('type-mismatch'));
    for (const type of ['image/png', 'image/jpeg', 'application/pdf'] as const)
      expect(await inspect(html, type)).toEqual(refused('type-mismatch'));
  });

  it('is refused when it is two things at once', async () => {
    const jpeg = await textPage().jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from('fffe000a', 'hex'), Buffer.from('%PDF-1.7')]);
    const inFront = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
    const behind = Buffer.concat([jpeg, plainPdf()]);
    const zipEnd = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
    const zip = Buffer.concat([jpeg, zipEnd]);
    for (const file of [inFront, behind, zip])
      expect(await inspect(file, 'image/jpeg')).toEqual(refused('type-mismatch'));
    expect(await inspect(Buffer.concat([plainPdf(), zipEnd]), 'application/pdf')).toEqual(
      refused('type-mismatch'),
    );
    const png = await textPage().png().toBuffer();
    expect(await inspect(Buffer.concat([png, zip]), 'image/png')).toEqual(refused('type-mismatch'));
  });

  it('is refused when it is cut off anywhere', async () => {
    const jpeg = await textPage().jpeg({ quality: 50 }).toBuffer();
    const png = await textPage().png().toBuffer();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const part = (file: Buffer) => file.subarray(0, Math.floor(file.length * share));
      expect(await inspect(part(jpeg), 'image/jpeg')).toEqual(refused('damaged-file'));
      expect(await inspect(part(png), 'image/png')).toEqual(refused('damaged-file'));
    }
  });

  it('is refused when its coded data is damaged', async () => {
    const jpeg = await textPage().jpeg().toBuffer();
    const middle = Math.floor(jpeg.length / 2);
    const holed = Buffer.concat([jpeg.subarray(0, middle), jpeg.subarray(-2)]);
    expect(await inspect(holed, 'image/jpeg')).toEqual(refused('damaged-file'));
    const png = await textPage().png().toBuffer();
    const bit = Math.floor(png.length / 2);
    png[bit] = (png[bit] ?? 0) ^ 1;
    expect(await inspect(png, 'image/png')).toEqual(refused('damaged-file'));
  });
});

describe('a bomb', () => {
  const idat = (data: Uint8Array) => pngChunk('IDAT', data);

  it('of pixels is refused by its header', async () => {
    const png = pngOf(pngHeader(100_000, 100_000), idat(zeros(1)));
    expect(await inspect(png, 'image/png')).toEqual(refused('too-many-pixels'));
    const jpeg = await textPage().jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    expect(await inspect(jpeg, 'image/jpeg')).toEqual(refused('too-many-pixels'));
  });

  it('of fewer pixels than it unpacks to shows those that it announced', async () => {
    const png = pngOf(pngHeader(10, 10), idat(zeros(50)));
    expect(await inspect(png, 'image/png')).toMatchObject({ ok: true, inspection: { pages: 1 } });
  });

  it('of more pixels than it holds is refused', async () => {
    const png = pngOf(pngHeader(7_000, 7_000), idat(zeros(1)));
    expect(await inspect(png, 'image/png')).toEqual(refused('damaged-file'));
  });

  it('in a text or a colour profile is not even unpacked', async () => {
    const row = Buffer.from([0, 255]);
    const bomb = Buffer.concat([Buffer.from('x\0\0', 'latin1'), zeros(50)]);
    for (const type of ['zTXt', 'iCCP']) {
      const png = pngOf(pngHeader(1, 1), pngChunk(type, bomb), idat(deflateSync(row)));
      expect(await inspect(png, 'image/png')).toMatchObject({ ok: true });
    }
  });

  it('of endless scans is refused', async () => {
    const jpeg = await textPage().jpeg({ progressive: true }).toBuffer();
    const scan = jpeg.subarray(jpeg.indexOf(Buffer.from('ffda', 'hex')), -2);
    const many = Buffer.concat([
      jpeg.subarray(0, -2),
      ...Array.from({ length: 40 }, () => scan),
      jpeg.subarray(-2),
    ]);
    expect(await inspect(many, 'image/jpeg')).toEqual(refused('damaged-file'));
  });
});
