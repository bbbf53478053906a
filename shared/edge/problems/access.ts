import { row } from './row.ts';

/** Citizens’ access, forms, calls, the portal, and what any request may meet. */
export const accessProblems = {
  'tracking-denied': row(
    404,
    'Mã hồ sơ hoặc mã tra cứu không đúng',
    'Code or tracking secret is wrong',
  ),
  'otp-denied': row(
    401,
    'Mã xác nhận không đúng, đã dùng hoặc đã hết hạn',
    'The one-time code is wrong, used or expired',
  ),
  'session-invalid': row(
    401,
    'Phiên tra cứu không hợp lệ hoặc đã hết hạn',
    'The tracking session is not valid or has expired',
  ),
  'anchor-unknown': row(404, 'Chưa có dấu neo của ngày này', 'No anchor of that day'),
  'too-many-tries': row(429, 'Thử quá nhiều lần', 'Too many tries'),
  'idempotency-key-reused': row(
    422,
    'Khóa chống gửi lặp đã dùng cho yêu cầu khác',
    'This Idempotency-Key was used for another request',
  ),
  'book-part-unknown': row(404, 'Sổ không có phần này', 'The book has no such part'),
  'form-unknown': row(404, 'Không có mẫu này', 'No such form'),
  'form-not-available': row(409, 'Chưa in được mẫu này', 'The form is not available yet'),
  'call-unknown': row(404, 'Không có cuộc gọi này', 'No such call to make'),
  'call-settled': row(
    409,
    'Cuộc gọi này đã có kết quả khác',
    'This call was settled with another outcome',
  ),
  'national-copy-unknown': row(
    404,
    'Hồ sơ chưa có trên Cổng dịch vụ công quốc gia',
    'The dossier has no national copy',
  ),
  'portal-unavailable': row(
    503,
    'Cổng dịch vụ công quốc gia không trả lời hoặc chưa được cấu hình',
    'The national portal does not answer, or no account is configured',
  ),
  'contact-unchanged': row(409, 'Số điện thoại không đổi', 'That is the number already'),
  'changed-meanwhile': row(
    503,
    'Hệ thống đang bận, xin thử lại',
    'Too much contention, please try again',
  ),
} as const;
