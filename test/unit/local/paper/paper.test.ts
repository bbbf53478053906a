import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { widthOf, wrapped } from '#local/play/paper/glyphs.ts';
import { type ResultPaper, resultPdf } from '#local/play/paper/result-pdf.ts';
import { type PaperPage, scanPage, scanPdf } from '#local/play/paper/scan-page.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';

const aPage = (change: Partial<PaperPage> = {}): PaperPage => ({
  seed: 7,
  title: 'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
  lines: ['Họ và tên: Nguyễn Thị Ánh', 'Nội dung biến động: chuyển quyền sử dụng đất'],
  skewDegrees: 0.8,
  noise: 0.05,
  dpi: 150,
  ...change,
});

const jpeg = (change: Partial<PaperPage> = {}): Promise<Buffer> =>
  scanPage({ ...aPage(change), format: 'jpeg' });

/** Share of the pixels of a sheet that are of this colour. */
const share = async (
  image: Buffer,
  is: (red: number, green: number, blue: number) => boolean,
): Promise<number> => {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
  let found = 0;
  for (let n = 0; n < data.length; n += info.channels)
    if (is(data[n] ?? 0, data[n + 1] ?? 0, data[n + 2] ?? 0)) found++;
  return found / (info.width * info.height);
};
const red = (r: number, g: number, b: number): boolean => r > 140 && g < 110 && b < 120;
const dark = (r: number, g: number, b: number): boolean => r < 110 && g < 110 && b < 110;

describe('a sheet for the tour', () => {
  it.each(['jpeg', 'png'] as const)('is A4 at its resolution, as %s', async (format) => {
    const { width, height, ...about } = await sharp(
      await scanPage({ ...aPage(), format }),
    ).metadata();
    expect([about.format, width, height]).toEqual([format, 1241, 1754]);
  });

  it('repeats by its seed, and differs by it', async () => {
    const first = await jpeg();
    expect((await jpeg()).equals(first)).toBe(true);
    expect((await jpeg({ seed: 8 })).equals(first)).toBe(false);
  });

  it('draws accents whatever form they came in', async () => {
    const name = 'Họ và tên: Nguyễn Thị Ánh';
    const [composed, decomposed, bare] = await Promise.all(
      [name, name.normalize('NFD'), 'Ho va ten: Nguyen Thi Anh'].map((line) =>
        jpeg({ lines: [line] }),
      ),
    );
    expect(decomposed?.equals(composed ?? Buffer.alloc(0))).toBe(true);
    expect(bare?.equals(composed ?? Buffer.alloc(0))).toBe(false);
  });

  it('carries print, and a red stamp only where one is asked', async () => {
    const stamped = await jpeg({ stamp: 'Ủy ban nhân dân xã Vị Tân' });
    expect(await share(stamped, red)).toBeGreaterThan(0.001);
    expect(await share(await jpeg(), red)).toBe(0);
    expect(await share(stamped, dark)).toBeGreaterThan(0.004);
  });

  it.each(['image/jpeg', 'image/png'] as const)(
    'passes the inspection as %s',
    async (mediaType) => {
      const format = mediaType === 'image/jpeg' ? 'jpeg' : 'png';
      const bytes = await scanPage({ ...aPage(), format });
      const result = await makeScanInspector(engines).inspect(bytes, mediaType);
      expect(result).toMatchObject({ ok: true, inspection: { pages: 1, findings: [] } });
    },
  );
});

describe('the setting of a sheet', () => {
  it('breaks lines at blanks, loses no word and stays within the width', () => {
    const text = 'Chuyển quyền sử dụng đất theo hợp đồng tặng cho đã chứng thực';
    const lines = wrapped(text, 40, { size: 4 });
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(widthOf(line, { size: 4 })).toBeLessThanOrEqual(40);
  });

  it('leaves a word that is too long whole', () => {
    expect(wrapped('a 0123456789012345678901234567890 b', 20, { size: 4 })).toHaveLength(3);
  });
});

describe('a scanned PDF', () => {
  it('has a page a sheet, the same bytes each time, and passes the inspection', async () => {
    const pages = [aPage(), aPage({ seed: 8, skewDegrees: -1 })];
    const bytes = await scanPdf({ pages });
    expect((await scanPdf({ pages })).equals(bytes)).toBe(true);
    const result = await makeScanInspector(engines).inspect(bytes, 'application/pdf');
    expect(result).toMatchObject({ ok: true, inspection: { pages: 2 } });
  });
});

describe('a result', () => {
  const paper: ResultPaper = {
    dossierCode: 'H13.01-261123-0001',
    agency: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ',
    decision: 'Chấp thuận cấp đổi Giấy chứng nhận.',
    signer: 'Đỗ Hữu Phúc',
    signedAt: '27/11/2026',
  };

  it('is one A4 page, the same bytes each time, and passes the inspection', async () => {
    const bytes = await resultPdf(paper);
    expect((await resultPdf(paper)).equals(bytes)).toBe(true);
    const result = await makeScanInspector(engines).inspect(bytes, 'application/pdf');
    expect(result).toMatchObject({ ok: true, inspection: { pages: 1 } });
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe('Kết quả H13.01-261123-0001');
  });

  it('carries its signature to the next page with the stamp when the decision is long', async () => {
    const decision = 'Chấp thuận cấp đổi Giấy chứng nhận quyền sử dụng đất. '.repeat(45);
    const document = await PDFDocument.load(await resultPdf({ ...paper, decision }));
    expect(document.getPageCount()).toBe(2);
  });
});
