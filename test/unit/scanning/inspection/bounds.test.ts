import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
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

type Made = readonly [bytes: Uint8Array, mediaType: string];

/** What no reader unpacks may be accepted: it does no harm. */
const bombs: Readonly<Record<string, () => Made | Promise<Made>>> = {
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

/** In a process of its own, with little heap, that says how much memory it took at most so far. */
const script = `
  import { readFile } from 'node:fs/promises';
  import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
  import { engines } from '#test/unit/scanning/inspection/engines.ts';
  const { inspect } = makeScanInspector(engines);
  const measured = {};
  for (const [name, file, type] of JSON.parse(process.argv[1])) {
    const bytes = await readFile(file);
    const started = process.cpuUsage();
    const { ok, refusal } = await inspect(bytes, type);
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1_000_000;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    measured[name] = { ok, refusal, seconds, megabytes };
  }
  process.stdout.write(JSON.stringify(measured));`;

interface Measured {
  readonly ok: boolean;
  readonly refusal?: string;
  readonly seconds: number;
  readonly megabytes: number;
}

const measure = async (): Promise<Readonly<Record<string, Measured>>> => {
  const directory = await mkdtemp(join(tmpdir(), 'inspection-'));
  try {
    const files: (readonly [string, string, string])[] = [];
    for (const [name, make] of Object.entries(bombs)) {
      const [bytes, mediaType] = await make();
      const file = join(directory, String(files.length));
      await writeFile(file, bytes);
      files.push([name, file, mediaType]);
    }
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-old-space-size=256',
      '--input-type=module',
      '-e',
      script,
      JSON.stringify(files),
    ]);
    return JSON.parse(stdout) as Readonly<Record<string, Measured>>;
  } finally {
    await rm(directory, { recursive: true });
  }
};

describe('whatever is uploaded stays within the memory and time that the design allows', () => {
  let measured: Readonly<Record<string, Measured>>;
  beforeAll(async () => {
    measured = await measure();
  }, 120_000);

  it.each(Object.keys(bombs))('%s', (name) => {
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
    });
  });
});
