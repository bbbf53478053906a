import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { dongInWords } from '#domain/money/in-words.ts';
import { isNothing, type PurseName, purseNames } from '#domain/money/purses.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { ElectronicReceipt } from '#functions/money/domain/electronic-receipt.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import type { FormSource } from './wording.ts';

interface Source extends FormSource {
  readonly receipt: ReceiptRecord;
  /** Of its phí and lệ phí, as far as it has come. */
  readonly electronic?: ElectronicReceipt | undefined;
}

/**
 * Phiếu thu as the payer takes it home: four kinds of money in four lines, and no sum of them, because they
 * belong to three owners (domain §10.7). It is no biên lai: that is electronic, with a sign, a number by the
 * year and the tax code of the agency that collects (NĐ 254/2026 art. 22–27), and comes from the agency or
 * under its mandate. Postage stands apart: its invoice is the post's own.
 */
export const receiptVoucherForm = (source: Source): OfficialForm => {
  const { dossier, applicant, catalogue, receipt, reprint } = source;
  return {
    source: 'Phiếu thu của bưu điện',
    title: 'Phiếu thu',
    ...(receipt.isReversed && { subtitle: 'ĐÃ HỦY — không có giá trị thanh toán' }),
    paper: 'A5',
    agency: 'Bưu điện',
    unit: catalogue.office(receipt.office)?.name ?? receipt.office,
    number: receipt.number,
    barCode: receipt.number,
    printedFor: receipt.takenAt,
    reprint,
    blocks: [
      {
        fields: [
          ['Người nộp', applicant.name],
          ['Địa chỉ', applicant.address],
          ['Hồ sơ', paperNumberOf(dossier) ?? dossier.id],
          ['Nội dung', procedureName(source)],
          ['Thu lúc', formatInstant(receipt.takenAt)],
          ['Hình thức', 'Tiền mặt'],
        ],
      },
      ...linesOf(source),
      ...givenBack(receipt),
      { text: noBienLai(source), style: 'italic' },
    ],
    signers: [
      { title: 'NGƯỜI NỘP TIỀN', name: applicant.name },
      { title: 'NGƯỜI THU TIỀN', name: '' },
    ],
  };
};

/** The paper is none and stays none; once there is one, it says under which number to find it. */
const noBienLai = ({ electronic }: Source): string => {
  const standing = electronic?.standing;
  const where = standing
    ? `Biên lai điện tử đã lập: mẫu ${standing.form}, ký hiệu ${standing.sign}, số ${String(standing.number).padStart(8, '0')}.`
    : 'Biên lai điện tử do cơ quan thu phí, lệ phí lập và gửi.';
  return `Phiếu này xác nhận bưu điện đã nhận tiền, không phải biên lai thu phí, lệ phí và không phải hóa đơn. ${where}`;
};

const procedureName = ({ dossier, catalogue }: Source): string => {
  const { code, version } = dossier.procedure;
  return `${catalogue.procedureVersion(code, version)?.name ?? ''} (${code})`;
};

const names: Readonly<Record<PurseName, string>> = {
  fee: 'Phí',
  charge: 'Lệ phí',
  postage: 'Cước bưu chính',
  cod: 'Thu hộ',
};

/** What goes to others, then what is the post's: two tables, and a sum in neither. */
const linesOf = ({ receipt, catalogue }: Source): readonly FormBlock[] => {
  const agency = catalogue.agency(receipt.agency)?.name ?? receipt.agency;
  const owners: Readonly<Record<PurseName, string>> = {
    fee: `Ngân sách, qua ${agency}`,
    charge: `Ngân sách, qua ${agency}`,
    postage: 'Bưu điện',
    cod: agency,
  };
  const table = (title: string, purses: readonly PurseName[]): FormBlock => ({
    columns: [
      { title, share: 16 },
      { title: 'Của', share: 27 },
      { title: 'Số tiền', share: 18 },
      { title: 'Bằng chữ', share: 39 },
    ],
    rows: purses.map((name) => [
      names[name],
      owners[name],
      formatDong(receipt.taken[name]),
      dongInWords(receipt.taken[name]),
    ]),
  });
  const taken = purseNames.filter((name) => receipt.taken[name] > 0);
  const others = taken.filter((name) => name !== 'postage');
  return [
    ...(others.length > 0 ? [table('Thu cho cơ quan', others)] : []),
    ...(taken.includes('postage') ? [table('Cước', ['postage'])] : []),
  ];
};

const givenBack = ({ refunded, isReversed }: ReceiptRecord): readonly FormBlock[] => {
  if (isReversed) return [{ text: 'Phiếu thu đã hủy; tiền đã trả lại người nộp.', style: 'bold' }];
  if (isNothing(refunded)) return [];
  const back = purseNames
    .filter((name) => refunded[name] > 0)
    .map((name) => `${names[name].toLowerCase()} ${formatDong(refunded[name])}`);
  return [{ text: `Đã hoàn trả: ${back.join(', ')}.`, style: 'bold' }];
};
