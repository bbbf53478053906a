import type { Role } from '#domain/actor/actor.ts';
import type { CopyKind } from '#domain/custody/paper.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { PurseName } from '#domain/money/purses.ts';

/** What a dossier is, in one to four words. */
const status = {
  registered: 'Mới đăng ký',
  accepted: 'Đã tiếp nhận',
  'not-accepted': 'Không tiếp nhận',
  'in-progress': 'Đang xử lý',
  'supplement-requested': 'Chờ bổ sung',
  'payment-requested': 'Chờ nộp tiền',
  'withdrawal-requested': 'Xin rút',
  stopped: 'Dừng xử lý',
  decided: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
} satisfies Record<CaseStatus, string>;

const role = {
  clerk: 'Giao dịch viên',
  courier: 'Bưu tá',
  officer: 'Chuyên viên',
  leader: 'Lãnh đạo',
  supervisor: 'Giám sát',
} satisfies Record<Role, string>;

const copyKind = {
  original: 'bản chính',
  certified: 'chứng thực',
  photocopy: 'photo',
} satisfies Record<CopyKind, string>;

/** Bốn khoản, không bao giờ cộng lại. */
const purse = {
  charge: 'Lệ phí',
  fee: 'Phí',
  postage: 'Cước bưu chính',
  cod: 'Thu hộ',
} satisfies Record<PurseName, string>;

/** Words that more than one screen of staff needs. */
export const vi = {
  status,
  role,
  copyKind,
  purse,
  appName: 'Hồ sơ qua bưu điện',
  toContent: 'Đến nội dung',
  language: 'English',
  noAnswer: 'Không có mạng, hoặc hệ thống không trả lời.',
  noAnswerHelp: 'Điều đã nhập vẫn còn. Thử lại khi có mạng.',
  again: 'Thử lại',
  request: 'Mã yêu cầu',
  waiting: 'Đang mở…',
  close: 'Đóng',
  dueAt: 'Hẹn trả',
  overdue: 'Quá hạn',
  more: 'Xem thêm',
  purseColumn: 'Khoản',
  sumColumn: 'Số tiền',
  back: 'Thôi',
  loginAgain: 'Mở lại cửa sổ đăng nhập',
  loginRefused: 'Đăng nhập không được. Xin thử lại.',
  secondNeedsLine: 'Cần có mạng để người thứ hai đăng nhập.',
};

export type KitWords = typeof vi;
