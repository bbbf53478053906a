import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#local/people/demo-users.ts';
import { signIn } from '#local/play/sign-in.ts';
import { eventually } from '#test/support/eventually.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';
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
    const counter = await desk(url, 'lan.vithanh');
    const prepared = await Promise.all(Array.from({ length: 8 }, (_, n) => prepare(counter, n)));

    const promised: { dossierId: string; code: string }[] = [];
    const accepting = prepared.map(async (dossierId, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 60));
      const answer = await counter
        .post(`/v1/dossiers/${dossierId}/accept`, {})
        .catch(() => undefined);
      if (answer?.status === 200) promised.push({ dossierId, code: String(answer.body['code']) });
    });
    await eventually(async () => (promised.length >= 3 ? true : undefined));
    const family = descendantsOf(running.process.pid ?? 0);
    expect(family.length).toBeGreaterThan(1);
    running.process.kill('SIGKILL');
    await Promise.all(accepting);

    await eventually(async () => (family.some(isAlive) ? undefined : true), 15_000);
    running = await startStack(directory, port);
    const again = await desk(url, 'lan.vithanh');
    const officer = await desk(url, 'hoa.nnmt');
    for (const { dossierId, code } of promised) {
      const { body } = await again.get(`/v1/dossiers/${dossierId}`);
      expect(body).toMatchObject({ acceptance: { code } });
    }
    // What was not answered was done wholly or not at all; asking again settles it.
    const codes = new Set<string>();
    for (const dossierId of prepared) {
      await again.post(`/v1/dossiers/${dossierId}/accept`, {});
      const { body } = await again.get<{ acceptance: { code: string } }>(
        `/v1/dossiers/${dossierId}`,
      );
      codes.add(body.acceptance.code);
      await eventually(
        async () =>
          (await officer.get(`/v1/dossiers/${dossierId}`)).status === 200 ? true : undefined,
        90_000,
      );
      const history = await again.get<{ intact: boolean; events: { type: string }[] }>(
        `/v1/dossiers/${dossierId}/history`,
      );
      expect(history.body.intact).toBe(true);
      const accepts = history.body.events.filter(({ type }) => type === 'dossier-accepted');
      expect(accepts).toHaveLength(1);
    }
    const numbers = [...codes].map((code) => Number(code.split('-').at(-1))).sort((a, b) => a - b);
    expect(numbers).toEqual(prepared.map((_, n) => n + 1));
  }, 240_000);
});

const desk = async (url: string, username: string) => {
  const { accessToken } = await signIn({ publicUrl: url, username, password: demoPassword });
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  return {
    get: <T = Record<string, unknown>>(path: string) => send<T>('GET', path),
    post: <T = Record<string, unknown>>(path: string, body: unknown) => send<T>('POST', path, body),
  };
};

/** A dossier with one verified page a component, ready to be accepted. */
const prepare = async (counter: Awaited<ReturnType<typeof desk>>, n: number): Promise<string> => {
  const { body } = await counter.post<{ dossierId: string }>('/v1/dossiers', {
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
  });
  for (const component of ['don-dang-ky', 'giay-chung-nhan']) {
    const bytes = await jpegPage(900 + n * 2 + component.length);
    const scan = await counter.post<{
      scanId: string;
      upload: { url: string; headers: Record<string, string> };
    }>(`/v1/dossiers/${body.dossierId}/scans`, {
      component,
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    });
    const { url, headers } = scan.body.upload;
    await fetch(url, {
      method: 'PUT',
      headers,
      body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
    });
    await eventually(async () => {
      const { body: state } = await counter.get(
        `/v1/dossiers/${body.dossierId}/scans/${scan.body.scanId}`,
      );
      return state['state'] === 'verified' ? true : undefined;
    }, 40_000);
  }
  return body.dossierId;
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
