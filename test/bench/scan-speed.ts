/**
 * How long the verifier looks at a page, and at what: `node test/bench/scan-speed.ts [pages]`. Processor
 * time of one run on this machine, on generated pages; a number to compare, not a limit.
 */
import { grayOf } from '#functions/scanning/adapters/page/gray.ts';
import { flawsOf } from '#functions/scanning/adapters/page/page-quality.ts';
import { comparePages, likenessOf } from '#functions/scanning/adapters/page/same-page.ts';
import { makeSheetCodeReader } from '#functions/scanning/adapters/page/sheet-code-reader.ts';
import { isUpsideDown } from '#functions/scanning/adapters/page/text-direction.ts';
import { makeShowPages } from '#functions/scanning/adapters/pictures/show-pages.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import type { PagePicture } from '#functions/scanning/ports/page-pictures.ts';
import { scanPdf } from '#local/play/paper/scan-page.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';

const pages = Number(process.argv[2] ?? 50);
const page = (seed: number, dpi: number) => ({
  seed,
  dpi,
  title: 'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
  // A form of which a dozen come in a row: the dearest case for the search for repeated pages.
  lines: [
    `Họ và tên: Nguyễn Văn ${seed}`,
    ...Array.from(
      { length: 12 },
      (_, n) => `Điều ${n + 1}: bên tặng cho giao thửa đất số ${seed * 7}`,
    ),
  ],
  skewDegrees: ((seed % 5) - 2) / 4,
  noise: 0.05,
});

const showPages = makeShowPages(engines, { pixels: 60_000_000, memory: 512_000_000 });

/** Of the processor, whoever else is using it. */
const milliseconds = async (work: () => unknown): Promise<number> => {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
};

/** The middle of several runs, the first left out: it compiles. */
const typical = async (work: () => unknown, runs = 5): Promise<number> => {
  await work();
  const times: number[] = [];
  for (let n = 0; n < runs; n++) times.push(await milliseconds(work));
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
};

const print = (what: string, ms: number, whole: number): void => {
  process.stdout.write(
    `  ${what.padEnd(28)} ${ms.toFixed(1).padStart(8)} ms  ${((100 * ms) / whole).toFixed(0).padStart(3)} %\n`,
  );
};

/** Its only page, as a reader shows it. */
const shown = async (bytes: Uint8Array): Promise<PagePicture> => {
  const opened = await showPages(bytes, 'application/pdf');
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.file.at(1);
};

const perPage = async (dpi: number): Promise<void> => {
  const [pdf, other] = await Promise.all(
    [3, 8].map((seed) => scanPdf({ pages: [page(seed, dpi)] })),
  );
  if (!pdf || !other) throw new Error('two pages were drawn');
  const readCodes = makeSheetCodeReader(engines.loadWasm);
  const picture = await shown(pdf);
  const levels = grayOf(picture);
  const gray = levels.judged;
  const likeness = likenessOf(levels);
  const unlike = likenessOf(grayOf(await shown(other)));
  const parts: readonly (readonly [string, number])[] = [
    ['open and draw', await typical(() => shown(pdf))],
    ['reduce to grey', await typical(() => grayOf(picture))],
    ['blank, blurred', await typical(() => flawsOf(levels, picture))],
    ['cover sheet code', await typical(() => readCodes(gray))],
    ['upside down', await typical(() => isUpsideDown(levels))],
    ['likeness', await typical(() => likenessOf(levels))],
    ['compare with a like page', await typical(() => comparePages(likeness, unlike))],
  ];
  const whole = parts.reduce((sum, [, ms]) => sum + ms, 0);
  process.stdout.write(
    `one page at ${dpi} dpi, ${Math.round(pdf.length / 1_024)} KB: ${whole.toFixed(0)} ms\n`,
  );
  for (const [what, ms] of parts) print(what, ms, whole);
};

const wholeBatch = async (): Promise<void> => {
  const pdf = await scanPdf({ pages: Array.from({ length: pages }, (_, n) => page(n + 1, 200)) });
  const inspector = makeScanInspector(engines);
  const ms = await milliseconds(() => inspector.inspect(pdf, 'application/pdf'));
  process.stdout.write(
    `${pages} pages at 200 dpi in one PDF, ${(pdf.length / 1e6).toFixed(1)} MB: ${(ms / 1_000).toFixed(1)} s, ${(ms / pages).toFixed(0)} ms a page\n`,
  );
};

for (const dpi of [150, 200, 300]) await perPage(dpi);
await wholeBatch();
