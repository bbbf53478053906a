import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, staff } from '#test/support/journeys.ts';
import { anyone, raw, simulators } from '#test/support/people.ts';

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
  const messages = await simulators().messages(phone);
  return messages.flatMap(({ text }) => /Ma xac nhan (\d{6})/.exec(text)?.[1] ?? []);
};

const ask = (secret = dossier.trackingSecret) =>
  anyone().call('POST /v1/track/otp', { body: { code: dossier.code, secret } });

const openWith = (otp: string) => ({
  body: { code: dossier.code, secret: dossier.trackingSecret, otp },
});
const open = (otp: string) => anyone().call('POST /v1/track/session', openWith(otp));
const denied = async (otp: string) =>
  (await anyone().refused(401, 'POST /v1/track/session', openWith(otp))).code;

/** The code that comes after those that came before. */
const newCode = async (): Promise<string> => {
  const before = (await codesReceived()).length;
  await ask();
  return eventually(async () => (await codesReceived())[before]);
};

const newSession = async (): Promise<string> => (await open(await newCode())).token;

describe('a citizen with the receipt and the phone', () => {
  it('gets a code, opens the dossier once, and is refused with any other digits', async () => {
    expect(await ask()).toEqual({ validSeconds: 300 });
    const otp = await eventually(async () => (await codesReceived())[0]);
    expect(await denied(otp === '000000' ? '000001' : '000000')).toBe('otp-denied');
    expect(await open(otp)).toEqual({ token: expect.any(String), expiresAt: expect.any(String) });
    expect(await denied(otp)).toBe('otp-denied');
  });

  it('is answered the same with a wrong secret, and gets nothing', async () => {
    const before = (await codesReceived()).length;
    expect(await ask('WRNG2345')).toEqual({ validSeconds: 300 });
    // Asked later and answered: what the wrong request would have sent would be here before.
    await newCode();
    expect(await codesReceived()).toHaveLength(before + 1);
  });

  it('reads who has the dossier, why the date is that date, and proves the history', async () => {
    const citizen = anyone(await newSession());
    const detail = await citizen.call('GET /v1/track/detail');
    expect(detail).toMatchObject({
      code: dossier.code,
      applicant: 'T. V. Bình',
      agency: { name: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ' },
      appointment: { dueAt: dossier.dueAt },
      papers: [{ holder: 'office', text: { vi: expect.stringMatching(/^Ở Bưu điện/) } }],
    });
    expect(JSON.stringify(detail)).not.toMatch(/Trần Văn|987654321|093085004321|Vị Thủy/);

    const history = await citizen.call('GET /v1/track/history');
    const verifier = await raw('GET', '/verify-history.mjs');
    expect(verifier.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const script = join(folder, 'verify-history.mjs');
    writeFileSync(script, String(verifier.body['text']));
    const verify = (text: string) =>
      spawnSync(process.execPath, [script], { input: text, encoding: 'utf8' });
    const text = JSON.stringify(history);
    // The day is not over, so nothing is anchored yet: the links hold, and the script says no more.
    const told = verify(text);
    expect([told.status, told.stdout]).toEqual([
      2,
      expect.stringContaining(`${history.events.length} events, each bound to the one before`),
    ]);
    expect(verify(text.replace('ct-nnmt', 'ct-tp')).status).toBe(1);
  });
});

describe('the anchors', () => {
  it('are public, one a day, and none for a day that is not over or is no day', async () => {
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const none = async (day: string) =>
      (await anyone().refused(404, 'GET /v1/anchors/{day}', { params: { day } })).code;
    expect(await none(tomorrow)).toBe('anchor-unknown');
    expect(await none('2026-02-30')).toBe('route-unknown');
  });
});
