import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Client, clientOf } from '#local/play/client.ts';
import { eventually } from '#test/support/eventually.ts';
import { scanned } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
import { freePort, type StackProcess, startStack } from '#test/support/stack-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'post-counter-restart-'));
let running: StackProcess | undefined;

afterAll(async () => {
  await running?.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('the whole machine is switched off under load', () => {
  it('keeps every accepted dossier, brings each to its department, and leaves no process behind', async () => {
    const port = await freePort();
    running = await startStack(directory, port);
    const { url } = running;
    const counter = await clientOf(url, 'lan.vithanh');
    // On a busy machine eight at once on a cold stack are longer than a function may take.
    const first = await prepare(counter, 0);
    const others = Array.from({ length: 7 }, (_, n) => prepare(counter, n + 1));
    const prepared = [first, ...(await Promise.all(others))];

    const promised: { dossierId: string; code: string }[] = [];
    const accepting = prepared.map(async (dossierId, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 60));
      const answer = await counter.attempt(accept, askOf(dossierId)).catch(() => undefined);
      if (answer?.ok) promised.push(answer.body);
    });
    await eventually(async () => (promised.length >= 3 ? true : undefined));
    const family = descendantsOf(running.process.pid ?? 0);
    expect(family.length).toBeGreaterThan(1);
    running.process.kill('SIGKILL');
    await Promise.all(accepting);

    await eventually(async () => (family.some(isAlive) ? undefined : true), 15_000);
    running = await startStack(directory, port);
    const again = await clientOf(url, 'lan.vithanh');
    const officer = await clientOf(url, 'hoa.nnmt');
    for (const { dossierId, code } of promised) {
      const { acceptance } = await again.call(readDossier, { params: { dossierId } });
      expect(acceptance?.code).toBe(code);
    }
    // What was not answered was done wholly or not at all; asking again settles it.
    const codes = new Set<string | undefined>();
    for (const dossierId of prepared) {
      const params = { dossierId };
      await again.attempt(accept, askOf(dossierId));
      codes.add((await again.call(readDossier, { params })).acceptance?.code);
      await eventually(
        async () => ((await officer.attempt(readDossier, { params })).ok ? true : undefined),
        90_000,
      );
      const history = await again.call('GET /v1/dossiers/{dossierId}/history', { params });
      expect(history.intact).toBe(true);
      const accepts = history.events.filter(({ type }) => type === 'dossier-accepted');
      expect(accepts).toHaveLength(1);
    }
    const numbers = [...codes].map((code) => Number(code?.split('-').at(-1))).sort((a, b) => a - b);
    expect(numbers).toEqual(prepared.map((_, n) => n + 1));
  }, 240_000);
});

const accept = 'POST /v1/dossiers/{dossierId}/accept';
const readDossier = 'GET /v1/dossiers/{dossierId}';
const askOf = (dossierId: string) => ({ params: { dossierId }, body: {} });

/** A dossier with one verified page a component, ready to be accepted. */
const prepare = async (counter: Client, n: number): Promise<string> => {
  const { dossierId } = await counter.call('POST /v1/dossiers', {
    body: {
      procedure: '1.012783',
      applicant: {
        name: `Trần Văn Thử ${n}`,
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
  for (const component of ['don-dang-ky', 'giay-chung-nhan']) {
    const bytes = await jpegPage(900 + n * 2 + component.length);
    await scanned(counter, dossierId, bytes, { component }, 40_000);
  }
  return dossierId;
};

/** Every process under this one, from /proc. */
const descendantsOf = (root: number): readonly number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const family = [root];
  for (const pid of family)
    family.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return family;
};

const parentOf = (pid: number): number => {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return -1;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
