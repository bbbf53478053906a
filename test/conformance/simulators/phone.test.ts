import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PhoneOptions, phoneSimulator } from '#local/outside/phone/phone-simulator.ts';
import { type Listener, listen } from './listener.ts';

const account = { apiKey: 'key', secretKey: 'secret' };
let directory: string;
let server: FastifyInstance;
let url: string;
let callback: Listener;
let now: number;

const start = async (o: Partial<PhoneOptions> = {}): Promise<void> => {
  server = fastify();
  await server.register(
    phoneSimulator({
      directory,
      publicUrl: 'http://127.0.0.1',
      account: () => account,
      receiptTiming: { delayMs: 5, retryMs: [5, 5, 5, 5] },
      slowMs: 50,
      clock: () => now,
      ...o,
    }),
    { prefix: '/sim/phone' },
  );
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/sim/phone`;
};

beforeEach(async () => {
  now = Date.parse('2026-11-20T08:00:00+07:00');
  directory = mkdtempSync(join(tmpdir(), 'phone-'));
  callback = await listen();
  await start();
});

afterEach(async () => {
  await server.close();
  await callback.close();
  rmSync(directory, { recursive: true, force: true });
});

const content = 'Buu dien: Ho so H30.09-261120-0001 da co ket qua. Buu dien se phat tan noi.';

const send = async (changes: Record<string, unknown> = {}) => {
  const response = await fetch(`${url}/MainService.svc/json/SendMultipleMessage_V4_post_json/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ApiKey: account.apiKey,
      SecretKey: account.secretKey,
      Phone: '84912345678',
      Content: content,
      Brandname: 'BuuDien',
      SmsType: '2',
      IsUnicode: '0',
      RequestId: 'request-1',
      CallbackUrl: `${callback.url}/v1/webhooks/sms/esms?token=t`,
      ...changes,
    }),
  });
  return (await response.json()) as Record<string, unknown>;
};

const messages = async (query = '') => {
  const response = await fetch(`${url}/messages${query}`);
  const body = (await response.json()) as { messages: Record<string, unknown>[] };
  return body.messages;
};

const behave = (mode: string, next?: number) =>
  fetch(`${url}/behaviour`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode, next }),
  });

const ask = async (path: string) => (await fetch(`${url}/MainService.svc/json/${path}`)).json();

describe('a message', () => {
  it('arrives on the phone and is answered with an id', async () => {
    const answer = await send();
    expect(answer).toMatchObject({
      CodeResult: '100',
      SMSID: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await messages('?phone=%2B84912345678')).toMatchObject([
      {
        text: content,
        phone: '+84912345678',
        segments: 1,
        encoding: 'GSM-7',
        brandname: 'BuuDien',
      },
    ]);
  });

  it.each([
    ['101', { SecretKey: 'wrong' }],
    ['101', { ApiKey: '' }],
    ['104', { Brandname: 'NotOurs' }],
    ['146', { Content: 'Khuyen mai lon nhat nam' }],
    ['108', { Phone: '+84281234567' }],
    ['108', { Phone: '+6591234567' }],
    ['108', { Phone: '912345678' }],
    ['118', { SmsType: '1' }],
    ['99', { RequestId: 'x'.repeat(51) }],
  ])('is refused with %s for %o', async (code, changes) => {
    expect(await send(changes)).toMatchObject({ CodeResult: code });
    expect(await messages()).toEqual([]);
  });

  it.each(['0912345678', '84912345678', '+84912345678', '091 234 56 78'])(
    'reaches one number written as %s',
    async (Phone) => {
      await send({ Phone });
      expect(await messages('?phone=0912345678')).toHaveLength(1);
    },
  );

  it('goes out unaccented unless unicode is asked for', async () => {
    const accented = content
      .replace('Buu dien: Ho so', 'Buu dien: Hồ sơ')
      .replace('Hồ sơ', 'Ho so');
    await send({ Content: accented.replace('H30.09-261120-0001', 'HỒ-1') });
    await send({
      Content: accented.replace('H30.09-261120-0001', 'HỒ-2'),
      IsUnicode: '1',
      RequestId: 'request-2',
    });
    const [plain, unicode] = await messages();
    expect(plain).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    expect(plain?.['text']).toContain('HO-1');
    expect(unicode).toMatchObject({ encoding: 'UCS-2' });
  });
});

describe('a repeated RequestId', () => {
  it('is refused with 124 and sends nothing', async () => {
    await send();
    expect(await send()).toMatchObject({ CodeResult: '124' });
    expect(await messages()).toHaveLength(1);
  });

  it('is known after a restart', async () => {
    await send();
    await server.close();
    await start();
    expect(await send()).toMatchObject({ CodeResult: '124' });
    expect(await messages()).toHaveLength(1);
  });

  it('is forgotten on the next Vietnam day, as eSMS says', async () => {
    await send();
    now = Date.parse('2026-11-21T00:00:01+07:00');
    expect(await send()).toMatchObject({ CodeResult: '100' });
  });

  it('is one message when both come at once to a slow gateway', async () => {
    await behave('slow');
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ CodeResult }) => CodeResult).sort()).toEqual(['100', '124']);
    expect(await messages()).toHaveLength(1);
  });
});

describe('the delivery receipt', () => {
  const receipts = (count: number) =>
    vi.waitFor(() => expect(callback.heard).toHaveLength(count), { timeout: 5_000 });

  it('is posted to the callback address with the fields of eSMS', async () => {
    const { SMSID } = await send();
    await receipts(1);
    expect(callback.heard[0]).toMatchObject({
      method: 'POST',
      url: '/v1/webhooks/sms/esms?token=t',
    });
    expect(JSON.parse(callback.heard[0]?.body ?? '')).toMatchObject({
      SMSID,
      RequestId: 'request-1',
      SendStatus: '5',
      SendSuccess: '1',
      SendFailed: '0',
      TypeId: '2',
      phonenumber: '0912345678',
    });
  });

  it('can come as the GET that eSMS documents', async () => {
    await server.close();
    await start({ receiptMethod: 'GET' });
    await send();
    await receipts(1);
    const { searchParams } = new URL(callback.heard[0]?.url ?? '', callback.url);
    expect(callback.heard[0]?.method).toBe('GET');
    expect(Object.fromEntries(searchParams)).toMatchObject({ token: 't', SendStatus: '5' });
  });

  it('is tried again until it is taken', async () => {
    callback.answers.push(500, 503);
    await send();
    await receipts(3);
  });

  it('comes twice when asked to', async () => {
    await behave('duplicate-receipt', 1);
    await send();
    await receipts(2);
    expect(callback.heard[0]?.body).toBe(callback.heard[1]?.body);
  });

  it('does not come when asked not to; the next message’s does', async () => {
    await behave('no-receipt', 1);
    await send();
    await send({ RequestId: 'request-2' });
    await receipts(1);
    expect(callback.heard[0]?.body).toContain('request-2');
  });

  it('says that the message did not arrive', async () => {
    await behave('fail', 1);
    expect(await send()).toMatchObject({ CodeResult: '100' });
    await receipts(1);
    expect(JSON.parse(callback.heard[0]?.body ?? '')).toMatchObject({
      SendStatus: '5',
      SendSuccess: '0',
      SendFailed: '1',
    });
  });
});

describe('a gateway that breaks the connection after sending', () => {
  it('has sent: the caller cannot know, the repeat is told', async () => {
    await behave('timeout-after-send', 1);
    await expect(send()).rejects.toThrow('fetch failed');
    expect(await messages()).toHaveLength(1);
    expect(await send()).toMatchObject({ CodeResult: '124' });
  });

  it('knows no such mood', async () => {
    expect((await behave('angry')).status).toBe(400);
  });
});

describe('the status questions', () => {
  const key = 'ApiKey=key&SecretKey=secret';

  it.each(['SMSID', 'RequestId'])('find a message by its %s', async (by) => {
    const { SMSID } = await send();
    const reference = by === 'SMSID' ? String(SMSID) : 'request-1';
    await vi.waitFor(async () =>
      expect(await ask(`GetSendStatus?RefId=${reference}&${key}`)).toMatchObject({
        CodeResponse: '100',
        SMSID,
        SendStatus: 5,
        SendSuccess: 1,
      }),
    );
    expect(await ask(`GetSmsReceiverStatus_get?RefId=${reference}&${key}`)).toMatchObject({
      CodeResult: '100',
      ReceiverList: [{ Phone: '0912345678', NetworkName: 'Vinaphone', SentResult: true }],
    });
  });

  it('answer 105 for a message that was never sent, 101 for a stranger', async () => {
    expect(await ask(`GetSendStatus?RefId=no&${key}`)).toMatchObject({ CodeResponse: '105' });
    expect(await ask('GetSendStatus?RefId=no&ApiKey=a&SecretKey=b')).toMatchObject({
      CodeResponse: '101',
    });
  });

  it('list what was sent between two times', async () => {
    await send();
    const list = async (From: string, To: string) => {
      const response = await fetch(`${url}/MainService.svc/json/GetSmsSentData_V2`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ApiKey: account.apiKey,
          SecretKey: account.secretKey,
          SmsType: '2',
          From,
          To,
          Page: 1,
          PageSize: 500,
        }),
      });
      return response.json();
    };
    expect(await list('2026-11-20 07:59:59', '2026-11-20 08:00:01')).toMatchObject({
      CountTotal: 1,
    });
    expect(await list('2026-11-20 08:00:01', '2026-11-20 23:00:00')).toMatchObject({
      CountTotal: 0,
    });
  });
});

describe('reading on', () => {
  it('gives only what came after the last one seen', async () => {
    await send();
    const [first] = await messages();
    await send({ RequestId: 'request-2' });
    const later = await messages(`?after=${String(first?.['sequence'])}`);
    expect(later).toMatchObject([{ requestId: 'request-2' }]);
  });

  it('streams each message to the phone', async () => {
    const response = await fetch(`${url}/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await send();
    let seen = '';
    while (reader && !seen.includes('request-1')) seen += (await reader.read()).value ?? '';
    await reader?.cancel();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(seen).toContain('"segments":1');
  });
});

describe('the phone’s page', () => {
  it('shows the message with its size, as text, under a policy without inline code of others', async () => {
    await server.close();
    await start({ templates: ['{any}'] });
    await send({ Content: '<script>alert(1)</script>' });
    const response = await fetch(url.concat('/'));
    const text = await response.text();
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).toContain('1 đoạn · GSM-7');
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
  });
});
