import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestFiles } from '#test/support/scan-corpus/largest-files.ts';
import {
  type Files,
  type Measured,
  measureLimits,
} from '#test/support/scan-corpus/measure-limits.ts';
import { plainPdf, pngChunk, pngHeader, pngOf, streamOf, textPage, zeros } from './corpus.ts';

/** Limits of the whole process: nothing that anybody uploads takes more. Seconds of the processor, whoever else uses it. */
const mostMegabytes = 1_200;
const mostSeconds = 20;

const idat = (data: Uint8Array): Buffer => pngChunk('IDAT', data);
const objectStream = (data: Uint8Array): string =>
  streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', data);
const held = (object: string): Buffer => plainPdf(1, '/Held 4 0 R', [object]);

/** Ten million letters, of the first once and of the rest again and again. */
const endless = (text: string): Buffer =>
  held(`[ ${text}${text.slice(text.length > 2 ? 0 : -1).repeat(10_000_000 / text.length)} ]`);

/** What no reader unpacks may be accepted: it does no harm. */
const bombs: Files = {
  'pixels from a small file': () => [
    pngOf(pngHeader(30_000, 30_000), idat(zeros(90))),
    'image/png',
  ],
  'pixels that nobody announced': () => [pngOf(pngHeader(10, 10), idat(zeros(200))), 'image/png'],
  'an object stream': () => [held(objectStream(zeros(200))), 'application/pdf'],
  'lists within lists': () => [held('['.repeat(15_000_000)), 'application/pdf'],
  'a list without end': () => [endless('1 2 '), 'application/pdf'],
  'a number without end': () => [endless('1'), 'application/pdf'],
  'a name without end': () => [endless('/a'), 'application/pdf'],
  'a string without end': () => [endless('(a'), 'application/pdf'],
  'a string of hex without end': () => [endless('<0'), 'application/pdf'],
  'dictionaries without end': () => [endless('<< /A << >> >> '), 'application/pdf'],
  'objects in an object stream': () => [
    held(objectStream(deflateSync(Buffer.alloc(7_000_000, '0 ')))),
    'application/pdf',
  ],
  'an honest A4 page at 300 dpi': async () => [
    await textPage().resize(2480).jpeg().toBuffer(),
    'image/jpeg',
  ],
  'the same without loss': async () => [
    await textPage().resize(2480).png().toBuffer(),
    'image/png',
  ],
};

/** The bench measures more of them. */
const large = [
  '300 pages of 59 megapixels, progressive CMYK',
  '59 megapixels of 64 bits, interlaced',
] as const;
const files: Files = {
  ...bombs,
  ...Object.fromEntries(large.map((name) => [name, largestFiles[name]])),
};

describe('whatever is uploaded stays within the memory and time that the design allows', () => {
  let measured: Readonly<Record<string, Measured>>;
  beforeAll(async () => {
    measured = await measureLimits(files);
  }, 240_000);

  it.each(Object.keys(files))('%s', (name) => {
    expect(measured[name]?.megabytes).toBeLessThan(mostMegabytes);
    expect(measured[name]?.seconds).toBeLessThan(mostSeconds);
  });

  it('and is told what is too much', () => {
    const refusals = Object.entries(measured).map(([name, { refusal }]) => [name, refusal]);
    expect(Object.fromEntries(refusals)).toMatchObject({
      'pixels from a small file': 'too-many-pixels',
      'an object stream': 'too-complex',
      'a list without end': 'too-complex',
      'dictionaries without end': 'too-complex',
      'an honest A4 page at 300 dpi': undefined,
      'the same without loss': undefined,
      '300 pages of 59 megapixels, progressive CMYK': 'unfinished',
      '59 megapixels of 64 bits, interlaced': undefined,
    });
  });
});
