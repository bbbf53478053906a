import { spawnSync } from 'node:child_process';

// Colours are for terminals; in a log they bury the text.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };

export const say = (text) => process.stdout.write(`${text}\n`);

/** Runs one program in the foreground, says how it went and how long it took; true where it passed. */
export const run = ({ title, command, args }) => {
  say(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`   ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return status === 0;
};
