import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { freePort } from '#test/support/stack-process.ts';

const home = mkdtempSync(join(tmpdir(), 'post-counter-reload-'));
const sources = join(home, 'sources');
const handler = join(sources, 'functions/catalogue/api/handler.ts');
let child: ChildProcess;
let url: string;
let said = '';

/** A copy of the sources to edit; the stack of it runs with `--watch`. */
beforeAll(async () => {
  for (const name of ['functions', 'shared', 'events', 'data', 'infra', 'local', 'tools', 'web'])
    cpSync(name, join(sources, name), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'cdk.json', 'tsconfig.json'])
    cpSync(name, join(sources, name));
  symlinkSync(resolve('node_modules'), join(sources, 'node_modules'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const data = ['--port', String(port), '--directory', join(home, 'data')];
  child = spawn(process.execPath, ['local/main.ts', '--watch', ...data], {
    cwd: sources,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await eventually(async () => (said.includes('watching') ? true : undefined), 90_000);
}, 120_000);

afterAll(async () => {
  const exited = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await exited;
  rmSync(home, { recursive: true, force: true });
}, 30_000);

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

const answer = async (): Promise<Record<string, unknown>> => {
  const response = await fetch(`${url}/openapi.json`);
  return (await response.json()) as Record<string, unknown>;
};

describe('npm start -- --watch', () => {
  it('answers with the new code after a file was saved', async () => {
    expect(await answer()).not.toHaveProperty('edited');
    edit(handler, 'body: await openApi()', 'body: { ...(await openApi()), edited: 1 }');
    await eventually(async () => ((await answer())['edited'] === 1 ? true : undefined), 60_000);
    expect(said).toMatch(/reloaded after [\d.]+ s .*Catalogue/i);
  }, 90_000);

  it('tells what does not build, and goes on with the code that ran', async () => {
    edit(handler, 'edited: 1', 'edited: ');
    await eventually(async () => (said.includes('not reloaded') ? true : undefined), 60_000);
    expect(said).toContain('functions/catalogue/api/handler.ts');
    expect((await answer())['edited']).toBe(1);
    edit(handler, 'edited: ', 'edited: 2');
    await eventually(async () => ((await answer())['edited'] === 2 ? true : undefined), 60_000);
  }, 150_000);

  it('starts again over the same data when the template has changed', async () => {
    const contract = join(sources, 'functions/catalogue/api/contract.ts');
    edit(contract, "path: '/v1/procedures'", "path: '/v1/procedures-renamed'");
    await eventually(async () => (said.includes('starting again') ? true : undefined), 60_000);
    const renamed = `${url}/v1/procedures-renamed?q=`;
    await eventually(async () => {
      const status = await fetch(renamed).then(
        (response) => response.status,
        () => 'away',
      );
      // 503 is what the port says while the stack starts.
      return status === 200 || status === 401 ? true : undefined;
    }, 60_000);
    expect((await answer())['edited']).toBe(2);
  }, 150_000);
});
