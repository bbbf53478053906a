import { describe, expect, it } from 'vitest';
import { aFunction, isAlive, runHost } from './tiny-functions.ts';

const withPid = (body: string): string =>
  `export const handler = async (event) => {
    if (event.fine) return 'fine';
    console.log(JSON.stringify(process.pid));
    ${body}
  };`;

describe('a function that', () => {
  it.each([
    ['waits for ever', 'await new Promise(() => {})'],
    ['spins', 'for (;;);'],
    [
      'cannot be asked to stop',
      `process.on('SIGTERM', () => {}); process.on('exit', () => { for (;;); }); for (;;);`,
    ],
  ])('%s is killed at its timeout, and the next invocation is served', async (_what, body) => {
    const { host, printed } = runHost(aFunction(withPid(body), { timeoutSeconds: 1 }));
    const invocation = await host.invoke('Tiny', {});
    expect(invocation).toMatchObject({
      ok: false,
      why: 'timeout',
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(
          /^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/,
        ),
      },
    });
    const [pid = 0] = printed<number>();
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await host.invoke('Tiny', { fine: true })).toEqual({ ok: true, payload: 'fine' });
  });

  it.each([
    ['heap', 'const all = []; for (;;) all.push({ at: all.length, text: String(all.length) });'],
    [
      'buffers, which no heap limit counts',
      'const all = []; for (;;) { all.push(Buffer.alloc(1e6, 1)); await new Promise((r) => setTimeout(r, 1)); }',
    ],
  ])('takes too much memory in its %s is killed for it', async (_what, body) => {
    const { host, printed } = runHost(aFunction(withPid(body), { timeoutSeconds: 30 }));
    expect(await host.invoke('Tiny', {})).toMatchObject({
      ok: false,
      why: 'memory',
      error: { errorType: 'Runtime.OutOfMemory' },
    });
    const [pid = 0] = printed<number>();
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await host.invoke('Tiny', { fine: true })).toEqual({ ok: true, payload: 'fine' });
  });

  it.each([
    ['exits', 'process.exit(0)', 'Runtime exited without providing a reason'],
    ['exits with a code', 'process.exit(7)', 'Runtime exited with error: exit status 7'],
    [
      'is killed',
      `process.kill(process.pid, 'SIGKILL'); await new Promise(() => {})`,
      'Runtime exited with error: signal: killed',
    ],
    ['aborts', 'process.abort()', 'Runtime exited with error: signal: aborted'],
  ])('%s harms only its own invocation', async (_what, body, message) => {
    const { host } = runHost(aFunction(withPid(body)));
    expect(await host.invoke('Tiny', {})).toMatchObject({
      ok: false,
      why: 'crash',
      error: { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining(message) },
    });
    expect(await host.invoke('Tiny', { fine: true })).toEqual({ ok: true, payload: 'fine' });
  });

  it('exits while loading is a crash', async () => {
    const { host } = runHost(aFunction('process.exit(1); export const handler = 1;'));
    expect(await host.invoke('Tiny', {})).toMatchObject({ ok: false, why: 'crash' });
  });

  it('dies while idle is started anew', async () => {
    const { host } = runHost(
      aFunction(`export const handler = async (event) => {
        if (event.die) setTimeout(() => process.exit(1), 20);
        return process.pid;
      };`),
    );
    const first = await host.invoke('Tiny', { die: true });
    const pid = first.ok ? Number(first.payload) : 0;
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await host.invoke('Tiny', {})).toMatchObject({ ok: true, payload: expect.any(Number) });
  });
});

describe('concurrency', () => {
  const counting = `
    let inside = 0;
    export const handler = async () => {
      inside += 1;
      const seen = { pid: process.pid, inside };
      await new Promise((resolve) => setTimeout(resolve, 100));
      inside -= 1;
      return seen;
    };`;

  it.each([1, 3])('of %i runs that many environments, one invocation each', async (limit) => {
    const { host } = runHost(aFunction(counting, { maxEnvironments: limit }));
    const invocations = await Promise.all(
      Array.from({ length: 10 }, () => host.invoke('Tiny', {})),
    );
    const seen = invocations.map((one) => (one.ok ? one.payload : one)) as {
      pid: number;
      inside: number;
    }[];
    expect(seen.map(({ inside }) => inside)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(new Set(seen.map(({ pid }) => pid)).size).toBe(limit);
  });
});
