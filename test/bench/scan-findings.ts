/**
 * Precision and recall of what is said of scanned pages, on generated ones:
 * `node test/bench/scan-findings.ts [rounds] [seed]`. What went wrong is named below the figures.
 */
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import {
  measured,
  measureFindings,
  precisionOf,
  recallOf,
} from '#test/support/scan-corpus/measure-findings.ts';
import { loadWasm } from '#test/unit/scanning/inspection/wasm-files.ts';

const [rounds = '10', seed = '1'] = process.argv.slice(2);
const figures = await measureFindings(makeScanInspector(loadWasm), {
  rounds: Number(rounds),
  seed: Number(seed),
});
const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;

process.stdout.write(
  'finding              precision   recall   hits misses false-alarms silences\n',
);
for (const finding of measured) {
  const tally = figures[finding];
  const counts = [tally.hits, tally.misses, tally.falseAlarms, tally.silences];
  process.stdout.write(
    `${finding.padEnd(20)} ${percent(precisionOf(tally))}  ${percent(recallOf(tally))} ${counts.map((n) => String(n).padStart(7)).join('')}\n`,
  );
}
for (const finding of measured)
  for (const wrong of figures[finding].wrong) process.stdout.write(`  ${finding} ${wrong}\n`);
