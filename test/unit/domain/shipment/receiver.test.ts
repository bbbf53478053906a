import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/dossier/dossier.ts';
import { entitledToDossier } from '#domain/dossier/entitled.ts';
import { receiverOf, type Shown } from '#domain/shipment/receiver.ts';

const daughter: Applicant = {
  name: 'Trần Thị Bé',
  personalNumber: '093199000111',
  phone: '+84912345678',
  address: 'Ấp 3',
  owner: {
    kind: 'person',
    name: 'Nguyễn Thị Hoà',
    address: 'Ấp 3',
    number: '093055000222',
  },
};
const son = { name: 'Lê Văn Út', personalNumber: '093090001234', reference: 'GUQ 12/2026' };
const everybody = entitledToDossier(daughter, son);

const as = (of: string) => ({ ok: true, as: of });
const flaw = (why: string) => ({ ok: false, flaw: why });

/** Who may receive (QĐ 45/2016 art. 10; TT 17/2017 art. 5(2)d; domain §10.12). */
describe('who may have a result', () => {
  const { reference } = son;
  it.each<[string, Shown, object]>([
    ['the applicant', { name: 'Trần Thị Bé' }, as('applicant')],
    ['the owner, who did not file herself', { name: 'Nguyễn Thị Hoà' }, as('owner')],
    ['the owner, the tone elsewhere', { name: 'NGUYỄN THỊ HÒA' }, as('owner')],
    ['the owner, without marks', { name: 'NGUYEN THI HOA' }, flaw('receiver-name-inexact')],
    [
      'the owner, without marks and with her number',
      { name: 'NGUYEN THI HOA', number: '093 055 000 222' },
      as('owner'),
    ],
    [
      'a neighbour of nearly that name',
      { name: 'Nguyễn Thị Hoa' },
      flaw('receiver-not-authorised'),
    ],
    [
      'a neighbour of that very name, with another number',
      { name: 'Nguyễn Thị Hoà', number: '093055000223' },
      flaw('receiver-not-authorised'),
    ],
    [
      'somebody with her number and another name',
      { name: 'Nguyễn Văn Tám', number: '093055000222' },
      flaw('receiver-not-authorised'),
    ],
    ['the authorised, with the paper', { name: 'Lê Văn Út', reference }, as('authorised')],
    ['the authorised, without it', { name: 'Lê Văn Út' }, flaw('authorisation-not-shown')],
    [
      'the authorised, with another',
      { name: 'Lê Văn Út', reference: 'GUQ 99' },
      flaw('authorisation-not-shown'),
    ],
    ['nobody of these', { name: 'Trần Văn Khác', reference }, flaw('receiver-not-authorised')],
    ['nobody', { name: '' }, flaw('receiver-not-authorised')],
  ])('%s', (_, shown, verdict) => expect(receiverOf(everybody, shown)).toEqual(verdict));

  it('is nobody where nobody is entitled', () => {
    expect(receiverOf([], { name: 'Trần Thị Bé' })).toEqual(flaw('receiver-not-authorised'));
  });

  it('is decided by the name where no number is on record', () => {
    const shown = { name: 'Nguyễn Thị Hoà', number: '093055000222' };
    const unnumbered = entitledToDossier(
      { ...daughter, owner: { kind: 'person', name: 'Nguyễn Thị Hoà', address: 'Ấp 3' } },
      undefined,
    );
    expect(receiverOf(unnumbered, shown)).toEqual(as('owner'));
  });

  it('of an enterprise’s is whom it sends with a paper, not who bears its name', () => {
    const owner = { kind: 'organisation', name: 'Công ty An Phát', address: 'Ấp 4' } as const;
    const shown = { name: owner.name };
    expect(receiverOf(entitledToDossier({ ...daughter, owner }, son), shown)).toEqual(
      flaw('receiver-not-authorised'),
    );
  });
});
