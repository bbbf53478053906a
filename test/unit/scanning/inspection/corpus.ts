import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A4 at 150 dpi. */
const a4 = { width: 1240, height: 1754 };

const page = (marks: string, { width, height } = a4): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f2ec"/>${marks}</svg>`,
    ),
  ).flatten({ background: '#ffffff' });

/** Bars in the size of letters: no font is asked of the machine. */
const line = (y: number, letters = 60): string =>
  Array.from(
    { length: letters },
    (_, n) =>
      `<rect x="${140 + n * 16}" y="${y - ((n * 7) % 5)}" width="${3 + ((n * 5) % 6)}" height="${14 + ((n * 3) % 7)}" fill="#222"/>`,
  ).join('');

export const textPage = (): Sharp =>
  page(Array.from({ length: 40 }, (_, n) => line(160 + n * 36)).join(''));
export const oneLinePage = (): Sharp => page(line(300));
export const emptyPage = (): Sharp => page('');
export const smallPage = (): Sharp => page(line(60, 20), { width: 600, height: 850 });

/** Scanner noise and a shadow at the edge. */
export const noisyEmptyPage = async (): Promise<Sharp> => {
  const { data, info } = await emptyPage().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at++)
    data[at] = (data[at] ?? 0) - ((at * 2_654_435_761) >>> 28);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
};

export const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

export const pngHeader = (width: number, height: number, depth = 8, colour = 0): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = depth;
  data[9] = colour;
  return pngChunk('IHDR', data);
};

export const pngOf = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...chunks,
    pngChunk('IEND', Buffer.alloc(0)),
  ]);

export const zeros = (megabytes: number): Buffer =>
  deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 });

/** A PDF of given objects, with a cross-reference table that is right. */
export const pdfOf = (objects: readonly string[], trailer = ''): Buffer => {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};

const kids = (pages: number): string =>
  Array.from({ length: pages }, (_, n) => `${n + 3} 0 R`).join(' ');

/** Pages of a stamp's size: they are drawn in no time. */
export const plainPdf = (pages = 1, catalog = '', more: readonly string[] = []): Buffer =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids(pages)}] >>`,
    ...Array.from(
      { length: pages },
      () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 105 149] >>',
    ),
    ...more,
  ]);

export const streamOf = (dict: string, data: Uint8Array): string =>
  `<< ${dict} /Length ${data.length} >>\nstream\n${Buffer.from(data).toString('latin1')}\nendstream`;
