import type { CorrectedField, CorrectionState } from '#domain/dossier/correction.ts';
import type { TakenOutWhy } from '#domain/scan/scan.ts';

const field = {
  name: 'họ tên',
  personalNumber: 'số giấy tờ',
  address: 'nơi cư trú',
  email: 'thư điện tử',
  owner: 'chủ hồ sơ',
} satisfies Record<CorrectedField, string>;

const state = {
  'in-force': 'đã sửa',
  'to-acknowledge': 'đã sửa, chờ cơ quan xác nhận đã thấy',
  acknowledged: 'cơ quan đã thấy',
  asked: 'chờ cơ quan trả lời: kết quả đã mang tên cũ',
  granted: 'cơ quan đồng ý',
  declined: 'cơ quan không đồng ý',
} satisfies Record<CorrectionState, string>;

const why = {
  'strangers-paper': 'giấy của người khác',
  'wrong-component': 'nhầm thành phần',
  'scanned-badly': 'quét hỏng',
  'scanned-twice': 'quét hai lần',
} satisfies Record<TakenOutWhy, string>;

export const vi = {
  field,
  state,
  why,
  title: 'Sửa sai sót, khiếu nại',
  reason: 'Vì sao sửa',
  reasonMissing: 'Còn thiếu lý do.',
  applicant: 'Sửa người nộp, chủ hồ sơ',
  applicantHelp: 'Chỉ sửa ô ghi sai. Giá trị trước và sau đều ở trong lịch sử.',
  name: 'Họ và tên đúng',
  personalNumber: 'Số giấy tờ đúng',
  address: 'Nơi cư trú đúng',
  ownerName: 'Tên chủ hồ sơ đúng',
  ownerNumber: 'Số của chủ hồ sơ đúng',
  ownerAddress: 'Địa chỉ chủ hồ sơ đúng',
  checked: 'Tôi đã so với giấy tờ tùy thân.',
  unchecked: 'Tên, số, chủ hồ sơ: phải so với giấy tờ tùy thân.',
  unchanged: 'Chưa sửa ô nào.',
  correct: 'Ghi sửa',
  papers: 'Đếm lại giấy tờ',
  papersHelp: 'Đếm lại được cho đến khi tiếp nhận, lập phiếu gửi hay cho vào túi.',
  copies: 'Loại',
  count: 'Số bản',
  countFlaw: 'Số bản từ 1 đến 99.',
  takeOut: 'Gỡ tệp quét nhầm',
  takeOutHelp: 'Tệp ra khỏi hồ sơ và không ai mở được nữa; bản gốc được giữ có khóa.',
  takeOutOf: (paper: string) => `Gỡ tệp: ${paper}`,
  takeOutWhy: 'Vì sao gỡ',
  choose: '— chọn —',
  takeOutAct: 'Gỡ tệp này',
  log: 'Đã sửa những gì',
  logHelp: 'Đọc danh sách này được ghi lại.',
  logShow: 'Xem các lần sửa',
  logNone: 'Chưa sửa gì.',
  was: (fieldWord: string, before: string, after: string) => `${fieldWord}: ${before} → ${after}`,
  nothing: '(không có)',
  logScan: (whyWord: string) => `Gỡ một tệp quét: ${whyWord}.`,
  logPapers: 'Đếm lại giấy tờ.',
  complain: 'Tiếp nhận khiếu nại dịch vụ bưu chính',
  complainHelp: 'Trả lời trong 5 ngày làm việc (trong tỉnh), 7 ngày (liên tỉnh): TT 17/2017.',
  complainAbout: 'Về việc',
  complainRoute: 'Tuyến',
  complainText: 'Người dân nói',
  complainMissing: 'Còn thiếu lời của người dân.',
  complainAct: 'Ghi khiếu nại',
  complained: (until: string) => `Đã ghi. Người dân được trả lời trước ${until}.`,
};

export type RightWords = typeof vi;
