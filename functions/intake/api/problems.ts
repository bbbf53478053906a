import { row } from '#edge/problems/row.ts';

/** Nhận hồ sơ: the counter, its scans and its slips, and the calendar of dates. */
export const intakeProblems = {
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
} as const;
