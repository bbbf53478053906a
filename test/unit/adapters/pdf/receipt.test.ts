import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { create, type Font } from 'fontkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { barCode, qrCode } from '#adapters/pdf/codes.ts';
import { makeFormPrinter } from '#adapters/pdf/form-printer.ts';
import type { ReceiptForm } from '#ports/form-printer.ts';

const fonts = 'node_modules/@expo-google-fonts/be-vietnam-pro';
const files = {
  'regular.ttf': join(fonts, '400Regular/BeVietnamPro_400Regular.ttf'),
  'bold.ttf': join(fonts, '700Bold/BeVietnamPro_700Bold.ttf'),
  'italic.ttf': join(fonts, '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf'),
};
const printer = makeFormPrinter(async (name) => readFileSync(files[name]));

const aReceipt = (change: Partial<ReceiptForm> = {}): ReceiptForm => ({
  agency: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ',
  office: 'Bưu điện Vị Thanh',
  code: 'H13.01-261123-0001',
  trackingUrl: 'https://ho-so.example.vn/tra-cuu/H13.01-261123-0001',
  trackingSecret: '7KQ2MX9D',
  applicant: {
    name: 'Nguyễn Thị Ánh',
    personalNumber: '093190001234',
    phone: '+84912345678',
    address: 'Ấp 3, xã Vị Tân',
  },
  procedure: { code: '1.012783', name: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất' },
  components: [{ name: 'Đơn đăng ký biến động', copyKind: 'bản chính', count: 1 }],
  acceptedAt: '09:00 23/11/2026',
  printedFor: Date.UTC(2026, 10, 23, 2),
  dueAt: '17:00 30/11/2026',
  explanation: ['Tiếp nhận', 'Tính từ ngày 24/11/2026', 'Hẹn trả'],
  fees: { stateFeesVnd: 1_250_000, postageVnd: 28_000 },
  scans: [{ name: 'Đơn đăng ký biến động', pages: 2, sha256: 'a'.repeat(64) }],
  reprint: 0,
  ...change,
});

const pagesOf = async (form: ReceiptForm): Promise<PDFDocument> =>
  PDFDocument.load(await printer.receipt(form), { updateMetadata: false });

describe('the receipt', () => {
  it('prints to the same bytes twice, and to others when it is a reprint', async () => {
    const first = Buffer.from(await printer.receipt(aReceipt()));
    expect(Buffer.from(await printer.receipt(aReceipt())).equals(first)).toBe(true);
    const again = Buffer.from(await printer.receipt(aReceipt({ reprint: 1 })));
    expect(again.equals(first)).toBe(false);
  });

  it('is one A5 page for a common dossier', async () => {
    const document = await pagesOf(aReceipt());
    expect(document.getPageCount()).toBe(1);
    const { width, height } = document.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([420, 595]);
    expect(document.getTitle()).toContain('H13.01-261123-0001');
  });

  it('breaks thirty components and a very long name over pages without failing', async () => {
    const components = Array.from({ length: 30 }, (_, n) => ({
      name: `Thành phần thứ ${n + 1}: ${'giấy tờ chứng minh quyền sử dụng đất '.repeat(2)}`,
      copyKind: 'chứng thực',
      count: n + 1,
    }));
    const applicant = { ...aReceipt().applicant, name: 'Tôn Nữ Công Tằng '.repeat(10) };
    const document = await pagesOf(aReceipt({ components, applicant }));
    expect(document.getPageCount()).toBeGreaterThan(1);
  });

  it('prints composed Vietnamese whatever form the name came in', async () => {
    const { applicant } = aReceipt();
    const typed = { ...applicant, name: applicant.name.normalize('NFD') };
    const decomposed = Buffer.from(await printer.receipt(aReceipt({ applicant: typed })));
    expect(decomposed.equals(Buffer.from(await printer.receipt(aReceipt())))).toBe(true);
  });

  it('has a glyph for every Vietnamese letter', () => {
    const letters = [...'aăâeêioôơuưy'].flatMap((vowel) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) =>
        `${vowel}${tone}`.normalize('NFC'),
      ),
    );
    const all = [...letters, ...letters.map((letter) => letter.toUpperCase()), 'đ', 'Đ', '•', '…'];
    for (const file of Object.values(files)) {
      const font = create(readFileSync(file)) as Font;
      const missing = all.filter(
        (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
      );
      expect(missing).toEqual([]);
    }
  });
});

/** As a camera gives it: a JPEG, paper around the code. */
const asScanned = (png: Buffer): Promise<Buffer> =>
  sharp(png)
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#ffffff' })
    .jpeg()
    .toBuffer();

describe('the codes on it', () => {
  it.each([
    ['QR', qrCode, aReceipt().trackingUrl, 'QRCode'],
    ['Code 128', barCode, aReceipt().code, 'Code128'],
  ] as const)('%s reads back as what was written', async (_, draw, text, format) => {
    const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
    await prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(wasm).buffer },
      fireImmediately: true,
    });
    const [read] = await readBarcodes(new Uint8Array(await asScanned(await draw(text))), {
      formats: [format],
    });
    expect(read?.text).toBe(text);
  });
});
