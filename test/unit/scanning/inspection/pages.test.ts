import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import type { InspectionResult, SoFar } from '#functions/scanning/ports/scan-inspector.ts';
import { type PaperPage, scanPage } from '#local/play/paper/scan-page.ts';
import { blankSheet, coverSheet, pdfOfJpegs, upsideDown } from '#test/support/batches.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { plainPdf } from './corpus.ts';
import { engines } from './engines.ts';

const inspector = makeScanInspector(engines);

const inspected = async (bytes: Uint8Array) => {
  const result = await inspector.inspect(bytes, 'application/pdf');
  if (!result.ok) throw new Error(result.refusal);
  return result.inspection;
};

const findingsOf = async (...pictures: readonly Uint8Array[]): Promise<readonly string[]> =>
  (await inspected(await pdfOfJpegs(pictures))).findings;

const form: readonly string[] = [
  'Họ và tên: Nguyễn Thị Ánh',
  'Ngày sinh: 12/03/1990',
  'Nơi thường trú: Ấp 3, xã Vị Tân, thành phố Cần Thơ',
  'Nội dung biến động: chuyển quyền sử dụng đất',
  'Lý do: nhận tặng cho từ cha mẹ theo hợp đồng đã chứng thực',
  'Thửa đất số: 125, tờ bản đồ số 7',
];
const otherForm: readonly string[] = [
  'Họ và tên: Trần Văn Phúc',
  'Ngày sinh: 05/11/1978',
  'Nơi thường trú: Khu vực 4, phường Vị Thanh, thành phố Cần Thơ',
  'Nội dung biến động: chuyển quyền sử dụng đất',
  'Lý do: nhận thừa kế theo văn bản khai nhận di sản',
  'Thửa đất số: 98, tờ bản đồ số 12',
];
const contract: readonly string[] = Array.from(
  { length: 10 },
  (_, n) =>
    `Điều ${n + 1}. Bên A đồng ý tặng cho bên B quyền sử dụng đất của mình đối với thửa đất theo giấy chứng nhận`,
);

type Change = Partial<Pick<PaperPage, 'seed' | 'skewDegrees' | 'noise'>>;

/** Each is drawn once. */
const drawn = new Map<string, Promise<Buffer>>();

const scanned = (lines: readonly string[], change: Change = {}): Promise<Buffer> => {
  const key = JSON.stringify([lines, change]);
  const page = drawn.get(key) ?? scan(lines, change);
  drawn.set(key, page);
  return page;
};

const scan = (lines: readonly string[], change: Change): Promise<Buffer> =>
  scanPage({
    seed: 1,
    title: 'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
    lines,
    skewDegrees: 0.4,
    noise: 0.05,
    dpi: 150,
    format: 'jpeg',
    ...change,
  });

/** Looks at one page a message. */
const hasty = (recalling: number) =>
  makeScanInspector(engines, {
    bytes: 20_000_000,
    pages: 10,
    pixels: 60_000_000,
    memory: 512_000_000,
    milliseconds: -1,
    recalling,
  });

/** By as many messages as it takes; what is left to the next one is plain data. */
const goneThrough = async (
  { inspect }: ReturnType<typeof hasty>,
  pdf: Uint8Array,
  keep?: (preview: PagePreview) => void,
  from?: SoFar,
): Promise<InspectionResult> => {
  const result = await inspect(pdf, 'application/pdf', keep, from);
  return !result.ok && 'soFar' in result
    ? goneThrough({ ...inspector, inspect }, pdf, keep, JSON.parse(JSON.stringify(result.soFar)))
    : result;
};

describe('the pages of a scanned PDF', () => {
  let page: Buffer;
  let other: Buffer;
  beforeAll(async () => {
    page = await scanned(form);
    other = await scanned(contract);
  });

  it('are looked at one by one, and what is wrong is said with the page number', async () => {
    const small = await sharp(other).resize(600).jpeg().toBuffer();
    const blurred = await sharp(await scanned(otherForm))
      .blur(5)
      .jpeg()
      .toBuffer();
    expect(await findingsOf(page, await blankSheet(), blurred, small)).toEqual([
      'blank-page:2',
      'blurred-page:3',
      'low-resolution:4',
    ]);
  });

  it('are blank where nothing is drawn, and looked at where several pictures are', async () => {
    expect((await inspected(plainPdf(2))).findings).toEqual(['blank-page:1', 'blank-page:2']);
    const document = await PDFDocument.load(await pdfOfJpegs([page]));
    const second = await document.embedJpg(other);
    document.getPage(0).drawImage(second, { x: 420, y: 40, width: 120, height: 170 });
    expect((await inspected(await document.save())).findings).toEqual([]);
  });

  it('are left where the time is over, and gone through from there, with the same findings', async () => {
    const pdf = await pdfOfJpegs([page, await blankSheet(), other, page]);
    const pictures: number[] = [];
    const keep = ({ page: number }: PagePreview) => void pictures.push(number);
    const piecemeal = await goneThrough(hasty(60_000), pdf, keep);
    expect(piecemeal).toEqual(await inspector.inspect(pdf, 'application/pdf'));
    expect(piecemeal).toMatchObject({
      inspection: { findings: ['blank-page:2', 'duplicate-page:4'] },
    });
    expect(pictures).toEqual([1, 2, 3, 4]);
  });

  it('are compared with the nearest of an earlier message alone where pictures take long', async () => {
    const apart = await pdfOfJpegs([page, other, page]);
    const beside = await pdfOfJpegs([other, page, page]);
    const found = (findings: readonly string[]) => ({ inspection: { findings } });
    expect(await goneThrough(hasty(-1), apart)).toMatchObject(found([]));
    expect(await goneThrough(hasty(-1), beside)).toMatchObject(found(['duplicate-page:3']));
  });

  it('keep the limit of pixels: a bomb on a page is not unpacked', async () => {
    const bomb = Buffer.from(page);
    const frame = bomb.indexOf(Buffer.from('ffc0', 'hex'));
    bomb.writeUInt16BE(65_000, frame + 5);
    bomb.writeUInt16BE(65_000, frame + 7);
    expect(await inspector.inspect(await pdfOfJpegs([bomb]), 'application/pdf')).toEqual({
      ok: false,
      refusal: 'too-many-pixels',
    });
  });
});

describe('a page scanned twice', () => {
  it('is found, though it lies otherwise on the glass', async () => {
    const again = await scanned(form, { seed: 9, skewDegrees: -0.5, noise: 0.1 });
    expect(await findingsOf(await scanned(form), await scanned(contract), again)).toEqual([
      'duplicate-page:3',
    ]);
  });

  it('is not one form filled in by two people, nor two blank backs, nor two cover sheets', async () => {
    const pages = [
      await coverSheet(dossierId, 'don-de-nghi', 1),
      await scanned(form),
      await scanned(otherForm),
      await scanned(otherForm.slice(0, 4), { seed: 3 }),
      await coverSheet(dossierId, 'ban-ve', 1),
    ];
    expect(await findingsOf(...pages)).toEqual([]);
    expect(await findingsOf(await blankSheet(), await blankSheet())).toEqual([
      'blank-page:1',
      'blank-page:2',
    ]);
  });
});

describe('a page upside down', () => {
  it.each([
    ['a form', form, { skewDegrees: 0 }],
    ['a crooked form', form, { skewDegrees: 1, noise: 0.1 }],
    ['a contract', contract, { skewDegrees: -0.8 }],
  ] as const)('is found by its letters, and only then: %s', async (_, lines, change) => {
    const page = await scanned(lines, change);
    const onItsSide = await sharp(page).rotate(90).jpeg().toBuffer();
    expect(await findingsOf(page)).toEqual([]);
    expect(await findingsOf(onItsSide)).toEqual([]);
    expect(await findingsOf(await upsideDown(page))).toEqual(['upside-down-page:1']);
  });

  it('is not guessed from a few words', async () => {
    const few = await upsideDown(await scanned(['Xác nhận.']));
    expect(await findingsOf(few)).toEqual([]);
  });

  it('is one that the reader turns back upright, or turns over', async () => {
    const turnedBy = async (picture: Uint8Array, angle: number) => {
      const document = await PDFDocument.load(await pdfOfJpegs([picture]));
      document.getPage(0).setRotation(degrees(angle));
      return (await inspected(await document.save())).findings;
    };
    const page = await scanned(form);
    expect(await turnedBy(await upsideDown(page), 180)).toEqual([]);
    expect(await turnedBy(page, 180)).toEqual(['upside-down-page:1']);
  });
});

describe('a cover sheet', () => {
  const payload = `PC1|${dossierId}|ban-ve|3`;
  const marked = { inspected: true, blank: false, codes: [payload] };

  it.each([
    ['as it is', (sheet: Buffer) => sharp(sheet), []],
    ['crooked', (sheet: Buffer) => sharp(sheet).rotate(4, { background: '#fff' }), []],
    ['pale and a little blurred', (sheet: Buffer) => sharp(sheet).linear(0.5, 110).blur(2), []],
    ['at 300 dpi', (sheet: Buffer) => sharp(sheet).resize(2480), []],
    ['upside down', (sheet: Buffer) => sharp(sheet).rotate(180), ['upside-down-page:1']],
  ] as const)('is read %s', async (_, change, findings) => {
    const sheet = await coverSheet(dossierId, 'ban-ve', 3);
    const { marks, ...rest } = await inspected(
      await pdfOfJpegs([await change(sheet).jpeg({ quality: 70 }).toBuffer()]),
    );
    expect(marks).toEqual([marked]);
    expect(rest.findings.filter((code) => code !== 'blurred-page:1')).toEqual(findings);
  });
});
