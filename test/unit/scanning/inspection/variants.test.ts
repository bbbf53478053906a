/** Siblings of the papers in `papers.test.ts`: the same page turned, coded or wrapped in another way. */
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScanMediaType } from '#domain/scan/scan.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import { engines } from './engines.ts';
import {
  type Embedded,
  g4Page,
  g4Strips,
  jpegIn,
  letters,
  losslessIn,
  pageOf,
  wholePage,
  writtenPage,
} from './papers.ts';

const { inspect } = makeScanInspector(engines);

let paper: Buffer;
beforeAll(async () => {
  paper = await scanPage({
    seed: 1,
    title: 'Đơn đăng ký biến động đất đai',
    lines: Array.from(
      { length: 12 },
      (_, n) => `Điều ${n + 1}. Bên A đồng ý tặng cho bên B thửa đất`,
    ),
    skewDegrees: 0.4,
    noise: 0.05,
    dpi: 120,
    format: 'jpeg',
  });
});

const shown = (): Sharp => sharp(paper);
const on = (embedded: Embedded, matrix = wholePage): Buffer => pageOf([{ ...embedded, matrix }]);
const accepted = (pages: number, ...findings: readonly string[]) => ({
  ok: true,
  inspection: { pages, findings },
});

/** In the text of the file, which is Latin-1 throughout. */
const changed = (pdf: Uint8Array, from: string | RegExp, to: string): Buffer =>
  Buffer.from(Buffer.from(pdf).toString('latin1').replace(from, to), 'latin1');

const ascii85 = (bytes: Uint8Array): Buffer => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const count = Math.min(4, bytes.length - at);
    let value = 0;
    for (let n = 0; n < 4; n++) value = value * 256 + (bytes[at + n] ?? 0);
    let letters5 = '';
    for (let n = 0; n < 5; n++, value = Math.floor(value / 85))
      letters5 = String.fromCharCode(33 + (value % 85)) + letters5;
    text += letters5.slice(0, count + 1);
  }
  return Buffer.from(`${text}~>`);
};

type Variant = readonly [name: string, make: () => Promise<Uint8Array>];

describe('a page that is shown upright and whole has no finding', () => {
  it.each<Variant>([
    ['turned back by -180', async () => turnedBy(shown().rotate(180), -180)],
    ['turned back by 540', async () => turnedBy(shown().rotate(180), 540)],
    [
      'on its side, turned by its matrix',
      async () => on(await jpegIn(shown().rotate(90)), '0 842 -595 0 595 0'),
    ],
    [
      'in a box that does not begin at nought',
      async () =>
        changed(
          on(await jpegIn(shown()), '595 0 0 842 100 100'),
          '[0 0 595 842]',
          '[0 0 800 1100] /CropBox [100 100 695 942]',
        ),
    ],
    [
      'measured in pixels',
      async () => changed(on(await jpegIn(shown()), '2480 0 0 3508 0 0'), '595 842]', '2480 3508]'),
    ],
    ['inverted by /Decode', async () => inverted(await losslessIn(shown().negate()))],
    ['JPEG, inverted by /Decode', async () => invertedJpeg(await jpegIn(shown().negate()))],
    ['JPEG in letters (ASCII85)', async () => inLetters(await jpegIn(shown()))],
    ['CMYK without loss', async () => on(await cmykIn(shown()))],
    ['black and white as a mask', async () => pageOf([asMask(await g4Page(shown()))])],
    ['in strips of a few rows', async () => pageOf(await g4Strips(shown(), 16))],
    ['in another version, behind the first', async () => updated(await pdfOfJpegs([paper]))],
    ['signed', async () => signed(on(await jpegIn(shown())))],
    ['a mail before its header', async () => behind('\uFEFFMIME-Version: 1.0\r\n\r\n')],
    ['the end of its file left out', async () => changed(await pdfOfJpegs([paper]), '%%EOF', '')],
    ['blanks behind its end', async () => Buffer.concat([await pdfOfJpegs([paper]), blanks])],
    [
      'its table of contents lost',
      async () => changed(on(await jpegIn(shown())), /startxref\n\d+/, 'startxref\n7'),
    ],
  ])('%s', async (_, make) => {
    expect(await inspect(await make(), 'application/pdf')).toMatchObject(accepted(1));
  });

  it.each(['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const)(
    'in the encryption of PDF %s',
    async (pdfVersion) => {
      const file = await letters({ pdfVersion, ownerPassword: 'secret' });
      expect(await inspect(file, 'application/pdf')).toMatchObject(accepted(4));
      const closed = await letters({ pdfVersion, userPassword: 'secret' });
      const refusal = { ok: false, refusal: 'encrypted-pdf' };
      expect(await inspect(closed, 'application/pdf')).toEqual(refusal);
    },
  );

  const kinds: Readonly<Record<string, ScanMediaType>> = {
    jpeg: 'image/jpeg',
    png: 'image/png',
    tiff: 'image/tiff',
    webp: 'image/webp',
  };
  /** How a camera that was held otherwise stores what it says to show upright. */
  const stored: Readonly<Record<number, (picture: Sharp) => Sharp>> = {
    2: (picture) => picture.flop(),
    3: (picture) => picture.rotate(180),
    4: (picture) => picture.flip(),
    6: (picture) => picture.rotate(270),
    8: (picture) => picture.rotate(90),
  };

  it.each(Object.keys(stored).map(Number))('stored otherwise, as EXIF says: %s', async (n) => {
    const make = stored[n];
    if (!make) throw new Error('a way to store it');
    const turned = make(shown()).withMetadata({ orientation: n });
    expect(await inspect(await turned.jpeg().toBuffer(), 'image/jpeg')).toMatchObject(accepted(1));
    const upright = await shown().withMetadata({ orientation: 3 }).jpeg().toBuffer();
    expect(await inspect(upright, 'image/jpeg')).toMatchObject(accepted(1, 'upside-down-page'));
  });

  it.each(Object.entries(kinds))('on its head, and said so, in %s', async (format, mediaType) => {
    const picture = shown().rotate(180).withMetadata({ orientation: 3 });
    const bytes = await picture.toFormat(format as 'jpeg').toBuffer();
    expect(await inspect(bytes, mediaType)).toMatchObject(accepted(1));
  });

  it.each<readonly [string, ScanMediaType, (picture: Sharp) => Sharp]>([
    ['interlaced', 'image/png', (picture) => picture.png({ progressive: true })],
    ['of four colours', 'image/png', (picture) => picture.png({ palette: true, colours: 4 })],
    ['of 48 bits', 'image/png', (picture) => picture.toColourspace('rgb16').png()],
    ['on no ground', 'image/webp', (picture) => picture.unflatten().webp()],
    ['without loss', 'image/webp', (picture) => picture.webp({ lossless: true })],
    [
      'in tiles',
      'image/tiff',
      (picture) => picture.tiff({ compression: 'deflate', tile: true, tileWidth: 256 }),
    ],
    [
      'of white that is nought (G4)',
      'image/tiff',
      (picture) =>
        picture
          .greyscale()
          .threshold(140)
          .toColourspace('b-w')
          .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true }),
    ],
    ['for a printer', 'image/tiff', (picture) => picture.toColourspace('cmyk').tiff()],
  ])('%s, as %s', async (_, mediaType, code) => {
    const bytes = await code(shown()).toBuffer();
    expect(await inspect(bytes, mediaType)).toMatchObject(accepted(1));
  });

  it.each(['#10234f', '#0d3b1e', '#101010', '#8b2a2a', '#c21a1a'])(
    'a cover in %s, with letters of gold',
    async (colour) => {
      const cover = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414"><rect width="100%" height="100%" fill="${colour}"/>${Array.from({ length: 12 }, (_, n) => `<rect x="${200 + n * 50}" y="500" width="30" height="60" fill="#c9a646"/>`).join('')}</svg>`;
      const bytes = await sharp(Buffer.from(cover)).jpeg().toBuffer();
      expect(await inspect(bytes, 'image/jpeg')).toMatchObject(accepted(1));
    },
  );
});

describe('what is wrong is told in any wrapping', () => {
  const cut = (bytes: Uint8Array): Buffer => Buffer.from(bytes.subarray(0, bytes.length * 0.5));
  const damaged = accepted(1, 'damaged-page:1');

  it.each<Variant>([
    ['a cut JPEG in letters', async () => cutInLetters(await jpegIn(shown()))],
    [
      'a cut mask',
      async () => {
        const page = asMask(await g4Page(shown()));
        return pageOf([{ ...page, data: cut(page.data) }]);
      },
    ],
    [
      'many thin strips that are empty',
      async () =>
        pageOf(
          (await g4Strips(shown(), 8)).map((strip, n) =>
            n > 20 && n < 80 ? { ...strip, data: strip.data.subarray(0, 4) } : strip,
          ),
        ),
    ],
  ])('%s', async (_, make) => {
    expect(await inspect(await make(), 'application/pdf')).toMatchObject(damaged);
  });

  it('a WebP of which the end is missing', async () => {
    const bytes = cut(await shown().webp().toBuffer());
    expect(await inspect(bytes, 'image/webp')).toEqual({ ok: false, refusal: 'damaged-file' });
  });

  const cutInLetters = ({ dict, data }: Embedded) => inLetters({ dict, data: cut(data) });
});

describe('letters that are drawn', () => {
  const written = async (matrix: string) => inspect(writtenPage(matrix), 'application/pdf');
  const reversed = accepted(1, 'upside-down-page:1');

  it('stand on their heads by their size, too', async () => {
    const page = (size: number) =>
      pageOf([], '', `BT /F ${size} Tf 1 0 0 1 300 300 Tm (The parcel was handed over.) Tj ET`);
    expect(await inspect(page(-12), 'application/pdf')).toMatchObject(reversed);
    expect(await inspect(page(12), 'application/pdf')).toMatchObject(accepted(1));
  });

  it('stand on none where they are mirrored, which nobody turns back', async () => {
    expect(await written('-1 0 0 1 400 300')).toMatchObject(accepted(1));
    expect(await written('-1 0 0 -1 400 300')).toMatchObject(reversed);
  });
});

const blanks = Buffer.from('\r\n'.repeat(2_000));

const behind = async (text: string): Promise<Buffer> =>
  Buffer.concat([Buffer.from(text), await pdfOfJpegs([paper])]);

const turnedBy = async (picture: Sharp, angle: number): Promise<Buffer> =>
  changed(on(await jpegIn(picture)), '595 842]', `595 842] /Rotate ${angle}`);

const inverted = ({ dict, data }: Embedded): Buffer => on({ dict: `${dict} /Decode [1 0]`, data });
const invertedJpeg = ({ dict, data }: Embedded): Buffer =>
  on({ dict: `${dict} /Decode [1 0 1 0 1 0]`, data });

const inLetters = ({ dict, data }: Embedded): Buffer =>
  on({ dict: dict.replace('/DCTDecode', '[/ASCII85Decode /DCTDecode]'), data: ascii85(data) });

const cmykIn = async (picture: Sharp): Promise<Embedded> => {
  const { data, info } = await picture
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = `/Width ${info.width} /Height ${info.height} /BitsPerComponent 8`;
  return { dict: `${size} /ColorSpace /DeviceCMYK /Filter /FlateDecode`, data: deflateSync(data) };
};

const asMask = <T extends Embedded>(page: T): T => ({
  ...page,
  dict: page.dict.replace('/ColorSpace /DeviceGray', '/ImageMask true'),
});

/** A new version of the catalogue, appended (ISO 32000-2, 7.5.6). */
const updated = (pdf: Buffer): Buffer => {
  const text = pdf.toString('latin1');
  const [, root = '1'] = /\/Root (\d+) 0 R/.exec(text) ?? [];
  const catalogue = /\/Pages (\d+) 0 R/.exec(text)?.[1] ?? '2';
  const at = text.length + 1;
  const object = `\n${root} 0 obj\n<< /Type /Catalog /Pages ${catalogue} 0 R /Lang (vi) >>\nendobj\n`;
  const table = `xref\n${root} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const start = text.length + object.length;
  return Buffer.from(
    `${text}${object}${table}trailer\n<< /Size 99 /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
};

/** With a signature of a result, as digital ones are laid in (12.8). */
const signed = (pdf: Buffer): Buffer => {
  const field =
    '/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /T (Signature1) /F 132 /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 30] /Contents <3080> /Name (UBND) /M (D:20260601080000+07) >> >>] >> /Perms << /DocMDP << /Type /Sig >> >>';
  return changed(pdf, '/Type /Catalog', `/Type /Catalog ${field}`);
};
