import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Made = readonly [bytes: Uint8Array, mediaType: string];
export type Files = Readonly<Record<string, () => Made | Promise<Made>>>;

export interface Measured {
  readonly ok: boolean;
  readonly refusal?: string;
  /** Of the processor, whoever else uses it. */
  readonly seconds: number;
  /** The most that the process had in memory so far. */
  readonly megabytes: number;
}

/** In a process of its own, and there in a thread that is watched as the function's is. */
const script = `
  import { readFile } from 'node:fs/promises';
  import { Worker } from 'node:worker_threads';
  import { makeWatchedInspector } from '#functions/scanning/adapters/watched/watched-inspector.ts';
  const thread = new URL(process.argv[2]);
  const resourceLimits = { maxOldGenerationSizeMb: 512 };
  const { inspect } = makeWatchedInspector({
    start: () => new Worker(thread, { resourceLimits, execArgv: [] }),
    patience: 20_000,
    memory: 1_200_000_000,
    keptBelow: 600_000_000,
  });
  const measured = {};
  for (const [name, file, type] of JSON.parse(process.argv[1])) {
    const bytes = await readFile(file);
    const started = process.cpuUsage();
    const { ok, refusal } = await inspect(bytes, type, () => undefined);
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1_000_000;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    measured[name] = { ok, refusal, seconds, megabytes };
  }
  process.stdout.write(JSON.stringify(measured));`;

/** What one message takes for each of the files, one after the other. */
export const measureLimits = async (files: Files): Promise<Readonly<Record<string, Measured>>> => {
  const directory = await mkdtemp(join(tmpdir(), 'inspection-'));
  try {
    const written: (readonly [string, string, string])[] = [];
    for (const [name, make] of Object.entries(files)) {
      const [bytes, mediaType] = await make();
      const file = join(directory, String(written.length));
      await writeFile(file, bytes);
      written.push([name, file, mediaType]);
    }
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-old-space-size=256',
      '--input-type=module',
      '-e',
      script,
      JSON.stringify(written),
      new URL('./inspection-thread.ts', import.meta.url).href,
    ]);
    return JSON.parse(stdout) as Readonly<Record<string, Measured>>;
  } finally {
    await rm(directory, { recursive: true });
  }
};
