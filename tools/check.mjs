// Everything that proves the project, in order of cost. The last line counts: each test, and each
// gate as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Colours are for terminals; in a log they bury the text.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };
const only = process.argv.slice(2);
const say = (text) => process.stdout.write(`${text}\n`);
const count = { passed: 0, failed: 0 };

const run = (title, command, args) => {
  say(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  say(
    `   ${status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
};

const gate = (title, command, args) => {
  if (run(title, command, args)) count.passed += 1;
  else count.failed += 1;
};

const tests = () => {
  const folder = mkdtempSync(join(tmpdir(), 'post-counter-report-'));
  const report = join(folder, 'report.json');
  const isGreen = run('vitest: unit, stack, conformance, journeys, faults', 'vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...only,
  ]);
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

gate('biome: format and lint', 'biome', [
  'ci',
  '.',
  '--max-diagnostics=40',
  '--diagnostic-level=warn',
]);
gate('tsc: types', 'tsc', ['--noEmit', '-p', '.']);
gate('knip: nothing unused', 'knip', []);
gate('cdk: the templates synthesize', 'cdk', ['synth', '-q']);
tests();
say(`\ntests: ${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
