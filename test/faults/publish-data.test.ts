import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf } from '#local/play/client.ts';
import { eventually } from '#test/support/eventually.ts';
import { freePort, type StackProcess, startStack } from '#test/support/stack-process.ts';

const home = mkdtempSync(join(tmpdir(), 'post-counter-publish-'));
const directory = join(home, 'data');
const sources = join(home, 'sources');
const land = join(sources, 'data/procedures/land.json');
const code = '1.012783';
const name = 'Exchange of a land-use right certificate';
const renamed = `${name}, also on the road`;
let stack: StackProcess;
let counter: Client;

/** A running stack, and a copy of the sources whose data somebody edits. */
beforeAll(async () => {
  for (const name of ['functions', 'shared', 'events', 'data', 'infra', 'local', 'ops'])
    cpSync(name, join(sources, name), { recursive: true });
  cpSync('package.json', join(sources, 'package.json'));
  symlinkSync(resolve('node_modules'), join(sources, 'node_modules'));
  stack = await startStack(directory, await freePort());
  counter = await clientOf(stack.url, 'lan.vithanh');
}, 120_000);

afterAll(async () => {
  await stack.stop();
  rmSync(home, { recursive: true, force: true });
}, 30_000);

const publish = (...options: readonly string[]): Promise<{ exit: number | null; said: string }> =>
  new Promise((done) => {
    const args = ['ops/main.ts', 'publish-data', '--directory', directory, ...options];
    const child = spawn(process.execPath, args, { cwd: sources, env: {} });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    child.once('close', (exit) => done({ exit, said }));
  });

const edit = (from: string, to: string): void => {
  const text = readFileSync(land, 'utf8');
  expect(text).toContain(from);
  writeFileSync(land, text.replace(from, to));
};

/** The procedure's name, as the running API says it. */
const told = async (): Promise<string> =>
  (await counter.call('GET /v1/procedures/{code}', { params: { code } })).nameEn;

/** A dossier that somebody has handed in and nobody has accepted yet. */
const register = async (): Promise<string> => {
  const { dossierId } = await counter.call('POST /v1/dossiers', {
    body: {
      procedure: code,
      applicant: {
        name: 'Trần Văn Thử',
        personalNumber: '093090001234',
        phone: '0912345678',
        address: 'Vị Thanh',
      },
      components: [
        { id: 'don-dang-ky', copyKind: 'original', count: 1 },
        { id: 'giay-chung-nhan', copyKind: 'original', count: 1 },
      ],
      fees: { stateFeesVnd: 50_000, postageVnd: 0 },
    },
  });
  return dossierId;
};

describe('npm run data:publish', () => {
  it('has nothing to do where a stack has just published its own', async () => {
    expect(await told()).toBe(name);
    const { exit, said } = await publish();
    expect(said).toContain('the same is in force already');
    expect(exit).toBe(0);
  });

  it('says what would change and for whom, and changes nothing, with --dry-run', async () => {
    const dossierId = await register();
    edit(`"${name}"`, `"${renamed}"`);
    const { exit, said } = await publish('--dry-run');
    expect(said).toMatch(/^\d{4}-\d\d-\d\d {2}[0-9a-f]{64} → [0-9a-f]{64}$/m);
    expect(said).toContain(`changed procedures ${code} 2025-07-01: nameEn\n`);
    expect(said).toContain(`1 open dossiers go on by procedures ${code} 2025-07-01:\n`);
    expect(said).toContain(`  ${dossierId}\n`);
    expect(said).toContain('not published: --dry-run');
    expect(exit).toBe(0);
    expect((await publish('--dry-run')).said).toContain('changed procedures');
  });

  it('is told which stack, or says how', async () => {
    const { exit, said } = await publish('--directory', join(home, 'nowhere'));
    expect(said).toContain('holds no data of a stack');
    expect(exit).toBe(2);
  });

  it('brings a change to running functions, which go on', async () => {
    const { exit, said } = await publish();
    expect(said).toContain('published;');
    expect(exit).toBe(0);
    await eventually(async () => (await told()) === renamed || undefined, 45_000);
    expect(stack.process.exitCode).toBeNull();
  }, 60_000);

  it('publishes no data with a fault', async () => {
    edit('"effective"', '"efective"');
    const { exit, said } = await publish();
    expect(said).toMatch(/^fault: procedures\.\d+/m);
    expect(exit).toBe(1);
    expect(await told()).toBe(renamed);
  });
});
