import { describe, expect, it } from 'vitest';
import {
  actOf,
  asNumber,
  channelOf,
  type Draft,
  emptyDraft,
  flawsOf,
  isUntouched,
  type ProcedureView,
  paperOf,
  registrationOf,
} from '../../../web/counter/draft.ts';
import { byCard, byEarlier } from '../../../web/counter/fill-in.ts';

const component = (id: string, change: object = {}) => ({
  id,
  name: id,
  copyKind: 'original' as const,
  count: 1,
  required: true,
  ...change,
});

const procedure = {
  code: '1.012783',
  guide: {},
  components: [
    component('don'),
    component('ban-sao', { copyKind: 'certified', count: 2 }),
    component('uy-quyen', { required: false }),
    component('cu-tru', { dataBase: 'CSDL quốc gia về dân cư' }),
  ],
} as unknown as ProcedureView;

const whole: Draft = {
  ...emptyDraft('onestop'),
  number: '093190001234',
  name: 'Nguyễn Thị Ánh',
  address: 'Ấp 3, xã Vị Tân',
  procedure: '1.012783',
};

describe('a draft', () => {
  it('is untouched until something is typed', () => {
    expect(isUntouched(emptyDraft('agent'))).toBe(true);
    expect(isUntouched({ ...emptyDraft('agent'), name: 'A' })).toBe(false);
  });

  it('of one person with the usual papers has no flaw, with or without a telephone', () => {
    expect(flawsOf(whole)).toEqual({});
    expect(
      flawsOf({ ...whole, phone: '0912 345 678', ownSum: '50.000 đ', ownSumReason: 'Miễn' }),
    ).toEqual({});
  });

  it.each<[Partial<Draft>, object]>([
    [{ number: '' }, { number: 'empty' }],
    [{ number: '0931' }, { number: 'not-a-personal-number' }],
    [{ name: '42' }, { name: 'name-has-no-letter' }],
    [{ phone: '12' }, { phone: 'not-a-vietnamese-phone' }],
    [{ address: ' ' }, { address: 'empty' }],
    [{ procedure: '' }, { procedure: 'empty' }],
    [{ owner: 'person' }, { ownerName: 'empty', ownerAddress: 'empty' }],
    [{ owner: 'organisation', ownerName: 'Công ty 68', ownerAddress: 'KV 1' }, {}],
    [{ ownSum: '50.000' }, { ownSumReason: 'reason-missing' }],
    [{ ownSum: 'nhiều', ownSumReason: 'x' }, { ownSum: 'not-a-sum' }],
    [{ pages: 'ba' }, { pages: 'not-a-sum' }],
    [{ copies: '-1' }, { copies: 'not-a-sum' }],
  ])('%j: %j', (change, flaws) => {
    expect(flawsOf({ ...whole, ...change })).toEqual(flaws);
  });
});

describe('papers', () => {
  it('are there as the procedure wants them, unless the clerk says otherwise', () => {
    const [don, , uyQuyen, cuTru] = procedure.components;
    if (!don || !uyQuyen || !cuTru) throw new Error('no components');
    expect(paperOf(whole, don)).toEqual({ handed: 'original', count: 1 });
    expect(paperOf(whole, uyQuyen)).toEqual({ handed: 'absent', count: 1 });
    expect(paperOf(whole, cuTru)).toEqual({ handed: 'data-base', count: 1 });
    const papers = { don: { handed: 'photocopy', count: 3 } } as const;
    expect(paperOf({ ...whole, papers }, don)).toEqual(papers.don);
  });
});

describe('the registration of a draft', () => {
  it('names what is there and what was looked up, and nothing that was not typed', () => {
    expect(registrationOf(whole, procedure, 28_000)).toEqual({
      procedure: '1.012783',
      intakeMode: 'onestop',
      channel: 'postal',
      applicant: {
        name: 'Nguyễn Thị Ánh',
        personalNumber: '093190001234',
        address: 'Ấp 3, xã Vị Tân',
      },
      components: [
        { id: 'don', copyKind: 'original', count: 1 },
        { id: 'ban-sao', copyKind: 'certified', count: 2 },
      ],
      fromDataBase: ['cu-tru'],
      fees: { postageVnd: 28_000 },
    });
  });

  it('has everything that was typed', () => {
    const typed: Draft = {
      ...whole,
      phone: '0912 345 678',
      owner: 'organisation',
      ownerName: 'Công ty 68',
      ownerNumber: '6300123456',
      ownerAddress: 'KV 1',
      case: 'nha-o',
      commune: 'ct-x-hoa-an',
      ownSum: '0',
      ownSumReason: 'Hộ nghèo',
      pages: '4',
      copies: '2',
      agreement: 'Hẹn hôm sau',
      incident: 'Cổng lỗi',
      papers: { 'cu-tru': { handed: 'photocopy', count: 1 }, don: { handed: 'absent', count: 1 } },
    };
    const registration = registrationOf(typed, procedure, 0);
    expect(registration).toMatchObject({
      applicant: {
        phone: '0912 345 678',
        owner: { kind: 'organisation', name: 'Công ty 68', address: 'KV 1', number: '6300123456' },
      },
      case: 'nha-o',
      commune: 'ct-x-hoa-an',
      agreement: 'Hẹn hôm sau',
      incident: 'Cổng lỗi',
      fees: { postageVnd: 0, stateFeesVnd: 0, reason: 'Hộ nghèo', pages: 4, copies: 2 },
    });
    expect(registration).not.toHaveProperty('fromDataBase');
    expect(registration.components.map(({ id }) => id)).toEqual(['ban-sao', 'cu-tru']);
  });

  it.each([
    ['onestop', undefined, 'postal'],
    ['onestop', 'both', 'postal'],
    ['onestop', 'filing', 'postal'],
    ['onestop', 'none', 'direct'],
    ['onestop', 'result', 'direct'],
    ['agent', 'none', 'postal'],
  ] as const)(
    'comes, taken in as %s where the post may carry %s, by %s',
    (intakeMode, value, channel) => {
      const guide = value === undefined ? {} : { ways: { postal: { value } } };
      expect(channelOf({ intakeMode }, { guide } as never)).toBe(channel);
    },
  );
});

describe('an act', () => {
  it('keeps its key while it says the same, so that two presses are one dossier', () => {
    const keys = ['key-1', 'key-2'];
    const newKey = () => keys.shift() ?? 'key-3';
    const first = actOf(undefined, registrationOf(whole, procedure, 0), newKey);
    expect(actOf(first, registrationOf({ ...whole }, procedure, 0), newKey)).toBe(first);
    const other = actOf(
      first,
      registrationOf({ ...whole, name: 'Nguyễn Thị Ánh Hồng' }, procedure, 0),
      newKey,
    );
    expect(other.key).not.toBe(first.key);
  });
});

describe('a sum', () => {
  it.each([
    ['50.000', 50_000],
    ['50 000 đ', 50_000],
    ['0', 0],
    ['', undefined],
    ['1e5', undefined],
    ['9999999999', undefined],
  ])('%s', (typed, amount) => {
    expect(asNumber(typed)).toBe(amount);
  });
});

describe('who hands in', () => {
  const card = (fields: object) => ({ kind: 'card', card: { fields, warnings: [] } }) as const;

  it('is the card’s, and nobody’s telephone stays beside another’s number', () => {
    const before = { number: '093190001234' };
    const other = { number: '001088000001', name: 'Lê A' } as never;
    expect(byCard(card(other), before)).toEqual({
      number: '001088000001',
      name: 'Lê A',
      phone: '',
      address: '',
    });
    expect(byCard({ kind: 'card-number', number: '001088000001' }, before)).toEqual({
      number: '001088000001',
      name: '',
      phone: '',
      address: '',
    });
  });

  it('stays, where the same card is read again or its number cannot be read', () => {
    const before = { number: '093190001234' };
    const same = { number: '093190001234', residence: 'Ấp 3' };
    expect(byCard(card(same), before)).toEqual({ number: '093190001234', address: 'Ấp 3' });
    expect(byCard(card({ name: 'Lê A' }), before)).toEqual({ name: 'Lê A' });
  });

  it('is filled in from before only where nothing stands', () => {
    const known = { name: 'Nguyễn Thị Ánh', phone: '+84912345678', address: 'Ấp 3' };
    expect(byEarlier(emptyDraft('onestop'), known)).toEqual(known);
    expect(byEarlier({ name: 'A', phone: '09', address: 'B' }, known)).toEqual({});
    const silent = { name: 'A', address: 'B' };
    expect(byEarlier(emptyDraft('onestop'), silent)).toEqual({ ...silent, phone: '' });
  });
});
