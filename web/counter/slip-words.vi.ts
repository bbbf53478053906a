import type { ActKind, IntakeState, Why } from '../api/outbox/act.ts';
import type { SlipFlaw } from './slip.ts';

const flaw = {
  'not-a-temporary-number': 'Quét hoặc gõ số TAM-… in trên phiếu.',
  'check-digit-wrong': 'Số sai một chữ số: so lại với phiếu.',
  'time-unreadable': 'Chọn ngày và giờ.',
  'time-in-the-future': 'Giờ này chưa đến.',
  'number-used-here': 'Phiếu này đã ghi trên máy này rồi. Lấy phiếu khác.',
} satisfies Record<SlipFlaw, string>;

const state = {
  waiting: 'Chờ gửi',
  sending: 'Đang gửi',
  unknown: 'Chưa biết kết quả',
  stopped: 'Dừng lại, cần xem',
  discarded: 'Đã bỏ',
  done: 'Đã vào hệ thống',
} satisfies Record<IntakeState, string>;

const act = {
  enter: 'Nhập phiếu tạm',
  open: 'Mở hồ sơ',
  scan: 'Gửi tệp quét',
  accept: 'Tiếp nhận',
  'issue-slip': 'Lập giấy biên nhận',
  pack: 'Cho vào túi',
  unpack: 'Lấy khỏi túi',
  count: 'Kiểm đếm túi',
} satisfies Record<ActKind, string>;

/** What is known, and what happens now. */
const why = {
  'no-answer': 'Hệ thống chưa trả lời. Máy tự gửi lại, gửi bao nhiêu lần cũng chỉ là một.',
  busy: 'Hệ thống đang bận hoặc có lỗi. Máy tự gửi lại.',
  'signed-out': 'Phiên làm việc đã hết. Đăng nhập lại thì gửi tiếp.',
  checking: 'Tệp đã đến, hệ thống đang kiểm tra.',
  'too-old': 'Quá 30 ngày, không gửi nữa. Tra số phiếu ở màn hình Việc trước khi bỏ.',
  'address-dead': 'Chỗ nhận tệp đã hết hạn, máy xin chỗ khác.',
  needs: 'Không gửi, vì việc trước nó không xong.',
  refused: 'Hệ thống không nhận:',
  rejected: 'Hệ thống không nhận tệp:',
} satisfies Record<Why['kind'], string>;

export const vi = {
  flaw,
  state,
  act,
  why,
  slip: 'Phiếu tạm',
  slipHint: 'Chỉ dùng số in sẵn trên phiếu trong ngăn kéo. Đưa liên của công dân cho công dân.',
  number: 'Số phiếu',
  numberHint: 'Quét mã trên phiếu.',
  takenAt: 'Giờ nhận',
  takenAtHint: 'Để trống: bây giờ.',
  wasComplete: 'Giấy tờ đủ khi nhận',
  pages: 'Quét giấy tờ',
  pagesHint:
    'Tệp nằm trong trình duyệt máy này đến khi hệ thống có. Chưa quét được thì để sau, khi có mạng.',
  kept: (name: string) => `● ${name}: đã giữ trên máy`,
  remove: 'Bỏ',
  removeOf: (name: string) => `Bỏ tệp ${name}`,
  noSpace: 'Trình duyệt hết chỗ, tệp chưa được giữ. Giữ giấy lại, quét sau.',
  full: 'Trình duyệt hết chỗ: chưa ghi được. Điều đã nhập vẫn còn; viết phiếu bằng tay.',
  take: 'Ghi phiếu tạm',
  wanted: 'Nhập phiếu tạm',
  unwanted: 'Bỏ phiếu tạm, nhận bình thường',
  lineDown: 'Mất mạng. Vẫn nhận hồ sơ được, bằng phiếu tạm in sẵn.',
  taken: (number: string) =>
    `Đã ghi phiếu ${number} trên máy này. Máy tự gửi khi có mạng; ngày hẹn và giấy tiếp nhận có sau đó.`,
  later: 'Tiền và ngày hẹn tính khi có mạng.',
  handOver: 'Để máy tự gửi, nhận người khác',
  title: 'Chờ gửi',
  lead: 'Hồ sơ còn nằm trên máy này. Đừng xóa dữ liệu trình duyệt khi danh sách chưa trống.',
  empty: 'Không còn gì chờ gửi. Mất mạng thì nhận tiếp ở màn hình Nhận hồ sơ, bằng phiếu tạm.',
  sendNow: 'Gửi ngay',
  takenOn: 'Ghi lúc',
  opened: 'Hồ sơ đã gửi, chưa biết kết quả',
  openPouch: 'Mở túi',
  mayBeThere: 'Có thể đã đến hệ thống.',
  correct: 'Sửa rồi gửi lại',
  discard: 'Bỏ',
  discardAsk: 'Bỏ hồ sơ này khỏi máy?',
  discardHelp:
    'Điều đã nhập và tệp quét sẽ mất. Giữ phiếu giấy trong ngăn kéo, ghi hủy phiếu khi quyết toán.',
  word: 'Lý do',
  wordMissing: 'Chưa ghi lý do.',
  openDossier: 'Mở hồ sơ',
  printReceipt: 'Mở hồ sơ, in giấy tiếp nhận',
  forget: 'Xong',
  stay: 'Giữ lại',
  discardedBecause: 'Lý do bỏ',
};

export type SlipWords = typeof vi;
