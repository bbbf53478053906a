import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDataDirectory, resetDataDirectory } from '#local/runtime/data-directory.ts';
import { eventually } from '#test/support/eventually.ts';
import { aDirectory } from './a-directory.ts';

const holder = `
import { openDataDirectory } from '#local/runtime/data-directory.ts';
const data = await openDataDirectory(process.argv[1]);
data.record({ url: 'http://127.0.0.1:1', children: [] });
console.log('held');
setInterval(() => {}, 1000);
`;

const heldByAnother = async (directory: string) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
};

const opens = async (directory: string): Promise<true | undefined> => {
  try {
    const data = await openDataDirectory(directory);
    data.close();
    return true;
  } catch {
    return undefined;
  }
};

describe('a data directory', () => {
  it('belongs to one runtime; another is told whose it is', async () => {
    const directory = aDirectory();
    const child = await heldByAnother(directory);
    await expect(openDataDirectory(directory)).rejects.toThrow(
      new RegExp(`in use by process ${child.pid} \\(http://127\\.0\\.0\\.1:1\\)`),
    );
  });

  it('is free at once when its runtime was killed', async () => {
    const directory = aDirectory();
    const child = await heldByAnother(directory);
    child.kill('SIGKILL');
    await eventually(() => opens(directory));
  });

  it('remembers the last run', async () => {
    const directory = aDirectory();
    const first = await openDataDirectory(directory);
    expect(first.lastRun).toBeUndefined();
    first.record({ url: 'u', queuePort: 9324, children: [] });
    first.close();
    const second = await openDataDirectory(directory);
    onTestFinished(() => second.close());
    expect(second.lastRun).toMatchObject({ pid: process.pid, queuePort: 9324 });
  });

  it('is emptied on request, but never under a running runtime', async () => {
    const directory = join(aDirectory(), 'data');
    mkdirSync(join(directory, 's3'), { recursive: true });
    writeFileSync(join(directory, 's3', 'page'), 'x');
    const child = await heldByAnother(directory);
    await expect(resetDataDirectory(directory)).rejects.toThrow(/in use/);
    expect(existsSync(join(directory, 's3', 'page'))).toBe(true);
    child.kill('SIGKILL');
    await eventually(async () =>
      resetDataDirectory(directory).then(
        () => true as const,
        () => undefined,
      ),
    );
    expect(existsSync(directory)).toBe(false);
  });
});
