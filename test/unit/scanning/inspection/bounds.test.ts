import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPdf, pngChunk, pngHeader, pngOf, streamOf, textPage, zeros } from './corpus.ts';

/** Limits that the design sets: nothing that anybody uploads takes more. */
const mostMegabytes = 512;
const mostSeconds = 10;

const run = promisify(execFile);
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'inspection-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** In a process of its own, with little heap, that says how much memory it took at most. */
const script = `
  import { readFile } from 'node:fs/promises';
  import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
  import { loadWasm } from '#test/unit/scanning/inspection/wasm-files.ts';
  const [file, type] = process.argv.slice(1);
  const bytes = await readFile(file);
  const started = performance.now();
  const result = await makeScanInspector(loadWasm).inspect(bytes, type);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ result, seconds, megabytes }));`;

interface Measured {
  readonly result: { readonly ok: boolean; readonly refusal?: string };
  readonly seconds: number;
  readonly megabytes: number;
}

const measure = async (bytes: Uint8Array, type: string): Promise<Measured> => {
  const file = join(directory, 'file');
  await writeFile(file, bytes);
  const args = ['--max-old-space-size=128', '--input-type=module', '-e', script, file, type];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout) as Measured;
};

const idat = (data: Uint8Array): Buffer => pngChunk('IDAT', data);
const objectStream = (data: Uint8Array): string =>
  streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', data);

/** Ten million letters, of the first once and of the rest again and again. */
const endless = (text: string): Buffer =>
  plainPdf(1, '', [
    `[ ${text}${text.slice(text.length > 2 ? 0 : -1).repeat(10_000_000 / text.length)} ]`,
  ]);

describe('a bomb stays within the memory and time that the design allows', () => {
  it.each([
    [
      'pixels from a small file',
      () => pngOf(pngHeader(30_000, 30_000), idat(zeros(900))),
      'image/png',
      'too-many-pixels',
    ],
    [
      'pixels that nobody announced',
      () => pngOf(pngHeader(10, 10), idat(zeros(1_000))),
      'image/png',
      'unreadable',
    ],
    [
      'an object stream',
      () => plainPdf(1, '', [objectStream(zeros(1_000))]),
      'application/pdf',
      'unreadable',
    ],
    [
      'lists within lists',
      () => plainPdf(1, '', ['['.repeat(15_000_000)]),
      'application/pdf',
      'unreadable',
    ],
    ['a number without end', () => endless('1'), 'application/pdf', 'unreadable'],
    ['a name without end', () => endless('/a'), 'application/pdf', 'unreadable'],
    ['a string without end', () => endless('(a'), 'application/pdf', 'unreadable'],
    ['a string of hex without end', () => endless('<0'), 'application/pdf', 'unreadable'],
    ['dictionaries without end', () => endless('<< /A << >> >> '), 'application/pdf', 'unreadable'],
    [
      'objects in an object stream',
      () => plainPdf(1, '', [objectStream(deflateSync(Buffer.alloc(7_000_000, '0 ')))]),
      'application/pdf',
      'unreadable',
    ],
    [
      'a word in an object stream',
      () => plainPdf(1, '', [objectStream(deflateSync(Buffer.alloc(7_000_000, '0')))]),
      'application/pdf',
      'unreadable',
    ],
  ] as const)('of %s', async (_, make, type, refusal) => {
    const { result, seconds, megabytes } = await measure(make(), type);
    expect(result.refusal).toBe(refusal);
    expect(megabytes).toBeLessThan(mostMegabytes);
    expect(seconds).toBeLessThan(mostSeconds);
  });

  it('and so does an honest A4 page at 300 dpi', async () => {
    const page = textPage().resize(2480);
    for (const [bytes, type] of [
      [await page.clone().jpeg().toBuffer(), 'image/jpeg'],
      [await page.clone().png().toBuffer(), 'image/png'],
    ] as const) {
      const { result, seconds, megabytes } = await measure(bytes, type);
      expect(result.ok).toBe(true);
      expect(megabytes).toBeLessThan(mostMegabytes);
      expect(seconds).toBeLessThan(mostSeconds);
    }
  });
});
