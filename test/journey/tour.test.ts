import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { stories } from '#local/play/tour/stories.ts';
import { stackUrl } from '#test/support/people.ts';

const tour = (...args: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['local/play/tour/main.ts', '--url', stackUrl(), ...args],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('exit', (code) => resolve({ code, said }));
  });

const names = stories.map(({ name }) => name);

describe('the tour', () => {
  it('lists its stories, a name first on each line', async () => {
    const { code, said } = await tour('--list');
    expect(code).toBe(0);
    expect(
      said
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(names);
  });

  const plays = async (name: string): Promise<void> => {
    const { code, said } = await tour('--story', name);
    expect(said.split('\n').slice(-12).join('\n')).toContain(`${name}: everything agrees`);
    expect(code).toBe(0);
  };

  it.each(stories.filter(({ startsAt }) => !startsAt))(
    '"$name" agrees with itself, and again on the same data',
    async ({ name }) => {
      await plays(name);
      await plays(name);
    },
    180_000,
  );

  it.each(stories.filter(({ startsAt }) => startsAt))(
    '"$name" agrees with itself, on a stack and a clock of its own',
    ({ name }) => plays(name),
    180_000,
  );

  it('ends with 1 where it is asked for a story that it does not know', async () => {
    expect((await tour('--story', 'nothing')).code).toBe(1);
  });
});
