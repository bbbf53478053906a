import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { isNothing, type PurseName, purseNames } from '#domain/money/purses.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import { dongInWords } from '#functions/forms/domain/in-words.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import type { FormSource } from './wording.ts';

interface Source extends FormSource {
  readonly receipt: ReceiptRecord;
}

/**
 * Biên lai thu phí, lệ phí as the payer takes it home: four kinds of money in four lines, and no sum of
 * them, because they belong to three owners (domain §10.7). The source is a guess: NĐ 123/2020 art. 30
 * names what a biên lai must say; a province's finance office may ask for a form of its own.
 */
export const receiptVoucherForm = (source: Source): OfficialForm => {
  const { dossier, applicant, catalogue, receipt, reprint } = source;
  return {
    source: 'Biên lai thu phí, lệ phí (NĐ 123/2020/NĐ-CP điều 30)',
    title: 'Biên lai thu phí, lệ phí',
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
      linesOf(source),
      ...givenBack(receipt),
    ],
    signers: [
      { title: 'NGƯỜI NỘP TIỀN', name: applicant.name },
      { title: 'NGƯỜI THU TIỀN', name: '' },
    ],
  };
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

const linesOf = ({ receipt, catalogue }: Source): FormBlock => {
  const agency = catalogue.agency(receipt.agency)?.name ?? receipt.agency;
  const owners: Readonly<Record<PurseName, string>> = {
    fee: `Ngân sách, qua ${agency}`,
    charge: `Ngân sách, qua ${agency}`,
    postage: 'Bưu điện',
    cod: agency,
  };
  return {
    columns: [
      { title: 'Khoản thu', share: 16 },
      { title: 'Của', share: 27 },
      { title: 'Số tiền', share: 18 },
      { title: 'Bằng chữ', share: 39 },
    ],
    rows: purseNames
      .filter((name) => receipt.taken[name] > 0)
      .map((name) => [
        names[name],
        owners[name],
        formatDong(receipt.taken[name]),
        dongInWords(receipt.taken[name]),
      ]),
  };
};

const givenBack = ({ refunded, isReversed }: ReceiptRecord): readonly FormBlock[] => {
  if (isReversed) return [{ text: 'Biên lai đã hủy; tiền đã trả lại người nộp.', style: 'bold' }];
  if (isNothing(refunded)) return [];
  const back = purseNames
    .filter((name) => refunded[name] > 0)
    .map((name) => `${names[name].toLowerCase()} ${formatDong(refunded[name])}`);
  return [{ text: `Đã hoàn trả: ${back.join(', ')}.`, style: 'bold' }];
};
