// `npm run security`: every kind of breach that is known here, tried again: kind → cases → breaches.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { securityKinds } from '../../test/security/kinds.ts';
import { run } from '../gate-run.mjs';
import { holds, Report, table, tallied } from './tally.ts';

const files = [...new Set(securityKinds.flatMap(({ proofs }) => proofs.map(({ file }) => file)))];
const folder = mkdtempSync(join(tmpdir(), 'post-counter-security-'));
const path = join(folder, 'report.json');
try {
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${path}`];
  run({ title: 'vitest: the proofs', command: 'vitest', args: [...args, ...files] });
  const report = Report.parse(JSON.parse(readFileSync(path, 'utf8')));
  const tallies = tallied(securityKinds, report, process.cwd());
  process.stdout.write(`\n${table(tallies)}\n`);
  process.exitCode = tallies.every(holds) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
