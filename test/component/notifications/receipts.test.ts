import { describe, expect, it } from 'vitest';
import { makeSeals } from '#adapters/node/seals.ts';
import { publishedEvent } from '#application/published-event.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { makeZaloEvents, zaloSignature } from '#functions/notifications/adapters/zalo-events.ts';
import { contract } from '#functions/notifications/api/contract.ts';
import { makeHandlers } from '#functions/notifications/api/handler.ts';
import { makeListUnreached } from '#functions/notifications/application/list-unreached.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { type ServedAsk, served } from '#test/support/edge/served.ts';
import { keysUnder } from '#test/support/keys.ts';
import { aDesk } from '#test/support/sms-desks.ts';

const reference = `${dossierId}-4-accepted`;
const oa = { appId: '4210', oaSecretKey: 'oa-secret' };
const never = async (): Promise<never> => {
  throw new Error('not asked here');
};

/** A message is out, and the gateways may report on it. */
const reporting = async () => {
  const desk = await aDesk();
  const accepted = (await desk.ledger.history(dossierId)).at(3);
  await desk.send((accepted && publishedEvent(accepted)) as PublishedEvent);
  const counts: string[] = [];
  const seals = makeSeals(keysUnder('m'.repeat(32)));
  const account = { ...oa, appSecret: '', templates: {}, refreshToken: '' };
  const send = served({
    contract,
    handlers: makeHandlers({
      ...desk,
      seals,
      zalo: makeZaloEvents({ read: async () => account }),
      listUnreached: makeListUnreached(desk),
      count: (what) => void counts.push(what),
      listCalls: never,
      settleCall: never,
      correctContact: never,
    }),
  });
  const post = async (path: string, ask: ServedAsk) => {
    const { status, body } = await send(`POST ${path}`, ask);
    return { status, body };
  };
  const byZalo = (event: object, signedFor = oa) => {
    const timestamp = '1795392000000';
    const body = JSON.stringify({ timestamp, ...event });
    const signature = zaloSignature(signedFor, body, timestamp);
    return post('/v1/webhooks/zalo', { body, headers: { 'x-zevent-signature': signature } });
  };
  const byEsms = async (counts: object, token?: string) =>
    post('/v1/webhooks/sms/{gateway}', {
      params: { gateway: 'esms' },
      body: { RequestId: reference, ...counts },
      query: { token: token ?? (await seals.callbackToken(reference)) },
    });
  return { ...desk, byZalo, byEsms, counts };
};

const received = { event_name: 'user_received_message', message: { tracking_id: reference } };

describe('a delivery receipt', () => {
  it('of eSMS is recorded under the token of its message', async () => {
    const { byEsms, sms } = await reporting();
    expect(await byEsms({ SendSuccess: '1', SendFailed: '0' })).toEqual({
      status: 200,
      body: { recorded: true },
    });
    expect(await sms.find(reference)).toMatchObject({ receipt: { status: 'delivered' } });
  });

  it('of eSMS that says "not delivered" puts the citizen on the call list at once', async () => {
    const { byEsms, sms, counts } = await reporting();
    await byEsms({ SendSuccess: '0', SendFailed: '1' });
    await byEsms({ SendSuccess: '0', SendFailed: '1' });
    expect(counts).toEqual(['SmsUnreached']);
    const { items } = await sms.calls('bd-vi-thanh', { limit: 9 });
    expect(items).toMatchObject([{ reference, call: { reason: 'undelivered' } }]);
  });

  it.each<readonly [what: string, counts: object]>([
    ['neither counted', {}],
    ['nothing on both sides', { SendSuccess: '0', SendFailed: '0' }],
    ['both', { SendSuccess: '1', SendFailed: '1' }],
    ['a word', { SendSuccess: 'true', SendFailed: '0' }],
    ['no text', { SendSuccess: '', SendFailed: '1' }],
    ['a blank', { SendSuccess: ' ', SendFailed: '1' }],
    ['less than none', { SendSuccess: '-1', SendFailed: '0' }],
    ['a part', { SendSuccess: 0.5 }],
    ['other writing of a number', { SendSuccess: '0x1' }],
    ['a power', { SendSuccess: '1e3' }],
    ['two values', { SendSuccess: '1,0' }],
    ['a list', { SendSuccess: ['1'] }],
    ['yes', { SendSuccess: true }],
    ['nothing at all', { SendSuccess: null, SendFailed: '1' }],
  ])('of eSMS that says %s is refused and moves nothing', async (_, said) => {
    const { byEsms, sms, counts } = await reporting();
    expect(await byEsms(said)).toMatchObject({
      status: 400,
      body: { code: expect.stringMatching(/^(request-invalid|receipt-unclear)$/) },
    });
    expect((await sms.find(reference))?.receipt).toBeUndefined();
    expect(counts).toEqual([]);
  });

  it('with a token of its own making changes nothing', async () => {
    const { byEsms, sms } = await reporting();
    const forged = await byEsms({ SendSuccess: '1', SendFailed: '0' }, 'x'.repeat(32));
    expect(forged).toMatchObject({ status: 401, body: { code: 'webhook-forged' } });
    expect((await sms.find(reference))?.receipt).toBeUndefined();
  });

  it('of Zalo is recorded when Zalo has signed it', async () => {
    const { byZalo, sms } = await reporting();
    expect(await byZalo(received)).toEqual({ status: 200, body: { recorded: true } });
    expect(await sms.find(reference)).toMatchObject({ receipt: { status: 'delivered' } });
  });

  it('of Zalo signed by somebody else changes nothing', async () => {
    const { byZalo, sms } = await reporting();
    const forged = await byZalo(received, { ...oa, oaSecretKey: 'guessed' });
    expect(forged).toMatchObject({ status: 401, body: { code: 'webhook-forged' } });
    expect((await sms.find(reference))?.receipt).toBeUndefined();
  });

  it.each([
    ['another event', { ...received, event_name: 'user_send_text' }],
    ['no reference', { ...received, message: {} }],
    ['a message that is not ours', { ...received, message: { tracking_id: 'theirs' } }],
  ])('of Zalo about %s is taken and changes nothing', async (_, event) => {
    const { byZalo, sms } = await reporting();
    expect(await byZalo(event)).toEqual({ status: 200, body: { recorded: false } });
    expect((await sms.find(reference))?.receipt).toBeUndefined();
  });
});
