import { spawn, spawnSync } from 'node:child_process';

// Colours are for terminals; in a log they bury the text.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };

export const say = (text) => process.stdout.write(`${text}\n`);

const sayEnd = (isGreen, started) => {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`   ${isGreen ? 'ok' : 'FAILED'} (${seconds} s)`);
};

/** Runs one program in the foreground, says how it went and how long it took; true where it passed. */
export const run = ({ title, command, args }) => {
  say(`\n── ${title}`);
  const started = performance.now();
  const isGreen = spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
  sayEnd(isGreen, started);
  return isGreen;
};

/** The same beside others: what it says stands together, once it has ended. */
export const runBeside = async ({ title, command, args }) => {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const isGreen = await new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (status) => resolve(status === 0));
  });
  say(`\n── ${title}`);
  process.stdout.write(Buffer.concat(said));
  sayEnd(isGreen, started);
  return isGreen;
};
