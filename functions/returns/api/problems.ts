import { row } from '#edge/problems/row.ts';

/** Trả kết quả: parcels, orders, the carrier. */
export const returnsProblems = {
  'shipment-unknown': row(404, 'Không tìm thấy bưu gửi', 'Shipment not found'),
  'carrier-unknown': row(404, 'Không có đơn vị vận chuyển này', 'No such carrier'),
  'courier-event-invalid': row(
    422,
    'Sự kiện vận chuyển không hợp lệ',
    'The courier event is invalid',
  ),
  'waybills-exhausted': row(503, 'Hết số hiệu bưu gửi', 'The waybill pool is exhausted'),
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
  'result-under-way': row(
    409,
    'Kết quả đang trên đường phát, không có tại quầy',
    'The result is with the courier, not at the counter',
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
  'webhook-forged': row(401, 'Chữ ký không đúng', 'The signature does not verify'),
} as const;
