import { describe, expect, it } from 'vitest';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { slipForm } from '#functions/forms/application/slip-form.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import { aDossier, anApplicant, monday9 } from '#test/support/dossiers.ts';
import { provinceCatalogue } from '#test/support/province.ts';

const slipped: Dossier = {
  ...aDossier('registered'),
  slip: {
    number: 'RG100000003VN',
    agency: 'ct-nnmt',
    issuedAt: monday9,
    handoverBy: monday9,
    manifestHash: 'b'.repeat(64),
  },
};

const printed = (change: { email?: string; agency?: Partial<Agency> } = {}) => {
  const agency = provinceCatalogue.agency('ct-nnmt');
  const catalogue = {
    ...provinceCatalogue,
    agency: () => agency && { ...agency, ...change.agency },
  };
  const applicant = { ...anApplicant, ...(change.email && { email: change.email }) };
  return JSON.stringify(
    slipForm({ dossier: slipped, applicant, catalogue, reprint: 0 as Reprint }, 'url'),
  );
};

/** TT 17/2017/TT-BTTTT điều 8, 9(2); NĐ 47/2011/NĐ-CP điều 25; QĐ 45/2016/QĐ-TTg điều 14, 16(5). */
describe('the phiếu gửi', () => {
  it.each([
    ['the sender’s e-mail', { email: 'anh@example.vn' }, 'anh@example.vn'],
    ['that there is none', {}, '"Thư điện tử","không có"'],
    ['the receiver’s telephone', { agency: { phone: '0292 3123 456' } }, '0292 3123 456'],
    ['the receiver’s e-mail', { agency: { email: 'so@cantho.gov.vn' } }, 'so@cantho.gov.vn'],
    ['what the catalogue does not know', {}, 'chưa có trong danh mục'],
    ['the way of payment', {}, 'Phương thức thanh toán'],
    ['the quality of service', {}, 'Chất lượng dịch vụ: giao cơ quan chậm nhất'],
    ['rights and duties', {}, 'không đòi thêm giấy tờ'],
    ['four times the postage for a loss', {}, 'ít nhất 4 lần cước'],
    ['the postage back when late', {}, 'hoàn cước'],
    ['within how many days a complaint is answered', {}, '5 ngày làm việc (nội tỉnh), 7'],
  ] as const)('says %s', (_, change, said) => expect(printed(change)).toContain(said));

  it('is none before there is a slip', () =>
    expect(
      slipForm(
        {
          dossier: aDossier('registered'),
          applicant: anApplicant,
          catalogue: provinceCatalogue,
          reprint: 0 as Reprint,
        },
        'url',
      ),
    ).toBeUndefined());
});
