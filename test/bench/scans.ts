/**
 * What the inspection says of generated pages whose faults are known, and what it costs against PDFium
 * alone in the same run, and what memory and time the largest files take that are accepted:
 * `npm run bench:scans -- [rounds] [pages]`. Processor time, whoever else is using the machine.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { pictureSize } from '#functions/scanning/ports/page-pictures.ts';
import { scanPdf } from '#local/play/paper/scan-page.ts';
import { largestFiles } from '#test/support/scan-corpus/largest-files.ts';
import {
  measured,
  measureFindings,
  precisionOf,
  recallOf,
} from '#test/support/scan-corpus/measure-findings.ts';
import { measureLimits } from '#test/support/scan-corpus/measure-limits.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';

const [rounds = 2, pages = 60, turns = 3] = process.argv.slice(2).map(Number);
const inspector = makeScanInspector(engines);
/** All pages in one message. */
const patient = makeScanInspector(engines, {
  bytes: 100_000_000,
  pages: 300,
  pixels: 60_000_000,
  memory: 512_000_000,
  milliseconds: 600_000,
  recalling: 60_000,
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;

const printFindings = async (): Promise<void> => {
  const figures = await measureFindings(inspector, { seed: 1, rounds });
  say('finding              precision   recall   hits misses false-alarms silences');
  for (const finding of measured) {
    const tally = figures[finding];
    const counts = [tally.hits, tally.misses, tally.falseAlarms, tally.silences];
    say(
      `${finding.padEnd(20)} ${percent(precisionOf(tally))}  ${percent(recallOf(tally))} ${counts.map((n) => String(n).padStart(7)).join('')}`,
    );
  }
  for (const finding of measured)
    for (const wrong of figures[finding].wrong) say(`  ${finding} ${wrong}`);
};

const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
};

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The first run left out: it compiles. */
const typical = async (work: () => Promise<unknown>): Promise<number> => {
  await work();
  return middle([await processorTime(work), await processorTime(work), await processorTime(work)]);
};

type Work = () => Promise<unknown>;

/**
 * Each once, then each again: what else the machine does is shared among them, and only times of one turn
 * are held against each other.
 */
const inTurns = async (
  works: readonly [Work, Work, Work],
): Promise<readonly [number[], number[], number[]]> => {
  const times: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < turns; turn++)
    for (const [n, work] of works.entries()) times[n as 0].push(await processorTime(work));
  return times;
};

const require = createRequire(import.meta.url);

/** Opened and drawn at the same size by the library alone. */
const makeBare = async () => {
  const wasm = new Uint8Array(await readFile(require.resolve('@hyzyla/pdfium/pdfium.wasm')));
  const library = await PDFiumLibrary.init({ wasmBinary: wasm.buffer });
  return async (pdf: Uint8Array): Promise<void> => {
    const document = await library.loadDocument(pdf);
    for (const page of document.pages()) await page.render({ scale: pictureSize.dpi / 72 });
    document.destroy();
  };
};

const page = (seed: number, isAlike: boolean) => ({
  seed,
  dpi: 200,
  title: isAlike ? 'Đơn đăng ký biến động đất đai' : `Hợp đồng số ${seed}`,
  lines: Array.from({ length: isAlike ? 12 : 4 + ((seed * 5) % 17) }, (_, n) =>
    isAlike
      ? `Điều ${n + 1}: bên tặng cho giao thửa đất số ${seed * 7}`
      : 'Bên A giao cho bên B '.repeat(1 + ((seed * 3 + n * n) % 4)),
  ),
  skewDegrees: ((seed % 5) - 2) / 4,
  noise: 0.05,
});

const printCost = async (): Promise<void> => {
  const bare = await makeBare();
  const made = (count: number, isAlike: boolean) =>
    scanPdf({ pages: Array.from({ length: count }, (_, n) => page(n + 1, isAlike)) });
  const inspect = (pdf: Uint8Array) => patient.inspect(pdf, 'application/pdf');
  const withPictures = (pdf: Uint8Array) =>
    patient.inspect(pdf, 'application/pdf', () => undefined);
  const single = await made(1, false);
  const one = await typical(() => inspect(single));
  say(`\none page:            ${one.toFixed(0)} ms`);
  for (const [name, isAlike] of [
    [`${pages} unlike pages`, false],
    [`${pages} forms alike`, true],
  ] as const) {
    const pdf = await made(pages, isAlike);
    const [each, kept, drawn] = await inTurns([
      () => inspect(pdf),
      () => withPictures(pdf),
      () => bare(pdf),
    ]);
    const ms = (times: readonly number[]): string => (middle(times) / pages).toFixed(0);
    const against = (times: readonly number[]): string =>
      middle(times.map((time, turn) => time / (drawn[turn] ?? 0))).toFixed(2);
    say(
      `${name.padEnd(20)} ${ms(each)} ms a page, ${(middle(each) / pages / one).toFixed(2)} × one page, ${against(each)} × PDFium's own ${ms(drawn)} ms; with its pictures for the screen ${ms(kept)} ms, ${against(kept)} ×`,
    );
  }
};

const printLimits = async (): Promise<void> => {
  say('\nmost memory so far, and time of a message (limits: 1,200 MB, 20 s)');
  const figures = await measureLimits(largestFiles);
  for (const [name, { ok, refusal, megabytes, seconds }] of Object.entries(figures)) {
    const end = ok ? 'accepted' : refusal;
    say(`${name.padEnd(52)} ${megabytes.toFixed(0)} MB, ${seconds.toFixed(1)} s: ${end}`);
  }
};

await printFindings();
await printCost();
await printLimits();
