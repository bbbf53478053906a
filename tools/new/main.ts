// `npm run new -- KIND NAME`: what every new function, service, event or form has, in its places and in
// the registers, so that every gate is green before the first line of one's own.
import { spawnSync } from 'node:child_process';
import { apply } from './change.ts';
import { isKind, kinds } from './kinds.ts';
import { Refused } from './refused.ts';

const usage = Object.entries(kinds)
  .map(([kind, { usage }]) => `  npm run new -- ${kind} ${usage}`)
  .join('\n');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const run = (command: string, args: readonly string[]): void => {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
};

const make = (kind: string, given: readonly string[]): void => {
  if (!isKind(kind)) throw new Refused(`one of:\n${usage}`);
  const change = kinds[kind].change('.', given);
  const written = apply('.', change);
  run('biome', ['check', '--write', ...written.filter((path) => path.endsWith('.ts'))]);
  if (kind === 'event') run('node', ['tools/generate.mjs', 'flow.md']);
  say(`Written:\n${written.map((path) => `  ${path}`).join('\n')}`);
  say(`Yours to do:\n${change.next.map((text) => `  - ${text}`).join('\n')}\n  - npm run check`);
};

const [kind = '', ...given] = process.argv.slice(2);
try {
  make(kind, given);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
