import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { travelTo } from '#local/cloud/clock/machine-clock.ts';
import { startRuntime } from '#local/runtime/start-runtime.ts';
import { Disagreement, makeNarrator } from './narrator.ts';
import type { Machine } from './stage.ts';
import { stories } from './stories.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const argumentOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const list = (): void => {
  for (const { name, about } of stories) print(`${name.padEnd(28)} ${about}`);
};

/** A stack that is already running, or one of our own for the length of the tour. */
const stack = async (url: string): Promise<{ url: string; stop(): Promise<void> }> => {
  const answers = await fetch(`${url}/openapi.json`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) return { url, stop: async () => undefined };
  print(styleText('dim', `No stack at ${url}: starting one …`));
  return startRuntime({ directory: '.local', port: Number(new URL(url).port), quiet: true });
};

interface Running {
  readonly url: string;
  readonly machine?: Machine;
  stop(): Promise<void>;
}

/** A stack of its own for a story that makes its own time; nothing of it stays. */
const machineAt = async (startsAt: string): Promise<Running> => {
  print(styleText('dim', `A stack of its own, where it is ${startsAt} …`));
  const directory = mkdtempSync(join(tmpdir(), 'post-counter-story-'));
  travelTo(new Date(startsAt));
  const runtime = await startRuntime({ directory, port: 0, quiet: true });
  return {
    url: runtime.url,
    machine: { travelTo, fire: (rule) => runtime.fire(rule) },
    stop: async () => {
      await runtime.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

const play = async (name: string): Promise<void> => {
  const story = stories.find((candidate) => candidate.name === name);
  if (!story) throw new Disagreement(`no story named ${name}; --list names them`);
  const running: Running = story.startsAt
    ? await machineAt(story.startsAt)
    : await stack(argumentOf('--url') ?? 'http://127.0.0.1:8080');
  const started = performance.now();
  try {
    const { url, machine } = running;
    await story.play({ url, narrator: makeNarrator(print), print, ...(machine && { machine }) });
    const took = ((performance.now() - started) / 1_000).toFixed(1);
    print(styleText('green', `\n${story.name}: everything agrees, ${took} s.`));
  } finally {
    await running.stop();
  }
};

const run = async (): Promise<number> => {
  if (process.argv.includes('--list')) {
    list();
    return 0;
  }
  try {
    await play(argumentOf('--story') ?? 'main');
    return 0;
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error;
    print(styleText('red', `\n✗ ${error.message}`));
    return 1;
  }
};

process.exitCode = await run();
