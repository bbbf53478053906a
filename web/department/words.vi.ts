import type { PaymentKind, PaymentWay } from '#domain/dossier/payment.ts';
import type { Choice, Shut } from './choices.ts';
import type { InboxTab } from './inbox-tabs.ts';
import type { ScanTold } from './manifest.ts';

const tab = {
  waiting: 'Chờ nhận',
  mine: 'Tôi đang giữ',
  working: 'Đang làm',
  approving: 'Chờ duyệt',
  'with-citizen': 'Chờ dân',
  withdrawing: 'Xin rút',
  stopped: 'Tạm dừng',
  closed: 'Đã xong',
} satisfies Record<InboxTab, string>;

const empty = {
  waiting: 'Không còn hồ sơ chờ nhận. Hồ sơ mới sẽ tự hiện ra ở đây.',
  mine: 'Bạn chưa giữ hồ sơ nào. Bấm P ở “Chờ nhận” để nhận những hồ sơ gấp nhất.',
  working: 'Không có hồ sơ nào đang làm.',
  approving: 'Không có dự thảo nào chờ lãnh đạo.',
  'with-citizen': 'Không hồ sơ nào đang chờ người dân.',
  withdrawing: 'Không ai xin rút hồ sơ.',
  stopped: 'Không có hồ sơ tạm dừng.',
  closed: 'Chưa có hồ sơ nào xong.',
} satisfies Record<InboxTab, string>;

const choice = {
  acknowledge: 'Xác nhận đã mở đủ tệp',
  decide: 'Ghi kết quả',
  supplement: 'Yêu cầu bổ sung',
  payment: 'Yêu cầu nộp tiền',
  extend: 'Hẹn lại',
  transfer: 'Chuyển cơ quan',
  stop: 'Tạm dừng',
  resume: 'Làm tiếp',
  'refuse-reception': 'Từ chối tiếp nhận',
  'grant-withdrawal': 'Đồng ý cho rút',
  approve: 'Duyệt',
  'return-proposal': 'Trả lại chuyên viên',
  'settle-payment': 'Xác nhận đã nộp tiền',
  'take-back': 'Thu hồi từ người giữ',
  release: 'Trả lại hộp chung',
} satisfies Record<Choice, string>;

const shut = {
  'not-held': 'Nhận hồ sơ trước (N)',
  lost: 'Hồ sơ không còn do bạn giữ',
  'not-acknowledged': 'Xác nhận đã mở đủ tệp trước (A)',
  'files-wrong': 'Có tệp không đúng mã: không xác nhận được',
  'files-opening': 'Đang mở và kiểm tra các tệp',
  'pages-unseen': 'Còn trang chưa xem',
  'own-proposal': 'Người đề xuất không tự duyệt',
} satisfies Record<Shut, string>;

const outcome = { approved: 'Đồng ý giải quyết', refused: 'Từ chối giải quyết' };

const paymentKind = {
  charge: 'Lệ phí',
  fee: 'Phí',
  tax: 'Thuế (chỉ nộp kho bạc)',
} satisfies Record<PaymentKind, string>;

const paymentWay = {
  counter: 'Tại bưu cục',
  treasury: 'Chuyển khoản kho bạc',
} satisfies Record<PaymentWay, string>;

const purpose = {
  papers: 'Giấy tờ',
  batch: 'Tập quét',
  result: 'Kết quả',
  opinion: 'Ý kiến',
} satisfies Record<ScanTold['purpose'], string>;

const viewer = {
  pages: 'Trang của hồ sơ',
  page: (page: number, of: number) => `Trang ${page}/${of}`,
  previous: 'Trang trước',
  next: 'Trang sau',
  larger: 'Phóng to',
  smaller: 'Thu nhỏ',
  fit: 'Vừa khung',
  turn: 'Xoay',
  original: 'Mở bản gốc',
  noPicture: 'Không có ảnh của trang này. Mở bản gốc để xem.',
  noFiles: 'Hồ sơ chưa có tệp nào đã kiểm tra.',
  zoom: (percent: number) => `${percent} %`,
  opening: (done: number, all: number) => `Đang mở và tính mã tệp: ${done}/${all}`,
  allFit: (all: number) => `${all}/${all} tệp đúng mã, khớp danh mục lúc tiếp nhận`,
  wrong: 'Tệp không đúng mã lúc tiếp nhận. Không giải quyết tiếp; báo quản trị ngay.',
  lineCut: 'Chưa mở được hết các tệp.',
  seen: (seen: number, all: number) => `Đã xem ${seen}/${all} trang`,
};

const form = {
  reason: 'Lý do, người dân sẽ đọc',
  inward: 'Nội dung, chỉ trong cơ quan',
  sample: 'Mẫu câu',
  chooseSample: 'Chọn mẫu câu…',
  missing: 'Chưa điền',
  what: 'Cần bổ sung những gì',
  itemReason: 'Sai hoặc thiếu ở đâu',
  count: 'Số lượng',
  copyKind: 'Loại bản',
  noItem: 'Chọn ít nhất một giấy tờ',
  answerBy: 'Người dân nộp trước hết ngày',
  repeat: 'Đây là lần yêu cầu bổ sung thứ hai trở đi (luật chỉ cho một lần); vẫn gửi',
  repeated:
    'Hồ sơ này đã được yêu cầu bổ sung. Luật chỉ cho một lần; đánh dấu bên dưới nếu vẫn gửi.',
  kind: 'Khoản',
  amount: 'Số tiền (đồng)',
  payBy: 'Nộp trước hết ngày',
  ways: 'Nộp ở đâu',
  instructions: 'Tài khoản và nội dung chuyển khoản',
  newDueDay: 'Ngày hẹn mới',
  override: 'Lãnh đạo cho hẹn lại lần nữa vì',
  toAgency: 'Cơ quan nhận',
  chooseAgency: 'Chọn cơ quan…',
  outcome: 'Kết quả',
  resultFile: 'Văn bản kết quả đã ký (PDF)',
  checking: 'Đang gửi và kiểm tra tệp…',
  resultReady: (pages: number) => `Đã kiểm tra: ${pages} trang`,
  resultSlow: 'Tệp chưa kiểm tra xong. Thử lại sau ít phút.',
  noResult: 'Chưa có văn bản kết quả',
  confirmOpen: 'Còn ý kiến cơ quan khác chưa về; vẫn ghi kết quả',
  isProposal: 'Thủ tục này lãnh đạo duyệt: ghi xong là dự thảo trình lãnh đạo.',
  reference: 'Số giao dịch của kho bạc hoặc ngân hàng',
  send: 'Ghi lại',
  cancel: 'Thôi',
};

/** Words of the department's screens. */
export const vi = {
  tab,
  empty,
  choice,
  shut,
  outcome,
  paymentKind,
  paymentWay,
  purpose,
  viewer,
  form,
  inbox: 'Hộp hồ sơ',
  lists: 'Các danh sách',
  due: 'Hẹn trả',
  answer: 'Chờ dân đến',
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  status: 'Trạng thái',
  holder: 'Ai giữ',
  heldBy: (name: string, until: string) => `${name}, đến ${until}`,
  me: 'Tôi',
  nobody: 'Chưa ai',
  noDue: 'Không có hạn',
  overdue: 'Quá hạn',
  dueToday: 'Hôm nay',
  select: (code: string) => `Chọn ${code}`,
  pull: (n: number) => `Nhận ${n} hồ sơ gấp nhất`,
  pullChosen: (n: number) => `Nhận ${n} hồ sơ đã chọn`,
  pulled: (n: number) => (n === 0 ? 'Không còn hồ sơ nào để nhận.' : `Đã nhận ${n} hồ sơ.`),
  filterProcedure: 'Mã thủ tục',
  filterDue: 'Hẹn trả trước ngày',
  filter: 'Lọc',
  clear: 'Bỏ lọc',
  more: 'Xem thêm',
  keysHint: 'J/K chuyển dòng · X chọn · Enter mở · P nhận · ? phím tắt',
  keysTitle: 'Phím tắt',
  keysOff: 'Tắt các phím một chữ trên máy này',
  keyHelp: {
    inbox: 'J, K: chuyển dòng. X: chọn dòng. Enter: mở. P: nhận hồ sơ.',
    dossier:
      'Mũi tên trái, phải: trang. + − 0: cỡ. O: xoay. N: nhận. A: xác nhận. D: kết quả. S: bổ sung. H: hẹn lại. C: chuyển. J, K: hồ sơ sau, trước. L: về danh sách.',
  },
  dossier: 'Hồ sơ',
  next: 'Hồ sơ tiếp theo',
  back: 'Về danh sách',
  noneLeft: 'Bạn không còn giữ hồ sơ nào khác.',
  take: 'Nhận hồ sơ này',
  heldUntil: (at: string) => `Bạn giữ đến ${at}`,
  heldByOther: (name: string, until: string) => `${name} đang giữ, đến ${until}`,
  unheld: 'Chưa ai giữ hồ sơ này.',
  lost: 'Hồ sơ không còn do bạn giữ.',
  lostHelp:
    'Điều đang nhập vẫn còn. Giữ lại rồi ghi tiếp; nếu người khác đã nhận thì không giữ lại được.',
  holdAgain: 'Giữ lại',
  whoHolds: 'Xem ai đang giữ',
  acts: 'Việc làm được',
  done: 'Đã ghi.',
  applicant: 'Người nộp',
  owner: 'Chủ hồ sơ',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  number: 'Số định danh',
  papers: 'Thành phần hồ sơ',
  acceptedAt: 'Tiếp nhận',
  office: 'Bưu cục',
  fees: 'Lệ phí đã thu',
  warnings: 'Bưu cục đã hướng dẫn',
  supplements: 'Đã yêu cầu bổ sung',
  payments: 'Đã yêu cầu nộp tiền',
  proposal: 'Dự thảo chờ lãnh đạo',
  proposedBy: 'Người đề xuất',
  decision: 'Kết quả',
  acknowledged: 'Đã xác nhận mở đủ tệp',
  paper: 'Giấy người dân nhận',
  showPaper: 'Xem giấy người dân nhận',
  preview: 'Xem trước giấy gửi công dân',
  previewTitle: 'Bản xem trước',
  previewIsNone: 'Đây là bản xem trước: chưa ghi gì, chưa nhắn ai. Sửa gì thì bấm xem lại.',
  paperTitle: {
    supplement: 'Phiếu yêu cầu bổ sung (Mẫu 02)',
    refusal: 'Phiếu từ chối (Mẫu 03)',
    extension: 'Phiếu xin lỗi và hẹn lại (Mẫu 04)',
    stop: 'Phiếu dừng giải quyết (Mẫu 05)',
  },
  remarks: 'Lưu ý khi quét',
  corrections: 'Có đính chính chờ trả lời: xem mục đính chính trước khi quyết định.',
};

export type DepartmentWords = typeof vi;
