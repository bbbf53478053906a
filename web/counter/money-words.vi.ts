import type { Told } from '../api/ask.ts';

type Electronic = NonNullable<
  Told<'GET /v1/dossiers/{dossierId}/money'>['receipts'][number]['electronic']
>;

/** Biên lai điện tử beside a phiếu thu. */
const electronic = {
  pending: 'Biên lai điện tử đang phát hành',
  settled: 'Đã có biên lai điện tử',
  rejected: 'Biên lai điện tử bị từ chối',
} satisfies Record<Electronic['state'], string>;

export const vi = {
  electronic,
  title: 'Tiền của hồ sơ',
  outstanding: 'Còn phải nộp',
  stateFees: 'Phí, lệ phí',
  postage: 'Cước bưu chính',
  nothingOwed: 'Không còn khoản nào phải nộp.',
  lateRefund: (sum: string) =>
    `Trả kết quả muộn: phải hoàn ${sum} cước cho công dân (NĐ 47/2011 điều 25).`,
  receipts: 'Phiếu thu đã lập',
  none: 'Chưa thu khoản nào.',
  reversed: 'đã hủy',
  refunded: (sum: string) => `đã hoàn ${sum}`,
  printVoucher: 'In phiếu thu',
  openSheet: 'Mở phiếu thu vừa in',
  take: 'Thu tiền',
  takeHelp: 'Mỗi khoản ghi riêng, đúng số tiền mặt nhận của công dân.',
  asked: (sum: string) => `Cơ quan yêu cầu nộp ${sum}. Thu đúng số đó.`,
  forRequest: 'Thu theo yêu cầu nộp tiền của cơ quan',
  nothingTyped: 'Còn thiếu: ghi ít nhất một khoản.',
  amountFlaw: 'Ghi số đồng tròn trăm.',
  moreThanDue: 'Vì sao thu nhiều hơn số phải nộp',
  moreThanDueMissing: 'Còn thiếu lý do thu nhiều hơn.',
  takeAct: 'Thu, lập phiếu thu',
  taken: (number: string) => `Đã lập phiếu thu ${number}.`,
  noShift: 'Chưa mở ca.',
  openShift: 'Mở ca',
};

export type MoneyWords = typeof vi;
