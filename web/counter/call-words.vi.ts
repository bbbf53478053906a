import type { CallOutcome, CallReason } from '#functions/notifications/domain/unreached.ts';

const reason = {
  'no-receipt': 'Tin nhắn không có báo phát',
  undelivered: 'Tin nhắn không tới máy',
  failed: 'Không gửi được tin nhắn',
  unknown: 'Không rõ tin nhắn đã tới chưa',
  'no-mobile': 'Không có số di động',
} satisfies Record<CallReason, string>;

const outcome = {
  reached: 'Đã nói chuyện được',
  'not-reached': 'Gọi không được',
  'wrong-number': 'Nhầm số',
  'letter-sent': 'Đã gửi thư',
} satisfies Record<CallOutcome, string>;

export const vi = {
  reason,
  outcome,
  title: 'Gọi cho người dân',
  lead: 'Những người chưa tin nhắn nào tới được, lâu nhất trước. Mở hồ sơ để biết nói gì.',
  nobody: 'Không phải gọi ai: mọi tin nhắn đều đã tới.',
  open: 'Mở hồ sơ',
  noPhone: 'không có điện thoại, gửi thư',
  since: 'từ',
  result: 'Kết quả cuộc gọi',
  choose: '— chọn —',
  newPhone: 'Số đúng (nếu biết)',
  save: 'Ghi kết quả',
  saved: (outcomeWord: string) => `Đã ghi: ${outcomeWord}`,
  savedPhone: 'Đã sửa số; điều còn cần biết sẽ được nhắn lại.',
};

export type CallWords = typeof vi;
