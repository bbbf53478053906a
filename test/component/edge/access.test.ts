import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import { route } from '#edge/contract.ts';
import type { AccessLog, AccessRead } from '#ports/access-log.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { clerkClaims, served } from '#test/support/edge/served.ts';

const params = z.object({ dossierId: z.string().length(26) });
const answers = { 200: z.object({ word: z.string() }) };
const who = ['clerk'] as const;
const another = '01KAPXJ5V0ZK9Q4T8N6W2C7D3G';

const contract = {
  readHistory: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/history',
    who,
    reads: { what: 'history', of: 'path' },
    summary: 'Lịch sử · History',
    params,
    answers,
    refuses: ['dossier-unknown', 'step-not-allowed'],
  }),
  listCalls: route({
    method: 'GET',
    path: '/v1/calls',
    who: ['clerk', 'supervisor'],
    reads: { what: 'contact', of: 'answer' },
    summary: 'Gọi · Calls',
    answers,
    refuses: ['dossier-unknown'],
  }),
  listInbox: route({
    method: 'GET',
    path: '/v1/inbox',
    who,
    reads: 'nothing-personal',
    summary: 'Hộp · Inbox',
    answers,
    refuses: ['office-unknown'],
  }),
  withdraw: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/withdrawal',
    who,
    summary: 'Rút · Withdraw',
    params,
    answers,
    refuses: ['dossier-unknown', 'step-not-allowed'],
  }),
  readDetail: route({
    method: 'GET',
    path: '/v1/track/detail',
    who: 'citizen',
    reads: { what: 'tracking', of: 'answer' },
    summary: 'Chi tiết · Detail',
    answers,
    refuses: ['tracking-denied'],
  }),
  listOwn: route({
    method: 'GET',
    path: '/v1/phone/dossiers',
    who: 'phone',
    reads: { what: 'tracking', of: 'answer' },
    summary: 'Của tôi · Mine',
    answers,
  }),
} as const;

/** What happens in order: the use case, and what the log was asked to keep. */
const aService = (refusal?: Refusal, logFails = false) => {
  const happened: (string | readonly AccessRead[])[] = [];
  const access: AccessLog = {
    prepare: async (reader) => void happened.push(`prepare ${reader}`),
    append: async (reads) => {
      if (logFails) throw new Error('no table');
      happened.push(reads);
    },
  };
  const about = [dossierId, another];
  const handle = async () => {
    happened.push('shown');
    return refusal ? refuse(refusal) : ({ status: 200, body: { word: 'SECRET' }, about } as const);
  };
  const names = Object.keys(contract);
  const handlers = Object.fromEntries(names.map((name) => [name, handle]));
  const call = served({
    contract,
    access,
    handlers: handlers as unknown as Handlers<typeof contract>,
    phoneSession: async () => ({ kind: 'phone', phone: 'f'.repeat(64), session: 's' }),
  });
  return { call, happened };
};

const claims = { ...clerkClaims, name: 'Nguyễn Thị Lan' };
const lan = {
  reader: 'staff:lan',
  name: 'Nguyễn Thị Lan',
  capacity: 'clerk',
  place: 'bd-vi-thanh',
};
const stranger = { ...claims, 'cognito:groups': ['officer'], agency: 'ct-nnmt' };
const history = 'GET /v1/dossiers/{dossierId}/history';
const inPath = { params: { dossierId }, claims };
const base = { operation: 'readHistory', what: 'history', subject: dossierId };
const contact = { operation: 'listCalls', what: 'contact' };

describe('an entry is kept of', () => {
  it.each([
    ['the dossier in the path', history, inPath, [{ ...lan, ...base }]],
    [
      'each of those that the answer names',
      'GET /v1/calls',
      { claims },
      [
        { ...lan, ...contact, subject: dossierId },
        { ...lan, ...contact, subject: another },
      ],
    ],
    [
      'a citizen’s own reading, under the dossier',
      'GET /v1/track/detail',
      {},
      [
        {
          reader: `citizen:${dossierId}`,
          operation: 'readDetail',
          what: 'tracking',
          subject: dossierId,
        },
        {
          reader: `citizen:${dossierId}`,
          operation: 'readDetail',
          what: 'tracking',
          subject: another,
        },
      ],
    ],
    [
      'a telephone’s, under its hash',
      'GET /v1/phone/dossiers',
      {},
      [dossierId, another].map((subject) => ({
        reader: `phone:${'f'.repeat(64)}`,
        operation: 'listOwn',
        what: 'tracking',
        subject,
      })),
    ],
  ] as const)('%s', async (_, key, ask, entries) => {
    const { call, happened } = aService();
    const { status, text } = await call(key, ask);
    expect([status, text]).toEqual([200, '{"word":"SECRET"}']);
    expect(happened.filter((each) => typeof each === 'object')).toEqual([entries]);
  });

  it.each([
    ['who is told that it does not exist', history, inPath, 'dossier-unknown', base],
    [
      'who may not act on what they see',
      'POST /v1/dossiers/{dossierId}/withdrawal',
      { ...inPath, body: undefined },
      'act-not-permitted',
      { operation: 'withdraw', what: 'act', subject: dossierId },
    ],
    [
      'who tries to act on what does not exist for them',
      'POST /v1/dossiers/{dossierId}/withdrawal',
      inPath,
      'dossier-unknown',
      { operation: 'withdraw', what: 'act', subject: dossierId },
    ],
    ['who finds nothing', 'GET /v1/calls', { claims }, 'dossier-unknown', contact],
  ] as const)('%s, with the person and the reason', async (_, key, ask, code, entry) => {
    const { call, happened } = aService({
      code,
      ...(code === 'act-not-permitted' && { act: 'x' }),
    } as Refusal);
    expect((await call(key, ask)).body.code).toBe(code);
    expect(happened.at(-1)).toEqual([{ ...lan, ...entry, refused: code }]);
  });

  it('who has not even the role, in no capacity', async () => {
    const { call, happened } = aService();
    const { status } = await call(history, { ...inPath, claims: stranger });
    expect(status).toBe(403);
    const { capacity: _, place: __, ...person } = lan;
    expect(happened).toEqual([
      'prepare staff:lan',
      [{ ...person, ...base, refused: 'role-missing' }],
    ]);
  });
});

describe('no entry is kept of', () => {
  it.each([
    ['what shows no person', 'GET /v1/inbox', { claims }, undefined],
    [
      'an act, which the history has',
      'POST /v1/dossiers/{dossierId}/withdrawal',
      inPath,
      undefined,
    ],
    ['what is refused for its state', history, inPath, 'step-not-allowed'],
    ['a foreign name in what shows no person', 'GET /v1/inbox', { claims }, 'office-unknown'],
    ['a wrong secret, behind which nobody is known', 'GET /v1/track/detail', {}, 'tracking-denied'],
    ['nobody at all', history, { params: { dossierId } }, undefined],
    ['an id that is none', history, { params: { dossierId: 'x' }, claims }, undefined],
  ] as const)('%s', async (_, key, ask, code) => {
    const { call, happened } = aService(
      code && ({ code, ...(code === 'step-not-allowed' && { state: 'x', step: 'y' }) } as Refusal),
    );
    await call(key, ask);
    expect(happened.filter((each) => typeof each === 'object')).toEqual([]);
  });
});

describe('a log that takes no entry', () => {
  it.each([
    ['what would be shown', history, inPath, undefined],
    ['a list', 'GET /v1/calls', { claims }, undefined],
    ['a refusal', history, inPath, 'dossier-unknown'],
  ] as const)('lets nothing out: %s', async (_, key, ask, code) => {
    const { call } = aService(code && ({ code } as Refusal), true);
    const { status, text, headers, body } = await call(key, ask);
    expect([status, body.code, headers['retry-after']]).toEqual([
      503,
      'access-log-unavailable',
      '5',
    ]);
    expect(text).not.toContain('SECRET');
  });

  it('holds nothing up that shows no person', async () => {
    const { call } = aService(undefined, true);
    expect((await call('GET /v1/inbox', { claims })).status).toBe(200);
  });

  it('is got ready while the use case works, and asked before anything is answered', async () => {
    const { call, happened } = aService();
    await call(history, inPath);
    expect(happened).toEqual(['prepare staff:lan', 'shown', [{ ...lan, ...base }]]);
  });
});
