import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScanMediaType } from '#domain/scan/scan.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import { pdfOf, textPage } from './corpus.ts';
import { engines } from './engines.ts';
import {
  darkCover,
  g4Page,
  g4Strips,
  jpegIn,
  jpegPackedIn,
  letters,
  losslessIn,
  pageOf,
  shortPage,
  wholePage,
  writtenPage,
} from './papers.ts';

const { inspect } = makeScanInspector(engines);

let paper: Buffer;
let reversed: Buffer;
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
    dpi: 150,
    format: 'jpeg',
  });
  reversed = await sharp(paper).rotate(180).jpeg().toBuffer();
});

const none = Buffer.alloc(0);

const cut = (bytes: Buffer, share: number): Buffer =>
  bytes.subarray(0, Math.floor(bytes.length * share));

type Paper = [name: string, make: () => Promise<Uint8Array>, pages?: number];

const accepted = (pages: number, findings: readonly string[] = []) => ({
  ok: true,
  inspection: { pages, findings },
});

describe('PDFs that a counter or a department meets are looked at, and nothing is wrong with them', () => {
  it.each<Paper>([
    ['black and white in strips (G4)', async () => pageOf(await g4Strips(sharp(paper)))],
    [
      'lossless grey',
      async () => pageOf([{ ...(await losslessIn(sharp(paper))), matrix: wholePage }]),
    ],
    [
      'a JPEG packed once more',
      async () => pageOf([{ ...(await jpegPackedIn(sharp(paper))), matrix: wholePage }]),
    ],
    [
      'a page and a seal',
      async () =>
        pageOf([
          { ...(await jpegIn(sharp(paper))), matrix: wholePage },
          { ...(await jpegIn(sharp(paper).resize(80))), matrix: '90 0 0 90 400 80' },
        ]),
    ],
    [
      'turned upright by its matrix',
      async () => pageOf([{ ...(await jpegIn(sharp(reversed))), matrix: '-595 0 0 -842 595 842' }]),
    ],
    [
      'a line feed before the header',
      async () => Buffer.concat([Buffer.from('\n'), await pdfOfJpegs([paper])]),
    ],
    [
      'a kilobyte of a mail before the header',
      async () => Buffer.concat([Buffer.alloc(1_000, 'x'), await pdfOfJpegs([paper])]),
    ],
    ['letters on one letterhead', () => letters(), 4],
    ['that opens with the empty password', () => letters({ ownerPassword: 'secret' }), 4],
    ['with a link to a web page', () => letters({}, 'https://example.com'), 4],
    [
      'a tagged table',
      async () =>
        pageOf(
          [{ ...(await jpegIn(sharp(paper))), matrix: wholePage }],
          '/StructTreeRoot << /Type /StructTreeRoot /K [<< /Type /StructElem /S /TD /A << /O /Table /RowSpan 2 >> >>] >>',
        ),
    ],
    [
      'little that is written, near the side',
      async () =>
        pageOf([], '', 'BT /F 9 Tf 38 700 Td (STT) Tj 0 -40 Td (1) Tj 0 -40 Td (2) Tj ET'),
    ],
    [
      'three short pages',
      async () =>
        pdfOfJpegs([
          await shortPage([14, 22, 14, 22, 14, 14, 22, 20]).jpeg().toBuffer(),
          await shortPage([14, 22, 14, 22, 14, 14, 22, 10]).jpeg().toBuffer(),
          await shortPage([14, 22, 14, 22, 14, 14, 22, 15]).jpeg().toBuffer(),
        ]),
      3,
    ],
  ])('%s', async (_, make, pages = 1) => {
    expect(await inspect(await make(), 'application/pdf')).toMatchObject(accepted(pages));
  });
});

describe('letters that are drawn say themselves which way up they are', () => {
  const turned = async (angle: number, ...pages: readonly number[]) => {
    const document = await PDFDocument.load(await letters());
    for (const page of pages) document.getPage(page - 1).setRotation(degrees(angle));
    return inspect(await document.save(), 'application/pdf');
  };

  it('as a reader shows them', async () => {
    const told = accepted(4, ['upside-down-page:2', 'upside-down-page:4']);
    expect(await turned(180, 2, 4)).toMatchObject(told);
    expect(await turned(90, 1, 2, 3, 4)).toMatchObject(accepted(4));
  });

  it('though the page is turned back by its own drawing', async () => {
    const [upright, reversed] = ['1 0 0 1 20 90', '-1 0 0 -1 90 20'].map((matrix) =>
      writtenPage(matrix),
    );
    expect(await inspect(upright ?? none, 'application/pdf')).toMatchObject(accepted(1));
    expect(await inspect(reversed ?? none, 'application/pdf')).toMatchObject(
      accepted(1, ['upside-down-page:1']),
    );
  });

  it('and those that nobody sees, beneath a scan, say nothing', async () => {
    const page = { ...(await jpegIn(sharp(paper))), matrix: wholePage };
    const hidden = pageOf([page], '', 'BT /F 12 Tf 3 Tr -1 0 0 -1 300 300 Tm (recognised) Tj ET');
    expect(await inspect(hidden, 'application/pdf')).toMatchObject(accepted(1));
  });
});

describe('what is missing in a PDF is told', () => {
  it('a second page that was cut off', async () => {
    const { dict, data } = await jpegIn(sharp(paper));
    const whole = pageOf([{ dict, data, matrix: wholePage }]);
    const part = pageOf([{ dict, data: cut(Buffer.from(data), 0.4), matrix: wholePage }]);
    expect(await inspect(whole, 'application/pdf')).toMatchObject(accepted(1));
    expect(await inspect(part, 'application/pdf')).toMatchObject(accepted(1, ['damaged-page:1']));
  });

  it('a piece out of the middle, though the end is there', async () => {
    const { dict, data } = await jpegIn(sharp(paper));
    const holed = Buffer.concat([cut(Buffer.from(data), 0.5), Buffer.from('ffd9', 'hex')]);
    expect(
      await inspect(pageOf([{ dict, data: holed, matrix: wholePage }]), 'application/pdf'),
    ).toMatchObject(accepted(1, ['damaged-page:1']));
  });

  it.each([
    ['lossless', async () => [{ ...(await losslessIn(sharp(paper))), matrix: wholePage }]],
    ['black and white (G4)', async () => [await g4Page(sharp(paper))]],
    ['black and white, one strip of several', async () => g4Strips(sharp(paper))],
  ] as const)('the rest of a picture that was cut off: %s', async (_, make) => {
    const [first, ...others] = await make();
    if (!first) throw new Error('a picture was made');
    const broken = { ...first, data: cut(Buffer.from(first.data), 0.4) };
    expect(await inspect(pageOf([first, ...others]), 'application/pdf')).toMatchObject(accepted(1));
    expect(await inspect(pageOf([broken, ...others]), 'application/pdf')).toMatchObject(
      accepted(1, ['damaged-page:1']),
    );
  });

  it('but not the end of a fax that its writer left out', async () => {
    const { data, ...page } = await g4Page(sharp(paper));
    const endless = pageOf([{ ...page, data: data.subarray(0, -3) }]);
    expect(await inspect(endless, 'application/pdf')).toMatchObject(accepted(1));
  });

  it('nor a seal that cannot be shown on a page that can', async () => {
    const { dict, data } = await jpegIn(sharp(paper).resize(80));
    const seal = { dict, data: cut(Buffer.from(data), 0.4), matrix: '90 0 0 90 400 80' };
    const page = { ...(await jpegIn(sharp(paper))), matrix: wholePage };
    expect(await inspect(pageOf([page, seal]), 'application/pdf')).toMatchObject(accepted(1));
  });

  it('a picture that the file does not have', async () => {
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] /Resources << /XObject << /P 9 0 R >> >> >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 105 149] >>',
    ]);
    expect(await inspect(bytes, 'application/pdf')).toMatchObject(accepted(1, ['damaged-page:1']));
  });

  it('a picture too large to be unpacked refuses the file', async () => {
    const { data } = await jpegIn(sharp(paper));
    const dict =
      '/Width 9900 /Height 7000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode';
    expect(await inspect(pageOf([{ dict, data, matrix: wholePage }]), 'application/pdf')).toEqual({
      ok: false,
      refusal: 'too-many-pixels',
    });
  });
});

type Picture = [
  name: string,
  mediaType: ScanMediaType,
  make: () => Promise<Uint8Array>,
  pages?: number,
];

describe('pictures that a counter or a department meets are taken, and nothing is wrong with them', () => {
  it.each<Picture>([
    ['a dark red cover', 'image/jpeg', () => darkCover().jpeg().toBuffer()],
    [
      'a card at 300 dpi',
      'image/jpeg',
      () =>
        sharp(paper)
          .extract({ left: 100, top: 150, width: 1012, height: 638 })
          .withMetadata({ density: 300 })
          .jpeg()
          .toBuffer(),
    ],
    ['CMYK', 'image/jpeg', () => sharp(paper).toColourspace('cmyk').jpeg().toBuffer()],
    [
      'shown upright by EXIF',
      'image/jpeg',
      () => sharp(reversed).withMetadata({ orientation: 3 }).jpeg().toBuffer(),
    ],
    ['without its end marker', 'image/jpeg', async () => paper.subarray(0, -2)],
    [
      'a moving photograph',
      'image/jpeg',
      async () =>
        Buffer.concat([
          paper,
          Buffer.from('\0\0\0\u0018ftypmp42', 'latin1'),
          Buffer.alloc(5_000, 7),
        ]),
    ],
    [
      'stray bytes behind a PNG',
      'image/png',
      async () => Buffer.concat([await sharp(paper).png().toBuffer(), Buffer.alloc(100)]),
    ],
    [
      'progressive at 600 dpi',
      'image/jpeg',
      () =>
        sharp(paper)
          .greyscale()
          .resize(4_960, 7_016)
          .jpeg({ progressive: true, quality: 50 })
          .toBuffer(),
    ],
    ['TIFF', 'image/tiff', () => sharp(paper).tiff().toBuffer()],
    [
      'TIFF, black and white (G4)',
      'image/tiff',
      () =>
        sharp(paper)
          .greyscale()
          .threshold(140)
          .toColourspace('b-w')
          .tiff({ compression: 'ccittfax4', bitdepth: 1 })
          .toBuffer(),
    ],
    [
      'TIFF of two pages',
      'image/tiff',
      async () => {
        const other = await textPage()
          .resize(1240, 1754)
          .flatten()
          .toColourspace('srgb')
          .png()
          .toBuffer();
        const pages = [paper, other];
        return sharp(pages, { join: { animated: true } })
          .tiff({ compression: 'lzw' })
          .toBuffer();
      },
      2,
    ],
    ['WebP', 'image/webp', () => sharp(paper).webp({ quality: 60 }).toBuffer()],
  ])('%s', async (_, mediaType, make, pages = 1) => {
    expect(await inspect(await make(), mediaType)).toMatchObject(accepted(pages));
  });

  it('an A3 sheet at 600 dpi is more than anybody needs', async () => {
    const page = sharp({
      create: { width: 7_016, height: 9_921, channels: 3, background: '#fff' },
    });
    expect(await inspect(await page.png().toBuffer(), 'image/png')).toEqual({
      ok: false,
      refusal: 'too-many-pixels',
    });
  });

  it('a photograph that many readers do not open says so', async () => {
    const heic = Buffer.concat([
      Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0heicmif1', 'latin1'),
      Buffer.alloc(5_000),
    ]);
    expect(await inspect(heic, 'image/jpeg')).toEqual({ ok: false, refusal: 'photo-format' });
  });
});
