import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { contract } from '#functions/intake/api/contract.ts';
import { makeHandlers } from '#functions/intake/api/handler.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { problems } from '#functions/problems.ts';
import { clerkClaims, served } from '#test/support/edge/served.ts';
import { keysUnder } from '#test/support/keys.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const unused = () => Promise.reject(new Error('not part of this test'));

/** The counter's function of Bưu điện Vị Thanh over memory stores. */
const aCounter = () => {
  const stores = makeMemoryUnitOfWork(sha256);
  const seals = makeSeals(keysUnder('m'.repeat(64)));
  const logged: unknown[] = [];
  const note = (...line: unknown[]) => void logged.push(line);
  const register = makeRegisterDossier({
    ...stores,
    ...aClock(),
    ids: makeUlids(),
    catalogue,
    seals,
  });
  const send = served({
    contract,
    log: { info: note, warn: note, error: note },
    handlers: makeHandlers({
      problems,
      register,
      ledger: stores.ledger,
      foresee: unused,
      daysOff: unused,
      accept: unused,
      acts: {} as never,
      supplement: unused,
      read: unused,
      history: unused,
      clocks: unused,
      blocks: {} as never,
      enter: unused,
      untimely: {} as never,
      find: unused,
      findSender: unused,
      listOfPerson: unused,
      registerMany: unused,
      index: stores.index,
      seals,
      catalogue,
    }),
  });
  const call = (route: string, body: unknown) => send(route, { body, claims: clerkClaims });
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
    ['an organisation with an old card’s number', { ...company, number: '363512345' }],
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

describe('what people write in other ways than we keep it', () => {
  it.each([
    ['a card’s number with blanks', { personalNumber: '093 190 001 234' }, {}, []],
    ['a card’s number with dots', { personalNumber: '093.190.001.234' }, {}, []],
    [
      'a German passport in small letters',
      { personalNumber: 'c01x00t47' },
      { personalNumber: 'C01X00T47' },
      [],
    ],
    [
      'an e-mail with a blank behind it',
      { email: 'anh@example.vn ' },
      { email: 'anh@example.vn' },
      [],
    ],
    [
      'a household business’s number',
      { owner: { ...company, number: '093190001234' } },
      { owner: { ...company, number: '093190001234' } },
      [],
    ],
    ['a country code with a zero', { phone: '+84 (0)912 345 678' }, {}, []],
    [
      'a telephone that lost its zero in a spreadsheet',
      { phone: '912345678' },
      {},
      ['phone-leading-zero-restored'],
    ],
    [
      'a number of eleven digits',
      { phone: '0169 234 5678' },
      { phone: '+84392345678' },
      ['phone-converted-from-eleven-digits'],
    ],
    ['a landline', { phone: '0293 387 8911' }, { phone: '+842933878911' }, ['phone-landline']],
  ])('is read: %s', async (_, written, kept, warnings) => {
    const counter = aCounter();
    const { status, body } = await counter.call('POST /v1/dossiers', aRegistration(written));
    expect([status, body.warnings]).toEqual([201, warnings]);
    const stored = await counter.ledger.load(body.dossierId as DossierId);
    expect(stored?.applicant).toEqual({ ...applicant, phone: '+84912345678', ...kept });
  });

  it('and who has no telephone hands in all the same (QĐ 45/2016 art. 16(5))', async () => {
    const counter = aCounter();
    const registration = aRegistration();
    const { phone: _, ...without } = registration.applicant;
    const asked = { ...registration, applicant: without };
    const { status, body } = await counter.call('POST /v1/dossiers', asked);
    expect([status, body.warnings]).toEqual([201, ['phone-missing']]);
    const stored = await counter.ledger.load(body.dossierId as DossierId);
    expect(stored?.applicant).toEqual(without);
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
