import { afterEach, describe, expect, it } from 'vitest';
import { type FunctionHost, startFunctionHost } from '#local/lambda/function-host.ts';
import { aFunction } from '#test/support/fake-function.ts';

const hosts: FunctionHost[] = [];
const lines: string[] = [];

const hostOf = (...[source, change]: Parameters<typeof aFunction>): FunctionHost => {
  const log = ({ text }: { text: string }) => {
    lines.push(text);
  };
  const host = startFunctionHost([aFunction(source, change)], { log });
  hosts.push(host);
  return host;
};

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  lines.length = 0;
});

const pid = 'export const handler = async () => process.pid;';

describe('a function on the local runtime, as on AWS', () => {
  it('is killed at its timeout, and the next call finds it well', async () => {
    const host = hostOf(
      'let n = 0; export const handler = async (e) => { if (e.hang) { for (;;) n++; } return "well"; };',
      { timeoutSeconds: 1 },
    );
    const hung = await host.invoke('f', { hang: true });
    expect(hung).toMatchObject({
      ok: false,
      why: 'timeout',
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringContaining('Task timed out after 1.00 seconds'),
      },
    });
    expect(await host.invoke('f', {})).toEqual({ ok: true, payload: 'well' });
  });

  it('is killed above its memory, and takes nobody with it', async () => {
    const host = hostOf(
      'const kept = []; export const handler = async () => { for (;;) kept.push(Buffer.alloc(8e6, 1)); };',
      { memoryMb: 128, timeoutSeconds: 20 },
    );
    expect(await host.invoke('f', {})).toMatchObject({ ok: false, why: 'memory' });
  });

  it('may exit or throw: the caller hears of it', async () => {
    const host = hostOf(
      'export const handler = async (e) => { if (e.exit) process.exit(3); throw new TypeError("no"); };',
    );
    expect(await host.invoke('f', { exit: true })).toMatchObject({ ok: false, why: 'crash' });
    expect(await host.invoke('f', {})).toMatchObject({
      ok: false,
      why: 'unhandled',
      error: { errorType: 'TypeError', errorMessage: 'no' },
    });
  });

  it('sees its own variables and none of the machine’s', async () => {
    const host = hostOf('export const handler = async () => Object.keys(process.env);', {
      environment: { OWN: '1' },
    });
    const { payload } = (await host.invoke('f', {})) as { payload: string[] };
    expect(payload).toContain('OWN');
    expect(payload).not.toContain('HOME');
    expect(payload).not.toContain('VITEST');
  });

  it('stays warm, works one call at a time, and at most as often as allowed', async () => {
    const host = hostOf(pid, { maxEnvironments: 2 });
    const calls = await Promise.all(Array.from({ length: 8 }, () => host.invoke('f', {})));
    const used = new Set(calls.map((call) => (call.ok ? call.payload : 'failed')));
    expect(used.size).toBeLessThanOrEqual(2);
    expect(used.has('failed')).toBe(false);
  });

  it('gets new code without losing a running call', async () => {
    const host = hostOf('export const handler = async () => "old";');
    expect(await host.invoke('f', {})).toMatchObject({ payload: 'old' });
    await host.replace(aFunction('export const handler = async () => "new";'));
    expect(await host.invoke('f', {})).toMatchObject({ payload: 'new' });
  });

  it('writes its lines to the log', async () => {
    const host = hostOf('export const handler = async () => { console.log("said"); };');
    await host.invoke('f', {});
    expect(lines.join('\n')).toContain('said');
  });

  it('is gone when the host closes', async () => {
    const host = hostOf(pid);
    const { payload } = (await host.invoke('f', {})) as { payload: number };
    await host.close();
    expect(() => process.kill(payload, 0)).toThrow('ESRCH');
  });
});
