import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dongInWords } from '#domain/money/in-words.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeReceiptIssuer } from '#functions/money/adapters/receipt-issuer.ts';
import type { ReceiptToIssue } from '#functions/money/ports/receipt-issuer.ts';
import { receiptSimulator } from '#local/outside/receipts/receipt-simulator.ts';
import { monday9 } from '#test/support/dossiers.ts';

let directory: string;
let server: FastifyInstance;
let url: string;
let now: number;
const account = { username: 'bd', password: 'secret' };
const mandatary = {
  name: 'Bưu điện',
  address: 'Vị Thanh',
  taxCode: '0000000000',
  mandate: 'UN-01 ngày 01/11/2026',
};

const open = async () => {
  server = fastify();
  const simulator = receiptSimulator({ directory, account: () => account, clock: () => now });
  await server.register(simulator);
  url = await server.listen({ port: 0, host: '127.0.0.1' });
};
beforeEach(async () => {
  now = monday9;
  directory = await mkdtemp(join(tmpdir(), 'receipts-'));
  await open();
});
afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const issuer = (change: Partial<Parameters<typeof makeReceiptIssuer>[0]> = {}) =>
  makeReceiptIssuer({ baseUrl: url, account: async () => account, mandatary, ...change });
const behaves = (mode: string) =>
  fetch(`${url}/behaviour`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode, next: 1 }),
  });
const asked = (key: string, charge = 50_000): ReceiptToIssue => ({
  key,
  amounts: { charge, fee: 0 },
  inWords: dongInWords(charge),
  agency: { name: 'Sở', taxCode: '0000000001' },
  payer: { name: 'Nguyễn Thị Ánh', address: 'Ấp 3' },
  dossier: 'H13.01-261123-0001',
  voucher: 'BL-1',
});

describe('an issuer of biên lai điện tử', () => {
  it('numbers them in their year, one a key, and finds them again after a restart', async () => {
    const first = await issuer().issue(asked('a'));
    expect(first).toEqual({
      outcome: 'issued',
      receipt: {
        key: 'a',
        form: '01BLP0-001',
        sign: 'BT-26E',
        number: 1,
        amounts: { charge: 50_000, fee: 0 },
        issuedAt: monday9,
      },
    });
    expect(await issuer().issue(asked('a', 60_000))).toEqual(first);
    expect(await issuer().issue(asked('b'))).toMatchObject({ receipt: { number: 2 } });
    now = Date.UTC(2026, 11, 31, 17);
    expect(await issuer().issue(asked('c'))).toMatchObject({
      receipt: { sign: 'BT-27E', number: 1 },
    });
    await server.close();
    await open();
    expect(await issuer().find('a')).toEqual({ ...first, outcome: 'found', isCancelled: false });
    expect(await issuer().find('z')).toEqual({ outcome: 'absent' });
  });

  it('replaces one once, and cancels what nothing stands for', async () => {
    await issuer().issue(asked('a'));
    const other = { ...asked('b', 20_000), replaces: 'a' };
    expect(await issuer().issue(other)).toMatchObject({ outcome: 'issued' });
    expect(await issuer().issue({ ...other, key: 'c' })).toEqual({
      outcome: 'refused',
      why: 'issuer-replaces',
    });
    expect(await issuer().cancel('a')).toEqual({ outcome: 'refused', why: 'issuer-unknown' });
    expect(await issuer().cancel('b')).toEqual({ outcome: 'done' });
    expect(await issuer().find('b')).toMatchObject({ isCancelled: true });
  });

  it('keeps what it issued though nobody heard of it', async () => {
    await behaves('issue-then-break');
    expect(await issuer().issue(asked('a'))).toEqual({ outcome: 'unknown' });
    expect(await issuer().find('a')).toMatchObject({ outcome: 'found', receipt: { number: 1 } });
  });

  it.each(['down', 'issue-then-break'])('that is %s is known by nobody', async (mode) => {
    for (const ask of [
      () => issuer().issue(asked('a')),
      () => issuer().find('a'),
      () => issuer().cancel('a'),
      () => issuer().tell('2026-11-23' as VietnamDay, []),
    ]) {
      await behaves(mode);
      expect(await ask()).toEqual({ outcome: 'unknown' });
    }
  });

  it.each([
    ['no tax code of the agency', { agency: { name: 'Sở', taxCode: '' } }, 'issuer-agency.taxCode'],
    ['no amounts', { amounts: { charge: 0, fee: 0 } }, 'issuer-amounts'],
    ['other words than figures', { inWords: 'Một đồng' }, 'issuer-inWords'],
    ['no payer', { payer: { name: ' ', address: 'Ấp 3' } }, 'issuer-payer.name'],
  ])('refuses %s', async (_, change, why) => {
    expect(await issuer().issue({ ...asked('a'), ...change })).toEqual({ outcome: 'refused', why });
  });

  it('refuses whoever it does not know, and a mandate without its tax code', async () => {
    const stranger = issuer({ account: async () => ({ username: 'x', password: 'y' }) });
    expect(await stranger.issue(asked('a'))).toEqual({ outcome: 'refused', why: 'issuer-account' });
    const nameless = issuer({ mandatary: { ...mandatary, taxCode: 'replace-me' } });
    expect(await nameless.issue(asked('a'))).toEqual({
      outcome: 'refused',
      why: 'issuer-mandatary.taxCode',
    });
  });

  it('has a line of a day once', async () => {
    const answer = await issuer().issue(asked('a'));
    if (answer.outcome !== 'issued') throw new Error(answer.outcome);
    const act = { of: 'issued', receipt: answer.receipt, at: monday9 } as const;
    for (let n = 0; n < 2; n++)
      expect(await issuer().tell('2026-11-23' as VietnamDay, [act])).toEqual({ outcome: 'done' });
    const { told } = (await (await fetch(url)).json()) as { told: object };
    expect(told).toEqual({ '2026-11-23': ['a#issued'] });
  });

  it('that nobody can reach is unknown', async () => {
    const nowhere = issuer({ baseUrl: 'http://127.0.0.1:1' });
    expect(await nowhere.issue(asked('a'))).toEqual({ outcome: 'unknown' });
    expect(await nowhere.find('a')).toEqual({ outcome: 'unknown' });
  });
});
