import { describe, expect, it } from 'vitest';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { DossierOwner } from '#domain/dossier/dossier.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { communeTold, homeOf } from '#functions/intake/application/commune-told.ts';
import { anApplicant } from '#test/support/dossiers.ts';
import { provinceCatalogue } from '#test/support/province.ts';

const settledBy = (
  procedure: Pick<Procedure, 'owner' | 'jurisdiction'>,
  address: string,
  change: { readonly told?: string; readonly owner?: DossierOwner } = {},
) => {
  const { told, owner } = change;
  const applicant = { ...anApplicant, address, ...(owner && { owner }) };
  const day = '2026-11-23' as VietnamDay;
  return communeTold(provinceCatalogue, { procedure, home: homeOf(applicant), day, told });
};
const residence = { owner: 'commune' };

describe('which commune settles it (Luật Hộ tịch 60/2014 điều 13, 17, 24, 27)', () => {
  it.each([
    ['xã Hòa An, thành phố Cần Thơ', 'ct-x-hoa-an', 'the commune of residence'],
    ['ấp 4, xã Hòa An, huyện Phụng Hiệp, Hậu Giang', 'ct-x-hoa-an', 'as it was called'],
    ['xã Vị Thủy, huyện Vị Thủy, Hậu Giang', 'ct-x-vinh-thuan-dong', 'a trap'],
  ])('of "%s" is %s: %s', (address, commune) => {
    expect(settledBy(residence, address)).toEqual({ ok: true, value: commune });
  });

  it('is the owner’s, not of who hands it in', () => {
    const owner = { kind: 'person', name: 'A', address: 'phường Ngã Bảy, Cần Thơ' } as const;
    expect(settledBy(residence, 'xã Hòa An, Cần Thơ', { owner })).toMatchObject({
      value: 'ct-p-nga-bay',
    });
  });

  it.each([
    ['an address that names none', residence, 'Ấp 3', 'address', []],
    ['another province', residence, 'phường Tân An, tỉnh Long An', 'address', []],
    [
      'a unit that was split',
      residence,
      'phường Thốt Nốt, quận Thốt Nốt',
      'split',
      ['ct-p-thot-not', 'ct-p-thuan-hung'],
    ],
    ['an event', { owner: 'commune', jurisdiction: 'event' }, 'xã Hòa An, Cần Thơ', 'event', []],
    ['land', { owner: 'commune', jurisdiction: 'land' }, 'xã Hòa An, Cần Thơ', 'land', []],
  ] as const)('is asked of the citizen: %s', (_, procedure, address, why, communes) => {
    const result = settledBy(procedure, address);
    expect(result).toMatchObject({ refusal: { code: 'commune-unclear', why } });
    expect(!result.ok && result.refusal).toMatchObject({
      communes: expect.arrayContaining([...communes]),
    });
  });

  it('is the one that the clerk names, of whatever', () => {
    for (const procedure of [residence, { owner: 'ct-nnmt' }])
      expect(settledBy(procedure, 'Ấp 3', { told: 'ct-x-hoa-an' })).toEqual({
        ok: true,
        value: 'ct-x-hoa-an',
      });
  });

  it.each(['ct-nnmt', 'hg-h-phung-hiep', 'nobody'])('is no commune: %s', (told) => {
    expect(settledBy(residence, 'xã Hòa An, Cần Thơ', { told })).toMatchObject({
      refusal: { code: 'commune-unclear', why: 'no-commune' },
    });
  });

  it.each([{ owner: 'ct-nnmt' }, { owner: 'commune', jurisdiction: 'any' } as const])(
    'is not asked of what no residence decides: %j',
    (procedure) => {
      expect(settledBy(procedure, 'Ấp 3')).toEqual({ ok: true, value: undefined });
    },
  );
});
