// Everything that proves the project, in order of cost. The last line counts: each test, and each
// gate as one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runBeside, say } from './gate-run.mjs';
import { fastGates } from './gates.mjs';

const only = process.argv.slice(2);
const count = { passed: 0, failed: 0 };

const gate = (it) => {
  if (run(it)) count.passed += 1;
  else count.failed += 1;
};

/** Tests by vitest, beside others; counts each. */
const tests = async (title, ...args) => {
  const folder = mkdtempSync(join(tmpdir(), 'post-counter-report-'));
  const report = join(folder, 'report.json');
  const isGreen = await runBeside({
    title: `vitest: ${title}`,
    command: 'vitest',
    args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args],
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

const of = (...projects) => projects.map((name) => `--project=${name}`);

/** Journeys wait for queues and browsers more than they reckon: beside each other they fill two cores. */
const everything = () =>
  Promise.all([
    tests('unit; every branch of the law', ...of('unit'), '--coverage').then(() =>
      tests('unit; beside the law', ...of('beside', 'measured')),
    ),
    tests('journeys, in the browser too', ...of('journey')),
    // The tour starts stacks of its own; by then everything is built that they are built of.
    tests('stack, conformance, faults', ...of('stack', 'conformance', 'faults')).then(() =>
      tests('the tour', ...of('tour')),
    ),
  ]);

for (const it of fastGates) gate(it);
gate({ title: 'cdk: the templates synthesize', command: 'cdk', args: ['synth', '-q'] });
say('\n── vitest: what each says stands where it ends');
await (only.length > 0 ? tests(only.join(' '), ...only) : everything());
say(`\ntests: ${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
