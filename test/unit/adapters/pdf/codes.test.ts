import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { barCode, type CodeShape, qrCode } from '#adapters/pdf/codes.ts';
import { coverSheetPayload } from '#adapters/pdf/cover-sheets.ts';

/** As a camera gives it: a grainy JPEG, a little turned, no paper around the quiet zone. */
const photographed = async (shape: CodeShape, width: number, height: number): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    viewBox="0 0 ${shape.width} ${shape.height}" preserveAspectRatio="none">
    <path fill-rule="evenodd" d="${shape.path}"/></svg>`;
  return sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .rotate(3, { background: '#ffffff' })
    .blur(0.8)
    .jpeg({ quality: 60 })
    .toBuffer();
};

const component = { id: 'don-dang-ky', name: '', copyKind: 'photo', count: 1, pages: 12 } as const;

describe('the codes on paper', () => {
  beforeAll(async () => {
    const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
    await prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(wasm).buffer },
      fireImmediately: true,
    });
  });

  it.each([
    ['QRCode', qrCode, 'https://ho-so.example.vn/tra-cuu/H13.01-261123-0001', 300, 300],
    ['QRCode', qrCode, coverSheetPayload('01JDB4Z8Q3K7M2N5P9R1S6T8VW', component), 300, 300],
    ['QRCode', qrCode, 'EE123456785VN', 200, 200],
    ['Code128', barCode, 'H13.01-261123-0001', 700, 90],
    ['Code128', barCode, '000.17.22.H56-210531-0001', 900, 90],
    ['Code128', barCode, 'EE123456785VN', 600, 120],
  ] as const)(
    '%s reads back as what was written: %#',
    async (format, draw, text, width, height) => {
      const image = await photographed(draw(text), width, height);
      const [read] = await readBarcodes(new Uint8Array(image), { formats: [format] });
      expect(read?.text).toBe(text);
    },
  );

  it('leaves the quiet zone that the standards ask', () => {
    const xs = (shape: CodeShape) =>
      [...shape.path.matchAll(/[MLH](\d+)/g)].map(([, x]) => Number(x));
    const qr = qrCode('EE123456785VN');
    // Version 1 has 21 modules, each two units wide; 4 more stand clear on each side.
    expect([qr.width, Math.min(...xs(qr)), Math.max(...xs(qr))]).toEqual([58, 8, 50]);
    const bars = barCode('EE123456785VN');
    expect([Math.min(...xs(bars)), bars.width - Math.max(...xs(bars))]).toEqual([10, 10]);
  });
});

describe('the code of a cover sheet', () => {
  it('names the dossier, the component and the pages that follow', () => {
    expect(coverSheetPayload('01JDB4Z8Q3K7M2N5P9R1S6T8VW', component)).toBe(
      'PC1|01JDB4Z8Q3K7M2N5P9R1S6T8VW|don-dang-ky|12',
    );
  });
});
