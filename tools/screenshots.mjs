// Every screen that the browser tests come to, as they come to it: `npm run screenshots`.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(fileURLToPath(new URL('..', import.meta.url)), '.build', 'screenshots');
rmSync(folder, { recursive: true, force: true });
process.env.PICTURES = folder;
const { run, say } = await import('./gate-run.mjs');
const passed = run({
  title: `screenshots into ${folder}`,
  command: 'vitest',
  args: ['run', '--project=journey', 'test/browser'],
});
say(`${readdirSync(folder).length} pictures`);
process.exitCode = passed ? 0 : 1;
