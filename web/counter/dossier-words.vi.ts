import type { FormName } from './form-name.ts';
import type { Unfit } from './scan-file.ts';
import type { ScanState } from './send-scan.ts';

type Step = Extract<ScanState, { step: 'sending' | 'checking' }>['step'];

const unfit = {
  heic: 'Ảnh HEIC của iPhone chưa đọc được: Cài đặt › Camera › Định dạng › Tương thích nhất, rồi chụp lại.',
  'media-type': 'Chỉ nhận PDF, JPEG, PNG, TIFF, WebP.',
  'too-large': 'Tệp quá lớn: quét 200–300 dpi, hoặc chia thành nhiều tệp.',
  empty: 'Tệp rỗng: quét lại.',
} satisfies Record<Unfit, string>;

const step = {
  sending: '○ Đang gửi…',
  checking: '◐ Đang kiểm tra…',
} satisfies Record<Step, string>;

const form = {
  'receipt.pdf': 'Giấy tiếp nhận',
  'slip.pdf': 'Phiếu gửi',
  'supplement.pdf': 'Phiếu yêu cầu bổ sung',
  'refusal.pdf': 'Phiếu từ chối',
  'control.pdf': 'Phiếu kiểm soát',
} satisfies Record<FormName, string>;

export const vi = {
  unfit,
  step,
  form,
  scan: { good: '● Đạt', amber: '◆ Dùng được, nên xem lại', bad: '■ Không dùng được' },
  scans: 'Bản quét',
  scanHint: 'Kéo tệp thả vào dòng, hoặc bấm Chọn tệp; trên điện thoại thì chụp ngay.',
  give: 'Chọn tệp',
  oneMore: 'Thêm tệp',
  giveOf: (paper: string) => `Chọn tệp: ${paper}`,
  inBatch: '● Có trong tập quét',
  pages: (count: number) => `${count} trang`,
  noNumber: 'Hồ sơ chưa có mã',
  due: 'Hẹn trả',
  provisional: 'dự kiến',
  handoverBy: 'Chuyển giấy trước',
  applicant: 'Người nộp',
  owner: 'Chủ hồ sơ',
  papers: 'Giấy tờ đã nhận',
  fees: 'Phí, lệ phí',
  postage: 'Cước',
  at: 'Bưu cục',
  agency: 'Cơ quan giải quyết',
  lookedUp: 'đã tra cơ sở dữ liệu',
  supplements: 'Giấy tờ phải bổ sung',
  answerBy: 'Công dân trả lời trước',
  warned: 'Đã hướng dẫn',
  earlier: 'Người này đã nộp cùng thủ tục ở đây:',
  accept: 'Tiếp nhận và in',
  slip: 'Lập phiếu gửi và in',
  receive: 'Nhận bổ sung',
  unscanned: (count: number) => `Còn ${count} thành phần chưa có bản quét đạt.`,
  accepted: 'Đã tiếp nhận',
  slipped: 'Đã lập phiếu gửi',
  received: 'Đã nhận bổ sung',
  why: 'Vì sao ngày này',
  print: 'In lại',
  openSheet: 'Mở bản in',
  another: 'Nhận hồ sơ mới',
  series: 'Các hồ sơ của cùng người nộp',
  nth: (n: number, of: number) => `Hồ sơ ${n} / ${of}`,
  seriesState: { here: 'đang xem', done: 'xong', open: 'chưa xong' },
  nextInSeries: (n: number, of: number) => `Hồ sơ tiếp theo: ${n} / ${of}`,
  refusedInSeries: (count: number) => `Còn ${count} hồ sơ chưa mở được: sửa`,
  corrected: 'Đã sửa, cả trước và sau đều ở trong lịch sử.',
  withdraw: 'Công dân rút hồ sơ',
  withdrawReason: 'Lý do',
  withdrawChecked: 'Tôi đã so người rút với giấy tờ tùy thân.',
  withdrawAct: 'Rút hồ sơ',
  withdrawn: 'Đã ghi nhận việc rút.',
  cancel: 'Thôi',
  unknown: 'Chưa biết việc này đã xong chưa: bấm lại khi có mạng, làm lại cũng chỉ tính một lần.',
  result: 'Kết quả',
  outcome: { approved: 'Giải quyết', refused: 'Từ chối giải quyết' },
  chosenDelivery: 'Cách nhận công dân chọn',
  wishedFor: 'mong nhận',
  delivery: 'Vận đơn trả kết quả',
};

export type DossierWords = typeof vi;
