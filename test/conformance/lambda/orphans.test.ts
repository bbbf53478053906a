import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aBundle, aFunction, isAlive, runHost } from './tiny-functions.ts';

const printPid = 'console.log(process.pid);';

const started = async (source: string): Promise<{ kill: () => void; pid: number }> => {
  const parent = spawn(
    process.execPath,
    [fileURLToPath(new URL('./host-process.ts', import.meta.url)), aBundle(source)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
  return { kill: () => parent.kill('SIGKILL'), pid: Number(line) };
};

describe('no function is left behind', () => {
  it.each([
    ['waits', 'await new Promise(() => {})'],
    ['spins, deaf to everything', 'for (;;);'],
  ])('by a host killed with SIGKILL while it %s', async (_what, body) => {
    const { kill, pid } = await started(
      `export const handler = async () => { ${printPid} ${body} };`,
    );
    expect(isAlive(pid)).toBe(true);
    kill();
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });

  it('nor a program that the function started', async () => {
    const { kill, pid } = await started(
      `import { spawn } from 'node:child_process';
       export const handler = async () => {
         console.log(spawn('sleep', ['60']).pid);
         await new Promise(() => {});
       };`,
    );
    kill();
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });

  it('by a host that closes, which answers what was running', async () => {
    const { host, printed } = runHost(
      aFunction(`export const handler = async () => { ${printPid} await new Promise(() => {}); };`),
    );
    const running = host.invoke('Tiny', {});
    await expect.poll(() => printed().length).toBe(1);
    await host.close();
    expect(await running).toMatchObject({ ok: false });
    expect(printed<number>().map(isAlive)).toEqual([false]);
    expect(await host.invoke('Tiny', {})).toMatchObject({ ok: false, why: 'throttled' });
  });
});
