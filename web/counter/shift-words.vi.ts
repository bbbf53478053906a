import type { ShiftState } from '#functions/money/domain/records.ts';
import type { Hint } from '#functions/money/domain/shift.ts';

const state = {
  open: 'đang mở',
  unconfirmed: 'chờ người thứ hai xác nhận',
  confirmed: 'đã chốt',
} satisfies Record<ShiftState, string>;

const hint = {
  'equals-movement': (receipt: string) =>
    `Đúng bằng phiếu thu ${receipt}: thu mà chưa ghi, hay ghi mà chưa thu?`,
  'twice-movement': (receipt: string) =>
    `Gấp đôi phiếu thu ${receipt}: có thể thu và trả bị ghi ngược.`,
  'one-note': (note: string) => `Đúng bằng một tờ ${note}: đếm sót, hay trả thừa một tờ?`,
  'digits-swapped': () => 'Chia hết cho 9: có thể gõ đảo hai chữ số.',
} satisfies Record<Hint['hint'], (what: string) => string>;

export const vi = {
  state,
  hint,
  title: 'Ca và quỹ tiền mặt',
  mine: 'Ngăn tiền của tôi',
  none: 'Chưa mở ca. Mở ca rồi mới thu tiền được.',
  float: 'Tiền đầu ca để trả lại (đồng)',
  floatHint: 'Tiền của bưu cục, không phải tiền thu.',
  open: 'Mở ca',
  amountFlaw: 'Ghi số đồng tròn trăm.',
  amountMissing: 'Còn thiếu số tiền.',
  since: (at: string) => `Mở lúc ${at}`,
  movements: (count: number) => `${count} lần thu, trả`,
  purses: 'Đã thu theo từng khoản',
  floatFact: 'Tiền đầu ca',
  dropped: 'Đã nộp bớt về két',
  cash: 'Tiền mặt phải có trong ngăn',
  drop: 'Nộp bớt về két',
  dropAmount: 'Số tiền nộp về két (đồng)',
  close: 'Chốt ca',
  closeHelp: 'Đếm từng mệnh giá; Enter xuống dòng dưới.',
  notes: 'Số tờ theo mệnh giá',
  small: 'Mệnh giá dưới 1.000 đ',
  counted: 'Đếm được',
  notAnAmount: 'Số tờ là số nguyên.',
  closeAct: 'Chốt ca',
  unbalanced: {
    short: (sum: string) => `Thiếu ${sum} so với sổ.`,
    over: (sum: string) => `Thừa ${sum} so với sổ.`,
  },
  recount: 'Xin đếm lại. Nếu vẫn lệch, ghi lý do rồi chốt; người thứ hai xác nhận.',
  explanation: 'Giải trình chênh lệch',
  explanationMissing: 'Còn thiếu giải trình.',
  absence: 'Vì sao đếm thay (người giữ ngăn vắng)',
  absenceMissing: 'Còn thiếu lý do đếm thay.',
  closeUnbalanced: 'Chốt ca có chênh lệch',
  closedBalanced: 'Đã chốt, khớp sổ. Tiền đã vào két.',
  waits: 'Chờ người thứ hai xác nhận chênh lệch',
  confirmHere: 'Người thứ hai đăng nhập và xác nhận',
  confirmWindow:
    'Người thứ hai đăng nhập bằng tài khoản của mình trong cửa sổ vừa mở. Phiên đó chỉ dùng cho một lần xác nhận này.',
  confirmMine: 'Xác nhận chênh lệch này',
  confirmed: 'Đã xác nhận. Tiền đã vào két.',
  sameSignatory: 'Người xác nhận phải khác người giữ ngăn và người đếm.',
  explained: 'Giải trình',
  office: 'Két và các ngăn của bưu cục',
  safe: 'Trong két, chưa nộp cơ quan',
  atDoors: 'Bưu tá đang giữ',
  difference: 'Chênh lệch chưa xử lý',
  openDrawers: 'Ngăn đang mở',
  noDrawers: 'Không có ngăn nào đang mở.',
  waitingDrawers: 'Ngăn chờ xác nhận',
  leftOpen: 'Ca bỏ ngỏ từ hôm trước',
  leftOpenHelp: 'Người giữ ngăn vắng: đồng nghiệp đếm, người thứ ba xác nhận.',
  countFor: 'Đếm thay',
  nameless: 'giao dịch viên',
  refresh: 'Đọc lại',
};

export type ShiftWords = typeof vi;
