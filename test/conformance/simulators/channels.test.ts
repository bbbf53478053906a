import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hours } from '#domain/time/instant.ts';
import { makeEsmsGateway } from '#functions/notifications/adapters/esms-gateway.ts';
import { makeSnsGateway } from '#functions/notifications/adapters/sns-gateway.ts';
import type { ZaloAccount, ZaloAccounts } from '#functions/notifications/adapters/zalo-account.ts';
import { makeZaloEvents } from '#functions/notifications/adapters/zalo-events.ts';
import { makeZaloGateway } from '#functions/notifications/adapters/zalo-gateway.ts';
import { makeZaloTokens } from '#functions/notifications/adapters/zalo-tokens.ts';
import type { OutgoingSms, SmsGateway } from '#functions/notifications/ports/sms.ts';
import { phoneSimulator } from '#local/outside/phone/phone-simulator.ts';
import { aClock } from '#test/support/worlds.ts';
import { type Listener, listen } from './listener.ts';

/** Our gateways against the simulators: what each makes of an outcome, and what the phone got. */
const account: ZaloAccount = {
  appId: '4210',
  appSecret: 'app-secret',
  oaSecretKey: 'oa-secret',
  templates: { accepted: '701', 'result-ready': 'not-approved', delivered: '702' },
  refreshToken: 'first',
};

let directory: string;
let server: FastifyInstance;
let url: string;
let webhook: Listener;
let time: ReturnType<typeof aClock>;
let stored: ZaloAccount;
let renewals: number;

const accounts: ZaloAccounts = {
  read: async () => stored,
  store: async (next) => {
    renewals += 1;
    stored = next;
  },
};

const tokens = (from = accounts) =>
  makeZaloTokens({ accounts: from, oauthUrl: `${url}/zalo`, clock: time.clock });
const zalo = (over = tokens()): SmsGateway =>
  makeZaloGateway({ baseUrl: `${url}/zalo`, accounts, tokens: over });
const sns = (): SmsGateway => makeSnsGateway({ senderId: 'BuuDien', endpoint: `${url}/sns` });
const esms = (): SmsGateway =>
  makeEsmsGateway({
    baseUrl: url,
    account: async () => ({ apiKey: 'key', secretKey: 'secret' }),
    brandname: 'BuuDien',
    callbackUrl: async () => `${webhook.url}/v1/webhooks/sms/esms?token=t`,
  });
const gateways = { esms, sns, zalo } as const;

const message: OutgoingSms = {
  reference: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F-4-accepted',
  phone: '+84912345678',
  text: 'Buu dien: Ho so H13.01-261123-0001 da duoc giao. Cam on ong/ba.',
  content: { template: 'accepted', values: { code: 'H13.01-261123-0001', dueDay: '03/12/2026' } },
};

beforeEach(async () => {
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDLOCAL');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local-secret');
  time = aClock();
  stored = account;
  renewals = 0;
  directory = mkdtempSync(join(tmpdir(), 'channels-'));
  webhook = await listen();
  server = fastify();
  await server.register(
    phoneSimulator({
      directory,
      publicUrl: webhook.url,
      templates: ['Buu dien: Ho so {code} da duoc giao. Cam on ong/ba.'],
      zaloAccount: () => ({
        ...stored,
        templates: { '701': ['code', 'dueDay'], '702': ['code'] },
      }),
      receiptTiming: { delayMs: 2, retryMs: [5] },
      slowMs: 20,
      clock: () => time.clock.now(),
    }),
    { prefix: '/sim/phone' },
  );
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/sim/phone`;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await webhook.close();
  rmSync(directory, { recursive: true, force: true });
});

const behave = (mode: string, next = 1) =>
  fetch(`${url}/behaviour`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode, next }),
  });

const onPhone = async () => {
  const { messages } = (await (await fetch(`${url}/messages?phone=0912345678`)).json()) as {
    messages: Record<string, unknown>[];
  };
  return messages;
};

describe.each(['esms', 'sns', 'zalo'] as const)('%s', (name) => {
  it('sends one message to the phone and says its id', async () => {
    const outcome = await gateways[name]().send(message);
    expect(outcome).toEqual({
      outcome: 'sent',
      gatewayId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await onPhone()).toHaveLength(1);
  });

  it.each(['timeout-after-send', 'error-after-send'])(
    'knows that it does not know, after %s',
    async (mode) => {
      if (name === 'zalo') await tokens().access();
      await behave(mode);
      const outcome = await gateways[name]().send(message);
      expect(outcome).toMatchObject({ outcome: 'unknown' });
      expect(await onPhone()).toHaveLength(1);
    },
  );

  it('is refused a number that is no mobile, for certain, and sends nothing', async () => {
    const outcome = await gateways[name]().send({ ...message, phone: '+84281234567' });
    expect(outcome).toMatchObject({ outcome: 'refused' });
    expect(await onPhone()).toEqual([]);
  });
});

describe('Zalo', () => {
  it.each([
    ['no-account', message, 'zalo-118'],
    ['ok', { ...message, content: undefined }, 'zalo-no-template'],
    ['ok', { ...message, content: { template: 'dispatched', values: {} } }, 'zalo-no-template'],
    [
      'ok',
      { ...message, content: { template: 'result-ready', values: { code: 'H13' } } },
      'zalo-109',
    ],
    ['ok', { ...message, content: { template: 'delivered', values: { other: 'x' } } }, 'zalo-112'],
    [
      'ok',
      { ...message, content: { template: 'delivered', values: { code: 'x'.repeat(31) } } },
      'zalo-parameter-too-long',
    ],
    ['ok', { ...message, phone: '+6591234567' }, 'zalo-108'],
    ['ok', { ...message, reference: 'x'.repeat(49) }, 'zalo-132'],
  ] as const)('refuses for certain (%s) %#: %s', async (mode, sms, why) => {
    await behave(mode);
    expect(await zalo().send(sms as OutgoingSms)).toEqual({ outcome: 'refused', why });
    expect(await onPhone()).toEqual([]);
  });

  it('signs what it reports, with our reference in it', async () => {
    await zalo().send(message);
    await vi.waitFor(() => expect(webhook.heard).toHaveLength(1), { timeout: 5_000 });
    const [heard] = webhook.heard;
    const body = JSON.parse(heard?.body ?? '') as { timestamp: string; message: object };
    expect(heard?.url).toBe('/v1/webhooks/zalo');
    expect(body.message).toMatchObject({ tracking_id: message.reference });
    const signed = {
      rawBody: heard?.body ?? '',
      timestamp: body.timestamp,
      signature: String(heard?.headers['x-zevent-signature']),
    };
    const events = makeZaloEvents(accounts);
    expect(await events.isSigned(signed)).toBe(true);
    for (const forged of [
      { ...signed, rawBody: `${signed.rawBody} ` },
      { ...signed, timestamp: '1' },
      { ...signed, signature: '' },
    ])
      expect(await events.isSigned(forged)).toBe(false);
  });

  it.each([
    ['duplicate-receipt', 2],
    ['late-receipt', 1],
  ])('%s: reports %i times', async (mode, count) => {
    await behave(mode);
    await zalo().send(message);
    await vi.waitFor(() => expect(webhook.heard).toHaveLength(count), { timeout: 5_000 });
  });

  it('says nothing of what did not arrive', async () => {
    await behave('fail');
    await zalo().send(message);
    await zalo().send({ ...message, reference: 'second' });
    await vi.waitFor(() => expect(webhook.heard).toHaveLength(1), { timeout: 5_000 });
    expect(webhook.heard[0]?.body).toContain('second');
  });
});

describe('Zalo’s tokens', () => {
  it('are renewed once, kept for the next, and renewed again before they end', async () => {
    await zalo().send(message);
    await zalo().send(message);
    expect(renewals).toBe(1);
    expect(stored).toMatchObject({ refreshToken: expect.not.stringMatching('first') });
    time.advance(hours(25));
    expect(await zalo().send(message)).toMatchObject({ outcome: 'sent' });
    expect(renewals).toBe(2);
  });

  it('of two that renew at once one is refused, and finds what the other has stored', async () => {
    await tokens().access();
    time.advance(hours(25));
    // The loser reads before the winner has stored, and again after.
    const before = stored;
    let reads = 0;
    const late: ZaloAccounts = {
      read: async () => {
        reads += 1;
        return reads > 2 ? stored : before;
      },
      store: accounts.store,
    };
    const won = await tokens().access();
    expect(await tokens(late).access()).toBe(won);
  });

  it('that are lost send nothing by Zalo, for certain', async () => {
    stored = { ...account, appSecret: 'app-secret', appId: 'another' };
    const lost: ZaloAccounts = {
      read: async () => ({ ...stored, appId: 'x' }),
      store: accounts.store,
    };
    expect(await tokens(lost).access()).toBeUndefined();
    expect(await zalo(tokens(lost)).send(message)).toEqual({
      outcome: 'refused',
      why: 'zalo-no-token',
    });
  });

  it('that Zalo no longer takes are renewed for the next message', async () => {
    const gateway = zalo();
    await gateway.send(message);
    stored = { ...stored, accessToken: 'revoked' };
    expect(await gateway.send(message)).toEqual({ outcome: 'refused', why: 'zalo-124' });
    expect(await gateway.send(message)).toMatchObject({ outcome: 'sent' });
  });
});
