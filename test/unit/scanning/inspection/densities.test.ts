import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { smallPage, textPage } from './corpus.ts';
import { engines } from './engines.ts';

const { inspect } = makeScanInspector(engines);

const findingsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const result = await inspect(bytes, 'image/webp');
  if (!result.ok) throw new Error(result.refusal);
  return result.inspection.findings;
};

const webp = (picture: Sharp): Promise<Buffer> => picture.webp({ quality: 70 }).toBuffer();

/** Too few pixels for a sheet, enough for a card. */
const card = (): Sharp => smallPage();

const namespaces =
  'xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"';
const xmp = (attributes: string, elements = ''): string =>
  `<x:xmpmeta ${namespaces}><rdf:RDF><rdf:Description ${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** As EXIF has it; libvips itself counts by inches alone. */
const exif = async (density: number, unit: number): Promise<Buffer> => {
  const bytes = await webp(card().withMetadata({ density }));
  const inInches = Buffer.from('28010300010000000200', 'hex');
  bytes.writeUInt16LE(unit, bytes.indexOf(inInches) + 8);
  return bytes;
};

describe('of a WebP it is known how large the sheet is', () => {
  it.each([
    ['by EXIF', () => webp(card().withMetadata({ density: 300 }))],
    ['by EXIF, in dots a centimetre', () => exif(60, 3)],
    ['by XMP', () => webp(card().withXmp(xmp('tiff:XResolution="300/1" tiff:ResolutionUnit="2"')))],
    [
      'by XMP, in dots a centimetre',
      () => webp(card().withXmp(xmp("tiff:ResolutionUnit='3' tiff:XResolution='60'"))),
    ],
    [
      'by XMP, in elements',
      () =>
        webp(
          card().withXmp(
            xmp(
              '',
              '<tiff:XResolution>3000/10</tiff:XResolution><tiff:ResolutionUnit>2</tiff:ResolutionUnit>',
            ),
          ),
        ),
    ],
  ] as const)('%s: a small one is fine enough', async (_, make) => {
    expect(await findingsOf(await make())).toEqual([]);
  });

  it('and a large one is too coarse', async () => {
    expect(await findingsOf(await webp(textPage()))).toEqual([]);
    expect(await findingsOf(await webp(textPage().withMetadata({ density: 60 })))).toEqual([
      'low-resolution',
    ]);
  });
});

describe('where a WebP does not say it, its pixels do', () => {
  it.each([
    ['nothing is said', () => webp(card())],
    ['what is said means nothing', () => webp(card().withMetadata({ density: 72 }))],
    ['its numbers have no unit', () => exif(300, 1)],
    ['it is divided by nought', () => webp(card().withXmp(xmp('tiff:XResolution="300/0"')))],
    ['no number is one', () => webp(card().withXmp(xmp('tiff:XResolution="fine"')))],
  ] as const)('%s', async (_, make) => {
    expect(await findingsOf(await make())).toEqual(['low-resolution']);
  });
});
