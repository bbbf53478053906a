import { deflateSync } from 'node:zlib';
import PdfKit from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { pdfOf, streamOf } from './corpus.ts';

/** A picture inside of a PDF: its dictionary without length, and its bytes. */
export interface Embedded {
  readonly dict: string;
  readonly data: Uint8Array;
}

interface Placed extends Embedded {
  /** Six numbers of a matrix: where and how it is drawn, in points. */
  readonly matrix: string;
}

export const wholePage = '595 0 0 842 0 0';

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A page that draws some words under a matrix. */
export const writtenPage = (matrix: string): Buffer =>
  pageOf([], '', `q ${matrix} cm BT /F 12 Tf (The parcel was handed over.) Tj ET Q`);

/** One page that draws pictures, written by hand: no library has a hand in how they are wrapped. */
export const pageOf = (pictures: readonly Placed[], more = '', writing = ''): Buffer => {
  const names = pictures.map((_, n) => `/P${n} ${n + 5} 0 R`).join(' ');
  const content = pictures.map(({ matrix }, n) => `q ${matrix} cm /P${n} Do Q`).join('\n');
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << ${names} >> /Font << /F ${helvetica} >> >> >>`,
    streamOf('', Buffer.from(`${content}\n${writing}`)),
    ...pictures.map(({ dict, data }) => streamOf(`/Type /XObject /Subtype /Image ${dict}`, data)),
  ]);
};

const sizeOf = (width: number, height: number): string =>
  `/Width ${width} /Height ${height} /BitsPerComponent 8`;

export const jpegIn = async (picture: Sharp, filter = '/DCTDecode'): Promise<Embedded> => {
  const { data, info } = await picture.jpeg().toBuffer({ resolveWithObject: true });
  const dict = `${sizeOf(info.width, info.height)} /ColorSpace /${info.channels === 1 ? 'DeviceGray' : 'DeviceRGB'} /Filter ${filter}`;
  return { dict, data };
};

/** As some programs do: a JPEG packed once more. */
export const jpegPackedIn = async (picture: Sharp): Promise<Embedded> => {
  const { dict, data } = await jpegIn(picture, '[/FlateDecode /DCTDecode]');
  return { dict, data: deflateSync(data) };
};

export const losslessIn = async (picture: Sharp): Promise<Embedded> => {
  const { data, info } = await picture
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dict = `${sizeOf(info.width, info.height)} /ColorSpace /DeviceGray /Filter /FlateDecode`;
  return { dict, data: deflateSync(data) };
};

/** Strips of a black-and-white TIFF (G4), each as a picture of its own, as a document scanner writes them. */
export const g4Strips = async (picture: Sharp, rowsAStrip = 128): Promise<readonly Placed[]> => {
  const tiff = await picture
    .greyscale()
    .threshold(140)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tileHeight: rowsAStrip })
    .toBuffer();
  const tags = tagsOf(tiff);
  const [width = 0] = tags.get(256) ?? [];
  const [height = 0] = tags.get(257) ?? [];
  const [rows = height] = tags.get(278) ?? [];
  const [isWhiteZero = 0] = tags.get(262) ?? [];
  const lengths = tags.get(279) ?? [];
  return (tags.get(273) ?? []).map((at, n) => {
    const top = n * rows;
    const count = Math.min(rows, height - top);
    const share = 842 / height;
    return {
      dict: `/Width ${width} /Height ${count} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} /Rows ${count} /BlackIs1 ${isWhiteZero === 0 ? 'false' : 'true'} >>`,
      data: tiff.subarray(at, at + (lengths[n] ?? 0)),
      matrix: `595 0 0 ${count * share} 0 ${842 - (top + count) * share}`,
    };
  });
};

/** The same page in one piece. */
export const g4Page = async (picture: Sharp): Promise<Placed> => {
  const [strip] = await g4Strips(picture, 2_048);
  if (!strip) throw new Error('a picture was coded');
  return strip;
};

/** Numbers of the first directory of a little-endian TIFF, by tag (TIFF 6.0, section 2). */
const tagsOf = (tiff: Buffer): ReadonlyMap<number, readonly number[]> => {
  const start = tiff.readUInt32LE(4);
  const entries = Array.from({ length: tiff.readUInt16LE(start) }, (_, n) => start + 2 + n * 12);
  return new Map(
    entries.map((at) => {
      const bytes = tiff.readUInt16LE(at + 2) === 3 ? 2 : 4;
      const count = tiff.readUInt32LE(at + 4);
      const values = count * bytes > 4 ? tiff.readUInt32LE(at + 8) : at + 8;
      const read = (n: number) => tiff.readUIntLE(values + n * bytes, bytes);
      return [tiff.readUInt16LE(at), Array.from({ length: count }, (_, n) => read(n))] as const;
    }),
  );
};

/** Four letters on one letterhead, printed to PDF: a small coarse picture, and text. */
export const letters = async (
  options: PDFKit.PDFDocumentOptions = {},
  link?: string,
): Promise<Buffer> => {
  const logo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const document = new PdfKit({ size: 'A4', ...options });
  const pieces: Buffer[] = [];
  const written = new Promise<Buffer>((resolve) => {
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(Buffer.concat(pieces)));
  });
  for (const number of [1, 2, 3, 4]) {
    if (number > 1) document.addPage();
    document.image(logo, 50, 40, { width: 140 });
    document.fontSize(11).text(`Letter ${number}: the parcel was handed over.`, 60, 180);
    if (link) document.link(60, 180, 200, 12, link);
    for (let n = 0; n < 20; n++) document.text('The undersigned confirms what was said above.');
  }
  document.end();
  return written;
};

export const darkCover = (): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1169" height="1654"><rect width="100%" height="100%" fill="#6e1118"/>${Array.from(
        { length: 30 },
        (_, n) =>
          `<rect x="${300 + (n % 10) * 55}" y="${500 + Math.floor(n / 10) * 110}" width="30" height="60" fill="#c9a646"/>`,
      ).join('')}</svg>`,
    ),
  );

/** A sheet with one line in its upper corner, as annexes have it. */
export const shortPage = (bars: readonly number[]): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="100%" height="100%" fill="#f2f2f2"/>${bars
        .map(
          (height, n) =>
            `<rect x="${150 + n * 15}" y="${180 - height}" width="7" height="${height}" fill="#222"/>`,
        )
        .join('')}</svg>`,
    ),
  ).flatten();
