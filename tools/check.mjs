// Everything that proves the project, in order of cost. The last line counts: each test, and each
// gate as one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, say } from './gate-run.mjs';
import { fastGates } from './gates.mjs';

const only = process.argv.slice(2);
const count = { passed: 0, failed: 0 };

const gate = (it) => {
  if (run(it)) count.passed += 1;
  else count.failed += 1;
};

const tests = () => {
  const folder = mkdtempSync(join(tmpdir(), 'post-counter-report-'));
  const report = join(folder, 'report.json');
  const isGreen = run({
    title: 'vitest: unit, stack, conformance, journeys, faults; every branch of the law',
    command: 'vitest',
    args: [
      ...['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...only],
      // Some of the tests leave most of the law untried.
      ...(only.length === 0 ? ['--coverage'] : []),
    ],
  });
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    count.passed += numPassedTests;
    count.failed += numFailedTests;
    // A suite that could not start has no failed test, and an empty run has none either.
    if ((!isGreen && numFailedTests === 0) || numTotalTests === 0) count.failed += 1;
  } catch {
    count.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

for (const it of fastGates) gate(it);
gate({ title: 'cdk: the templates synthesize', command: 'cdk', args: ['synth', '-q'] });
tests();
say(`\ntests: ${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
