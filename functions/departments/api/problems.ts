import { row } from '#edge/problems/row.ts';

/** The department’s desk. */
export const departmentsProblems = {
  'lease-stale': row(
    409,
    'Người khác đã nhận xử lý hồ sơ này',
    'Somebody else has leased this dossier since',
  ),
  'lease-expired': row(409, 'Hết thời gian giữ hồ sơ', 'The lease has expired'),
  'lease-not-held': row(409, 'Không giữ hồ sơ này', 'You do not hold the lease'),
  'manifest-mismatch': row(
    409,
    'Tệp đã mở không khớp với hồ sơ đã gửi',
    'The files you opened are not the files that were sent',
  ),
  'answer-day-invalid': row(
    422,
    'Hạn phải sau hôm nay và không quá 180 ngày',
    'The last day must lie after today and within 180 days',
  ),
  'supplement-runs': row(409, 'Chưa hết hạn trả lời', 'The citizen still has time to answer'),
  'payment-unknown': row(
    404,
    'Hồ sơ không chờ khoản nộp này',
    'The dossier does not wait for this payment',
  ),
  'payment-way-invalid': row(
    422,
    'Khoản này không nộp được theo cách đó',
    'This cannot be paid in that way',
  ),
  'payment-differs': row(
    422,
    'Số tiền khác với yêu cầu của cơ quan',
    'Another amount than the department asked for',
  ),
  'legs-unplanned': row(
    409,
    'Thủ tục liên thông chưa phân công cơ quan phối hợp',
    'The legs of this joint procedure are not planned yet',
  ),
  'no-deadline': row(409, 'Hồ sơ không có ngày hẹn trả', 'The dossier has no appointment'),
  'extension-too-late': row(
    409,
    'Phải xin lỗi và hẹn lại trước ngày hẹn ít nhất một ngày',
    'An extension must come at least a day before the appointment',
  ),
  'extension-repeated': row(
    409,
    'Chỉ được hẹn lại một lần; lần nữa cần lãnh đạo cho phép',
    'One extension only; another needs a leader and a reason',
  ),
  'extension-day-invalid': row(
    422,
    'Ngày hẹn lại phải là ngày làm việc, sau ngày hẹn cũ và trong thời hạn cho phép',
    'The new day must be a working day, later, and within the procedure’s own term again',
  ),
  'proposal-missing': row(409, 'Chưa có đề xuất để duyệt', 'There is no proposal to approve'),
  'agency-is-lead': row(
    422,
    'Cơ quan chủ trì không tự phối hợp với mình',
    'The lead agency does not assign to itself',
  ),
  'assignment-unknown': row(404, 'Không tìm thấy việc phối hợp', 'Assignment not found'),
  'assignment-of-another': row(
    403,
    'Việc phối hợp được giao cho cơ quan khác',
    'The assignment is another agency’s',
  ),
  'assignment-state': row(
    409,
    'Việc phối hợp không ở trạng thái cho phép bước này',
    "The assignment's state does not allow this step",
  ),
  'too-many-assignments': row(409, 'Quá nhiều việc phối hợp', 'Too many assignments'),
  'legs-planned': row(409, 'Liên thông đã được phân công', 'The legs are planned already'),
  'legs-unknown': row(
    422,
    'Thủ tục không quy định sẵn các bước liên thông, xin nêu rõ',
    'The procedure lists no legs: name them',
  ),
  'legs-open': row(
    409,
    'Còn cơ quan liên thông chưa hoàn thành',
    'A leg of the joint work is not settled yet',
  ),
  'consultations-open': row(
    409,
    'Còn cơ quan chưa trả lời và chưa hết hạn; xác nhận để vẫn quyết định',
    'An opinion is still awaited within its term: confirm to decide without it',
  ),
  'supplement-repeated': row(
    409,
    'Đã yêu cầu bổ sung trước đó; yêu cầu lần nữa bị tính là quá hạn',
    'Papers were asked for before; a second request counts as overdue, confirm to send it',
  ),
  'result-missing': row(409, 'Chưa có văn bản kết quả', 'No verified result document'),
  'reason-missing': row(422, 'Từ chối phải có lý do', 'A refusal needs its reason'),
} as const;
