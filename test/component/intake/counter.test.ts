import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { HttpEvent } from '#edge/call.ts';
import { httpApi } from '#edge/http-api.ts';
import { contract } from '#functions/intake/api/contract.ts';
import { makeHandlers } from '#functions/intake/api/handler.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { problems } from '#functions/problems.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const unused = () => Promise.reject(new Error('not part of this test'));

/** The counter's function of Bưu điện Vị Thanh over memory stores. */
const aCounter = () => {
  const stores = makeMemoryUnitOfWork(sha256);
  const seals = makeSeals(async () => ({ master: 'm'.repeat(64) }));
  const logged: unknown[] = [];
  const note = (...line: unknown[]) => void logged.push(line);
  const register = makeRegisterDossier({
    ...stores,
    ...aClock(),
    ids: makeUlids(),
    catalogue,
    seals,
  });
  const api = httpApi({
    contract,
    problems,
    log: { info: note, warn: note, error: note },
    handlers: makeHandlers({
      problems,
      register,
      accept: unused,
      acts: {} as never,
      supplement: unused,
      read: unused,
      history: unused,
      clocks: unused,
      blocks: {} as never,
      enter: unused,
      find: unused,
      findSender: unused,
      registerMany: unused,
      index: stores.index,
      seals,
      catalogue,
    }),
  });
  const call = async (route: string, body: unknown) => {
    const [method = '', path = ''] = route.split(' ');
    const claims = {
      sub: 'lan',
      token_use: 'access',
      'cognito:groups': ['clerk'],
      office: 'bd-vi-thanh',
    };
    const answer = (await api(
      {
        routeKey: route,
        rawPath: path,
        headers: { 'idempotency-key': 'counter-test-0001' },
        requestContext: {
          requestId: 'r',
          http: { method, path, sourceIp: '203.0.113.7' },
          authorizer: { jwt: { claims } },
        },
        body: JSON.stringify(body),
        isBase64Encoded: false,
      } as unknown as HttpEvent,
      {} as Context,
    )) as APIGatewayProxyStructuredResultV2;
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  };
  return { ...stores, logged, call };
};

const applicant = {
  name: 'Nguyễn Thị Ánh',
  personalNumber: '093190001234',
  phone: '0912345678',
  address: 'Ấp 3, xã Vị Tân',
};

const aRegistration = (change: Record<string, unknown> = {}) => ({
  procedure: '1.012783',
  applicant: { ...applicant, ...change },
  components: (catalogue.procedure('1.012783', '2026-11-23' as never)?.components ?? [])
    .filter(({ required }) => required)
    .map(({ id, copyKind, count }) => ({ id, copyKind, count })),
  fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
});

const child = { kind: 'person', name: 'Nguyễn Văn Bé', address: 'Ấp 3, xã Vị Tân' } as const;
const company = {
  kind: 'organisation',
  name: 'Công ty TNHH Lúa Vàng',
  address: 'Khu vực 3, phường Vị Thanh',
  number: '6300123456-001',
} as const;

describe('a dossier that is not the applicant’s own (domain §10.12)', () => {
  it.each([
    ['a child without a number', child],
    ['an enterprise and its branch’s tax number', company],
  ])('names its owner: %s', async (_, owner) => {
    const counter = aCounter();
    const { status, body } = await counter.call('POST /v1/dossiers', aRegistration({ owner }));
    expect(status).toBe(201);
    const stored = await counter.ledger.load(body.dossierId as DossierId);
    expect(stored?.applicant).toEqual({ ...applicant, phone: '+84912345678', owner });
  });

  it('names the owner in no event and no log', async () => {
    const counter = aCounter();
    const { body } = await counter.call('POST /v1/dossiers', aRegistration({ owner: company }));
    const history = await counter.ledger.history(body.dossierId as DossierId);
    const written = JSON.stringify([history, counter.logged]);
    for (const canary of ['Lúa Vàng', '6300123456', 'Ánh', '912345678'])
      expect(written).not.toContain(canary);
  });

  it.each([
    ['an organisation with a person’s number', { ...company, number: '093190001234' }],
    ['a person with a tax number', { ...child, number: '6300123456' }],
    ['nobody', { ...child, name: '' }],
    ['a third kind', { ...child, kind: 'household' }],
    ['more than is asked', { ...child, birthDay: '2020-01-01' }],
  ])('is refused with %s', async (_, owner) => {
    const counter = aCounter();
    const { status, body } = await counter.call('POST /v1/dossiers', aRegistration({ owner }));
    expect([status, body.code]).toEqual([400, 'request-invalid']);
  });
});

describe('the number of an identity card', () => {
  it('that no province gives out is taken, with a warning to look again', async () => {
    const { call } = aCounter();
    const strange = await call(
      'POST /v1/dossiers',
      aRegistration({ personalNumber: '999190001234' }),
    );
    expect(strange).toMatchObject({ status: 201, body: { warnings: ['province-unknown'] } });
    const common = await aCounter().call('POST /v1/dossiers', aRegistration());
    expect(common.body.warnings).toEqual([]);
  });

  it('comes out of the card’s QR with what fits and what does not', async () => {
    const { call } = aCounter();
    const text = '093190001234|363512345|Nguyễn Thị Ánh|02091990|Nam|Ấp 3, Vị Tân|15042021';
    const { status, body } = await call('POST /v1/identity-cards/read', { text });
    expect(status).toBe(200);
    expect(body).toEqual({
      fields: {
        number: '093190001234',
        oldNumber: '363512345',
        name: 'Nguyễn Thị Ánh',
        birthDay: '1990-09-02',
        sex: 'male',
        residence: 'Ấp 3, Vị Tân',
        issuedDay: '2021-04-15',
      },
      warnings: ['sex-mismatch'],
    });
  });

  it('is not guessed from a card of another layout', async () => {
    const { call } = aCounter();
    const { body } = await call('POST /v1/identity-cards/read', {
      text: 'Ấp 3|0931|Nguyễn Thị Ánh',
    });
    expect(body).toEqual({ fields: { name: 'Nguyễn Thị Ánh' }, warnings: ['layout-unknown'] });
  });
});
