import { row } from '#edge/problems/row.ts';

/** Giao nhận: pouches, and who holds which paper. */
export const handoverProblems = {
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
} as const;
