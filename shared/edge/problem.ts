import type { Refusal } from '#domain/refusal.ts';

export interface Problem {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}

/** What the edge itself refuses, before any use case is asked. */
export type EdgeCode =
  | 'body-not-json'
  | 'body-too-large'
  | 'request-invalid'
  | 'idempotency-key-missing'
  | 'token-missing'
  | 'role-missing'
  | 'route-unknown'
  | 'defect';

/** Every refusal has its row: a new code without one does not compile. */
export const problems = {
  'dossier-unknown': row(404, 'Không tìm thấy hồ sơ', 'Dossier not found'),
  'procedure-unknown': row(422, 'Không có thủ tục này', 'No such procedure'),
  'procedure-not-found': row(404, 'Không tìm thấy thủ tục', 'Procedure not found'),
  'procedure-not-in-force': row(422, 'Thủ tục không còn hiệu lực', 'Procedure not in force'),
  'agency-unknown': row(422, 'Không có cơ quan này', 'No such agency'),
  'office-unknown': row(422, 'Không có bưu cục này', 'No such post office'),
  'component-unknown': row(
    422,
    'Thành phần không thuộc thủ tục',
    'Component not part of the procedure',
  ),
  'component-missing': row(
    422,
    'Thiếu thành phần hồ sơ bắt buộc',
    'A required component is missing',
  ),
  'component-unscanned': row(409, 'Còn thành phần chưa được quét', 'A component has no scan'),
  'pages-uncounted': row(
    422,
    'Còn thành phần chưa đếm số trang',
    'Pages of a component not counted',
  ),
  'scan-unknown': row(404, 'Không tìm thấy bản quét', 'Scan not found'),
  'page-unknown': row(404, 'Không có trang này', 'No such page'),
  'scan-unverified': row(409, 'Còn bản quét chưa kiểm tra xong', 'A scan is not verified yet'),
  'scan-not-readable-yet': row(409, 'Bản quét chưa được kiểm tra', 'The scan is not verified'),
  'too-many-scans': row(409, 'Quá nhiều bản quét', 'Too many scans'),
  'step-not-allowed': row(
    409,
    'Trạng thái hồ sơ không cho phép bước này',
    "The dossier's status does not allow this step",
  ),
  'amendment-unknown': row(404, 'Không có lần sửa lịch này', 'No such calendar amendment'),
  'amendment-confirmed': row(409, 'Lần sửa lịch đã có hiệu lực', 'The amendment is in force'),
  'amendment-empty': row(
    422,
    'Có ngày đã như đề nghị; không có gì để sửa',
    'A day is already what the change makes of it',
  ),
  'calendar-missing': row(
    503,
    'Chưa có lịch làm việc của năm này',
    'No working calendar for that year',
  ),
  'intake-mode': row(
    409,
    'Hình thức tiếp nhận của hồ sơ không cho phép bước này',
    "The dossier's way of intake does not allow this step",
  ),
  'temporary-blocks-open': row(
    409,
    'Bưu cục còn quá nhiều dải số tạm chưa đóng',
    'The post office has too many blocks of temporary numbers open',
  ),
  'temporary-block-size': row(422, 'Dải số tạm quá lớn', 'The block is too large'),
  'temporary-block-unknown': row(404, 'Không có dải số tạm này', 'No such block'),
  'temporary-block-closed': row(409, 'Dải số tạm đã đóng', 'The block is closed'),
  'temporary-block-used-up': row(
    409,
    'Dải số tạm không còn phiếu trắng',
    'The block has no blank slip left',
  ),
  'temporary-number-unknown': row(
    404,
    'Bưu cục không có số tạm này',
    'The post office has no such temporary number',
  ),
  'temporary-number-used': row(
    409,
    'Số tạm đã được nhập thành hồ sơ khác',
    'The temporary number has become another dossier',
  ),
  'temporary-number-void': row(409, 'Phiếu tạm này đã hủy', 'This slip is void'),
  'temporary-number-returned': row(
    409,
    'Phiếu tạm này đã nộp lại khi còn trắng',
    'This slip was returned blank when its block was closed',
  ),
  'slips-not-blank': row(
    422,
    'Có phiếu khai là trắng nhưng đã dùng, đã hủy hoặc không thuộc dải',
    'A slip that is said to be blank is used, void or of another block',
  ),
  'slips-missing': row(
    409,
    'Còn phiếu tạm chưa rõ ở đâu; cần giải trình để đóng dải',
    'Slips are unaccounted for; the block closes with an explanation only',
  ),
  'taken-time-invalid': row(
    422,
    'Thời điểm nhận trên phiếu tạm không hợp lệ',
    'The papers cannot have been taken at that time',
  ),
  'sender-unknown': row(
    404,
    'Bưu cục chưa có hồ sơ nào của người này',
    'The post office has no dossier of this sender',
  ),
  'slip-issued': row(409, 'Hồ sơ đã có phiếu gửi', 'The dossier has its slip already'),
  'pouch-unknown': row(404, 'Không tìm thấy túi hồ sơ', 'Pouch not found'),
  'pouch-ends': row(
    422,
    'Túi hồ sơ đi giữa bưu cục và cơ quan',
    'A pouch goes between a post office and an agency',
  ),
  'pouch-wrong-way': row(
    409,
    'Hồ sơ không đi theo túi này',
    'The dossier does not go where this pouch goes',
  ),
  'pouch-state': row(
    409,
    'Trạng thái túi hồ sơ không cho phép bước này',
    "The pouch's state does not allow this step",
  ),
  'pouch-full': row(409, 'Túi hồ sơ đã đầy', 'The pouch is full'),
  'pouch-empty': row(409, 'Túi hồ sơ chưa có hồ sơ nào', 'The pouch is empty'),
  'papers-packed': row(409, 'Giấy tờ đã nằm trong túi', 'The papers are in a pouch'),
  'nothing-owed': row(
    409,
    'Không còn giấy tờ nào phải trả cho công dân',
    'The citizen is owed no papers any more',
  ),
  'papers-elsewhere': row(409, 'Giấy tờ không ở đây', 'The papers are not here'),
  'old-papers-unstated': row(
    422,
    'Chưa ghi giấy tờ cũ nào đã thu hồi, giấy tờ nào chưa và lý do',
    'It is not said which old papers were taken back, or why not',
  ),
  'old-papers-differ': row(
    422,
    'Giấy tờ thu hồi không đúng với danh mục phải thu hồi',
    'The old papers are not those that are to be taken back',
  ),
  'old-papers-demanded': row(
    409,
    'Thủ tục yêu cầu nộp lại giấy tờ cũ trước khi trả kết quả',
    'The procedure demands the old papers before the result is handed over',
  ),
  'seal-mismatch': row(409, 'Số niêm phong không khớp', 'The seal has another number'),
  'same-signatory': row(
    403,
    'Bên giao và bên nhận phải là hai người',
    'Giver and receiver must be two persons, each for their side',
  ),
  'giver-unsigned': row(409, 'Bên giao chưa ký', 'The giver has not signed yet'),
  'count-incomplete': row(
    422,
    'Mỗi hồ sơ trong túi phải được kiểm đếm đúng một lần',
    'Each line of the manifest needs exactly one verdict',
  ),
  'count-incoherent': row(
    422,
    'Kết luận không khớp với số giấy tờ đã đếm',
    'The verdict does not fit what was counted',
  ),
  'count-changed': row(
    409,
    'Kết quả kiểm đếm đã thay đổi, xin xem lại trước khi ký',
    'The count has changed: look again before you sign',
  ),
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
  'queue-group-unknown': row(422, 'Không có nhóm dịch vụ này', 'No such group of services'),
  'queue-full': row(409, 'Hàng chờ đã đầy', 'The queue is full'),
  'queue-empty': row(409, 'Không còn ai chờ', 'Nobody is waiting'),
  'counter-busy': row(
    409,
    'Quầy đang phục vụ một số khác',
    'The counter is serving another number',
  ),
  'ticket-unknown': row(404, 'Không tìm thấy số thứ tự', 'Ticket not found'),
  'ticket-not-served': row(
    409,
    'Số thứ tự này không ở quầy nào',
    'The ticket is at no counter now',
  ),
  'ticket-called-too-few': row(
    409,
    'Chưa gọi đủ số lần để ghi vắng mặt',
    'Not called often enough to count as absent',
  ),
  'dossier-before-ticket': row(
    409,
    'Hồ sơ có trước khi gọi số này',
    'The dossier was registered before the ticket was called',
  ),
  'dossier-has-ticket': row(
    409,
    'Hồ sơ đã gắn với số thứ tự khác',
    'The dossier belongs to another ticket',
  ),
  'reason-unknown': row(422, 'Không có lý do này trong danh mục', 'No such reason in the list'),
  'rating-too-early': row(
    409,
    'Hồ sơ chưa kết thúc nên chưa thể đánh giá',
    'The dossier has not ended yet and cannot be rated',
  ),
  'already-rated': row(409, 'Hồ sơ đã được đánh giá', 'The dossier has been rated'),
  'figures-unknown': row(404, 'Không có số liệu này', 'No such figures'),
  'month-open': row(
    409,
    'Số liệu chỉ công bố khi tháng đã hết',
    'Figures are shown once the month is over',
  ),
  'amount-invalid': row(422, 'Số tiền không hợp lệ', 'Not an amount of money'),
  'receipt-used': row(409, 'Số biên lai đã dùng', 'The receipt number is used'),
  'receipt-unknown': row(404, 'Không tìm thấy biên lai', 'Receipt not found'),
  'receipt-remitted': row(
    409,
    'Tiền của biên lai đã nộp cơ quan',
    'The money of this receipt is with the agency',
  ),
  'receipt-bound': row(
    409,
    'Hồ sơ đang giải quyết trên khoản đã nộp này',
    'The dossier goes on because this was paid',
  ),
  'receipt-refunded': row(409, 'Biên lai đã hoàn tiền', 'Money of this receipt was given back'),
  'hand-in-too-large': row(
    409,
    'Nộp nhiều hơn số đã thu khi phát',
    'More than was collected at the door and not handed in yet',
  ),
  'door-money-unknown': row(
    404,
    'Không có tiền thu khi phát này',
    'No such money was collected at a door',
  ),
  'cod-apart': row(
    422,
    'Thu hộ cho cơ quan khác phải có biên lai riêng',
    'What is collected for another agency has a receipt of its own',
  ),
  'refund-too-large': row(
    422,
    'Số hoàn lớn hơn số còn lại của biên lai',
    'More than is left of the receipt',
  ),
  'drawer-short': row(409, 'Ngăn tiền không đủ', 'The drawer does not hold that'),
  'safe-short': row(409, 'Két không đủ', 'The safe does not hold that'),
  'shift-open': row(409, 'Đã có ca đang mở', 'A shift is open already'),
  'shift-unknown': row(409, 'Chưa mở ca', 'There is no open shift'),
  'shift-closed': row(409, 'Ca đã chốt', 'The shift is closed'),
  'shift-full': row(409, 'Ca đã quá nhiều giao dịch, xin chốt ca', 'Close the shift: it is full'),
  'shift-recounted': row(
    409,
    'Tiền trong ca đã được đếm lại',
    'The drawer was counted again in between',
  ),
  'nothing-to-settle': row(
    409,
    'Không còn chênh lệch để xử lý',
    'There is no difference to settle',
  ),
  'nothing-to-remit': row(409, 'Không có khoản nào phải nộp', 'There is nothing to remit'),
  'remittance-too-long': row(409, 'Bảng kê quá dài', 'The remittance lists too many receipts'),
  'remittance-unknown': row(404, 'Không tìm thấy bảng kê nộp tiền', 'Remittance not found'),
  'remittance-received': row(409, 'Cơ quan đã xác nhận nhận đủ', 'The agency has received this'),
  'shift-unbalanced': row(409, 'Tiền đếm được không khớp với sổ', 'The drawer does not balance'),
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
  'body-not-json': row(400, 'Nội dung không phải JSON', 'The body is not JSON'),
  'body-too-large': row(413, 'Nội dung quá lớn', 'The body is too large'),
  'request-invalid': row(400, 'Yêu cầu không hợp lệ', 'The request is invalid'),
  'idempotency-key-missing': row(
    400,
    'Thiếu hoặc sai Idempotency-Key',
    'Idempotency-Key is missing or malformed',
  ),
  'token-missing': row(401, 'Chưa đăng nhập', 'Not signed in'),
  'role-missing': row(403, 'Không có quyền', 'Not permitted'),
  'route-unknown': row(404, 'Không có đường dẫn này', 'No such route'),
  defect: row(500, 'Lỗi hệ thống', 'Internal error'),
} as const satisfies Record<Refusal['code'] | EdgeCode, Problem>;

function row(status: number, vi: string, en: string): Problem {
  return { status, vi, en };
}

export type ProblemCode = keyof typeof problems;

/** `type` of a problem: stable, part of the API (RFC 9457). */
export const problemType = (code: ProblemCode): string => `urn:problem:post-counter:${code}`;

/** A problem+json document: Vietnamese title first, English beside it, the refusal's own fields. */
export const problemDocument = (
  code: ProblemCode,
  details: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> & { readonly status: number } => {
  const { code: _, ...fields } = details;
  const { status, vi, en } = problems[code];
  return { type: problemType(code), title: vi, titleEn: en, ...fields, code, status };
};
