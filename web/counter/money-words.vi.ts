import type { GiveBackKind } from '#functions/money/domain/give-back.ts';
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

const giveBackKinds = {
  refund: 'Hoàn tiền',
  reversal: 'Hủy phiếu thu',
  correction: 'Sửa phiếu thu gõ nhầm',
} satisfies Record<GiveBackKind, string>;

const giveBackHelp = {
  refund: 'Ghi số hoàn của từng khoản. Tiền ra khỏi ngăn khi người thứ hai xác nhận.',
  reversal: 'Trả lại toàn bộ phiếu thu. Tiền ra khỏi ngăn khi người thứ hai xác nhận.',
  correction: 'Ghi số thật đã thu. Không đồng nào ra khỏi ngăn.',
} satisfies Record<GiveBackKind, string>;

export const vi = {
  electronic,
  giveBackKinds,
  giveBackHelp,
  giveBack: 'Hoàn, hủy, sửa',
  giveBackKind: 'Việc',
  giveBackReason: 'Lý do',
  reasonMissing: 'Còn thiếu lý do.',
  signedBy: 'Người nhận tiền ký',
  signedHint: 'Họ tên người ký phiếu chi.',
  signedMissing: 'Còn thiếu tên người nhận tiền.',
  giveBackAct: 'Đề nghị',
  giveBackAsked: (number: string) => `Đã đề nghị cho ${number}. Người thứ hai xác nhận ở trang Ca.`,
  waitingGiveBacks: 'Hoàn, hủy, sửa chờ người thứ hai',
  noGiveBacks: 'Không có đề nghị nào chờ.',
  nothingCame: 'không thu khoản nào',
  signed: (name: string) => `${name} ký nhận`,
  confirmGiveBack: 'Xác nhận đề nghị này',
  confirmBeside: 'Người thứ hai đăng nhập và xác nhận đề nghị',
  confirmBesideHelp:
    'Người thứ hai đăng nhập bằng tài khoản của mình trong cửa sổ vừa mở, chỉ để xác nhận đề nghị này.',
  sameSignatory: 'Người xác nhận phải khác người đề nghị.',
  takeBackAsk: 'Rút đề nghị',
  refuseGiveBack: 'Từ chối đề nghị',
  giveBackDone: (number: string) => `Đã xác nhận cho ${number}. Người dân được nhắn tin.`,
  giveBackRefused: (number: string) => `Đề nghị cho ${number} không thực hiện.`,

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
