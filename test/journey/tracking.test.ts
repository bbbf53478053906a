import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, staff } from '#test/support/journeys.ts';
import { call } from '#test/support/people.ts';

/** A phone of its own: a number gets three codes an hour. */
const phone = '+84987654321';
const applicant = {
  name: 'Trần Văn Bình',
  personalNumber: '093085004321',
  phone,
  address: 'Ấp 5, xã Vị Thủy, TP Cần Thơ',
};

let folder: string;
let dossier: Awaited<ReturnType<typeof accepted>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tracking-'));
  dossier = await accepted((await staff()).clerk, { applicant });
});

afterAll(() => rmSync(folder, { recursive: true }));

const codesReceived = async (): Promise<readonly string[]> => {
  const { body } = await call<{ messages: { text: string }[] }>(
    'GET',
    `/sim/phone/messages?phone=${encodeURIComponent(phone)}`,
  );
  return body.messages.flatMap(({ text }) => /Ma xac nhan (\d{6})/.exec(text)?.[1] ?? []);
};

const ask = (secret = dossier.trackingSecret) =>
  call('POST', '/v1/track/otp', { code: dossier.code, secret });
const open = (otp: string) =>
  call<{ token: string; code: string }>('POST', '/v1/track/session', {
    code: dossier.code,
    secret: dossier.trackingSecret,
    otp,
  });

/** The code that comes after those that came before. */
const newCode = async (): Promise<string> => {
  const before = (await codesReceived()).length;
  await ask();
  return eventually(async () => (await codesReceived())[before]);
};

const newSession = async (): Promise<string> => (await open(await newCode())).body.token;

describe('a citizen with the receipt and the phone', () => {
  it('gets a code, opens the dossier once, and is refused with any other digits', async () => {
    const asked = await ask();
    expect([asked.status, asked.body]).toEqual([202, { validSeconds: 300 }]);
    const otp = await eventually(async () => (await codesReceived())[0]);
    const wrong = await open(otp === '000000' ? '000001' : '000000');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'otp-denied']);
    const opened = await open(otp);
    expect([opened.status, opened.body]).toEqual([
      201,
      { token: expect.any(String), expiresAt: expect.any(String) },
    ]);
    const again = await open(otp);
    expect([again.status, again.body.code]).toEqual([401, 'otp-denied']);
  });

  it('is answered the same with a wrong secret, and gets nothing', async () => {
    const before = (await codesReceived()).length;
    const wrong = await ask('WRNG2345');
    expect([wrong.status, wrong.body]).toEqual([202, { validSeconds: 300 }]);
    // Asked later and answered: what the wrong request would have sent would be here before.
    await newCode();
    expect(await codesReceived()).toHaveLength(before + 1);
  });

  it('reads who has the dossier, why the date is that date, and proves the history', async () => {
    const token = await newSession();
    const detail = await call('GET', '/v1/track/detail', undefined, { token });
    expect(detail).toMatchObject({
      status: 200,
      body: {
        code: dossier.code,
        applicant: 'T. V. Bình',
        agency: { name: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ' },
        appointment: { dueAt: dossier.dueAt },
        papers: [{ holder: 'office', text: { vi: expect.stringMatching(/^Ở Bưu điện/) } }],
      },
    });
    expect(JSON.stringify(detail.body)).not.toMatch(/Trần Văn|987654321|093085004321|Vị Thủy/);

    const history = await call<{ events: { version: number }[] }>(
      'GET',
      '/v1/track/history',
      undefined,
      { token },
    );
    const verifier = await call<{ text: string }>('GET', '/verify-history.mjs');
    expect(verifier.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const script = join(folder, 'verify-history.mjs');
    writeFileSync(script, verifier.body.text);
    const verify = (text: string) =>
      spawnSync(process.execPath, [script], { input: text, encoding: 'utf8' });
    const text = JSON.stringify(history.body);
    // The day is not over, so nothing is anchored yet: the links hold, and the script says no more.
    const told = verify(text);
    expect([told.status, told.stdout]).toEqual([
      2,
      expect.stringContaining(`${history.body.events.length} events, each bound to the one before`),
    ]);
    expect(verify(text.replace('ct-nnmt', 'ct-tp')).status).toBe(1);
  });
});

describe('the anchors', () => {
  it('are public, one a day, and none for a day that is not over or is no day', async () => {
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const none = await call('GET', `/v1/anchors/${tomorrow}`);
    expect([none.status, none.body['code']]).toEqual([404, 'anchor-unknown']);
    expect((await call('GET', '/v1/anchors/2026-02-30')).body['code']).toBe('route-unknown');
  });
});
