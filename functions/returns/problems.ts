import { type Problem, row } from '#edge/problems/row.ts';
import type { ReturnsRefusals } from './domain/refusals.ts';

/** Parcels and return orders. */
export const returnsProblems = {
  'courier-event-invalid': row(
    422,
    'Sự kiện vận chuyển không hợp lệ',
    'The courier event is invalid',
  ),
  'return-too-early': row(
    409,
    'Chưa đủ hai lần mời nhận cách nhau 2 ngày làm việc (TT 17/2017), chưa được chuyển hoàn',
    'Two invitations two working days apart come first; it may not go back yet',
  ),
  'receiver-not-authorised': row(
    422,
    'Người nhận không phải người nộp và không có giấy ủy quyền đã ghi nhận',
    'The receiver is neither the applicant nor authorised',
  ),
  'return-order-unknown': row(404, 'Không tìm thấy đơn gửi trả', 'Return order not found'),
  'return-order-exists': row(
    409,
    'Đã có đơn gửi trả cho mã hồ sơ này',
    'There is a return order for this dossier already',
  ),
  'return-office-unclear': row(
    422,
    'Địa chỉ không chỉ rõ bưu cục phát, xin chọn bưu cục',
    'The address names no single post office, please choose one',
  ),
} as const satisfies Record<keyof ReturnsRefusals, Problem>;
