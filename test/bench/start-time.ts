import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fillArchive } from './local-archive.ts';

/**
 * How long a start takes and what idling costs with an archive of many dossiers. For each size: an
 * empty stack is started once, the archive is written under it, then it is started again.
 *
 *   npm run bench:start -- [--dossiers 1000,20000,100000] [--idle-seconds 120]
 */

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '1000,20000,100000' },
    'idle-seconds': { type: 'string', default: '120' },
  },
});
const sizes = values.dossiers.split(',').map(Number);
const idleSeconds = Number(values['idle-seconds']);
if (![...sizes, idleSeconds].every((n) => Number.isInteger(n) && n > 0))
  throw new Error('--dossiers takes numbers with commas between, --idle-seconds one number');

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface Started {
  readonly child: ChildProcess;
  readonly readySeconds: number;
  readonly boot: Readonly<Record<string, number>>;
}

const start = (directory: string): Promise<Started> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['local/main.ts', '--port', '0', '--directory', directory, '--timings'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const ready = /ready after ([\d.]+) s/.exec(said)?.[1];
      const boot = /^\{.*\}$/m.exec(said)?.[0];
      if (ready !== undefined && boot !== undefined)
        resolve({ child, readySeconds: Number(ready), boot: JSON.parse(boot) as Started['boot'] });
    });
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}`)));
  });

const stop = async ({ child }: Started): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
};

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** `/proc/<pid>/stat`: fields behind the name, which may hold blanks. */
const timesOf = (pid: number): readonly ProcessTimes[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return [{ pid, parent, ticks }];
  } catch {
    return [];
  }
};

/** CPU seconds of a process and all below it, those that ended and were waited for included. */
const cpuSeconds = (root: number): number => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => timesOf(Number(name)));
  const family = new Set([root]);
  for (const pid of family) for (const each of all) if (each.parent === pid) family.add(each.pid);
  const ticks = all.filter(({ pid }) => family.has(pid)).reduce((sum, each) => sum + each.ticks, 0);
  return ticks / ticksPerSecond;
};

const print = (...cells: readonly (string | number)[]): void => {
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(12)).join('')}\n`);
};

const measure = async (dossiers: number): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    await stop(await start(directory));
    const archive = fillArchive(directory, dossiers);
    const started = await start(directory);
    const { child, boot } = started;
    // The first minute after a start is not idleness: what the schedules call starts cold.
    await pause(75_000);
    const before = cpuSeconds(child.pid ?? 0);
    await pause(idleSeconds * 1000);
    const idle = (100 * (cpuSeconds(child.pid ?? 0) - before)) / idleSeconds;
    await stop(started);
    const tables = (boot['tables and buckets'] ?? 0) - (boot['dynamodb'] ?? 0);
    print(dossiers, archive.items, archive.objects, started.readySeconds, tables, idle.toFixed(1));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

print('dossiers', 'items', 'objects', 'ready s', 'stores ms', 'idle % core');
for (const dossiers of sizes) await measure(dossiers);
