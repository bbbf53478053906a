import type { PouchState, Verdict } from '#domain/handover/pouch.ts';
import type { PouchGroup } from './groups.ts';

/** Where a pouch is, as whoever looks at it sees it. */
const group = {
  packing: 'Đang đóng',
  sealed: 'Đã niêm phong, chờ bưu tá',
  sent: 'Đang đi',
  coming: 'Sắp đến: bưu tá chưa nhận',
  arrived: 'Đang đến, chờ kiểm đếm',
  differing: 'Có chênh lệch, chờ ký',
  counted: 'Đã kiểm đủ, chờ ký',
} satisfies Record<PouchGroup, string>;

const state = {
  open: 'Đang đóng',
  sealed: 'Đã niêm phong',
  'under-way': 'Bưu tá đang giữ',
  counted: 'Đã kiểm đếm, chờ ký',
  signed: 'Đã ký',
  settled: 'Đã giao nhận xong',
} satisfies Record<PouchState, string>;

const verdict = {
  complete: 'Đủ',
  missing: 'Thiếu',
  damaged: 'Hư hỏng',
  'wrong-department': 'Sai nơi nhận',
  'broken-seal': 'Niêm phong riêng bị rách',
} satisfies Record<Verdict, string>;

const packing = {
  contents: 'Giấy tờ trong túi',
  emptyPouch: 'Túi chưa có gì. Quét mã trên giấy biên nhận, phiếu gửi hoặc đơn gửi trả.',
  number: 'Số hồ sơ, đơn hoặc vận đơn',
  numberHint: 'Quét mã trên giấy tờ, hoặc gõ rồi Enter.',
  putIn: 'Cho vào túi',
  isIn: (number: string, papers: string) => `Đã vào túi: ${number} (${papers})`,
  isOut: (number: string) => `Đã lấy khỏi túi: ${number}`,
  isKept: (number: string) => `Đã ghi trên máy, chờ gửi: ${number}`,
  notIn: (number: string) => `Không cho vào túi: ${number}`,
  notOut: (number: string) => `Chưa lấy ra được: ${number}`,
  inAlready: (number: string) => `${number} đã có trong túi này.`,
  keptAlready: (number: string) => `${number} đã ghi trên máy, đang chờ gửi.`,
  unknownNumber: (number: string) =>
    `${number} không phải số của hồ sơ hay đơn nào ở nơi đây. Để riêng, xem lại giấy tờ.`,
  tooShort: 'Số quá ngắn: cần ít nhất 5 ký tự.',
  isCard: 'Đó là thẻ căn cước, không phải giấy tờ của hồ sơ: quét mã trên giấy biên nhận.',
  asSeal: 'Đó là số niêm phong',
  again: 'Gửi lại đúng việc này',
  unknownEnd: 'Chưa biết đã xong hay chưa. Gửi lại bao nhiêu lần cũng chỉ là một.',
  takeOut: 'Lấy ra',
  waiting: 'Chờ gửi từ máy này',
  waitingAct: { pack: 'cho vào túi', unpack: 'lấy khỏi túi', count: 'kết quả kiểm đếm' },
  notTaken: 'hệ thống không nhận',
  unsent: 'Xem ở “Chờ gửi”',
  remittances: 'Tiền nộp kèm, bảng kê số',
};

const sealing = {
  seal: 'Niêm phong',
  sealNumber: 'Số niêm phong',
  sealHint: 'Số in trên dây niêm phong.',
  sealAct: 'Niêm phong túi',
  sealAgain: 'Niêm phong lại bằng số khác',
  sealMissing: 'Còn thiếu số niêm phong.',
  sealUsed: 'Số này đang ở trên một túi khác. Xem lại dây niêm phong.',
  sealEmpty: 'Túi chưa có gì để niêm phong.',
  sealWaits: (count: number) =>
    `Còn ${count} việc chờ gửi hoặc không được nhận. Xong hết rồi mới niêm phong được.`,
  needsLine: 'Cần có mạng.',
  giveTitle: 'Giao cho bưu tá',
  giveHelp: 'Bưu tá đọc số trên dây niêm phong rồi đăng nhập ký nhận. Từ đó bưu tá giữ túi.',
  readSeal: 'Số niêm phong bưu tá đọc được',
  give: 'Bưu tá đăng nhập và nhận túi',
  giveWindow:
    'Bưu tá đăng nhập bằng tài khoản của mình trong cửa sổ vừa mở. Phiên đó chỉ dùng cho một lần ký này.',
  giveSame: 'Người nhận túi phải khác người niêm phong.',
};

const counting = {
  count: 'Kiểm đếm từng dòng',
  countHelp:
    'Hai bên cùng mở túi. Quét mã trên từng bộ giấy tờ: có trong danh mục thì dòng ấy đủ; thiếu, hỏng hay sai nơi thì chọn lại và ghi một lời.',
  sealFound: 'Niêm phong khi nhận',
  sealIntact: 'Còn nguyên, đúng số',
  sealBroken: 'Không còn nguyên hoặc sai số',
  notAnswered: 'Chưa xem',
  verdictOf: (number: string) => `Kết luận cho ${number}`,
  notCounted: 'Chưa đếm',
  sheets: 'Số bản đếm được',
  notTakenBack: 'Không nhận, bưu tá mang về',
  remark: 'Ghi một lời',
  remarkMissing: 'Còn thiếu lời ghi.',
  strays: 'Ngoài danh mục',
  straysHelp: 'Giao lại cho bưu tá mang về.',
  strayField: 'Vật ngoài danh mục',
  addStray: 'Ghi thêm',
  dropOf: (what: string) => `Bỏ ${what}`,
  countedNow: (number: string) => `Đủ: ${number}`,
  countedBefore: (number: string) => `${number} đã đếm rồi.`,
  isStray: (number: string) =>
    `${number} không có trong danh mục của túi này, ghi là ngoài danh mục.`,
  sealRead: 'Đúng số niêm phong.',
  countAct: 'Ghi kết quả kiểm đếm',
  countAgain: 'Kiểm đếm lại',
  countAgainHelp: 'Đếm lại thì chữ ký trước đó không còn giá trị.',
  left: (count: number) => `Còn ${count} dòng chưa đếm.`,
  sealUnanswered: 'Còn thiếu tình trạng niêm phong.',
  wordsLeft: (count: number) => `Còn ${count} dòng lệch chưa ghi lời.`,
  countKept: 'Kết quả kiểm đếm đã ghi trên máy, sẽ gửi khi có mạng. Sau đó hai bên ký.',
};

const signing = {
  result: 'Kết quả kiểm đếm',
  balanced: 'Đủ, không có chênh lệch.',
  differs: 'Có chênh lệch: xem từng dòng trước khi ký.',
  brokenSeal: 'Niêm phong không còn nguyên',
  lacks: (papers: string) => `thiếu ${papers}`,
  surplus: (papers: string) => `thừa ${papers}`,
  goesBack: 'bưu tá mang về',
  signatures: 'Chữ ký',
  opened: 'Mở túi',
  sealed: 'Niêm phong',
  taken: 'Bưu tá nhận',
  countedBy: 'Kiểm đếm',
  giver: 'Bên giao ký',
  receiver: 'Bên nhận ký',
  giverAbsence: 'Ký thay bưu tá vì',
  courierSigns: 'Bưu tá đăng nhập và ký bên giao',
  courierWindow:
    'Bưu tá đã mang túi đăng nhập trong cửa sổ vừa mở và ký kết quả kiểm đếm đang hiện. Phiên đó chỉ dùng cho một lần ký này.',
  courierSame: 'Bên giao là bưu tá đã mang túi này, và phải khác người kiểm đếm.',
  courierSigned: 'Bên giao đã ký.',
  courierAway: 'Bưu tá vắng mặt',
  whyAway: 'Vì sao bưu tá không ký được',
  whyAwayMissing: 'Còn thiếu lý do.',
  colleagueSigns: 'Đồng nghiệp của bưu tá đăng nhập và ký thay',
  colleagueWindow:
    'Một người khác của bưu cục, không phải người kiểm đếm, đăng nhập trong cửa sổ vừa mở và ký thay.',
  colleagueSame: 'Người ký thay phải thuộc bưu cục của bưu tá và khác người kiểm đếm.',
  sign: 'Ký nhận',
  signHelp: 'Chữ ký này là lúc nhận theo pháp luật (QĐ 45/2016 điều 7).',
  giverFirst: 'Bên giao ký trước.',
  done: 'Đã ký nhận. In biên bản, mỗi bên giữ một liên.',
  print: 'In biên bản giao nhận',
  openSheet: 'Mở biên bản vừa in',
  otherEnd: 'Nơi nhận đang kiểm đếm và ký.',
  onItsWay: 'Bưu tá đang giữ túi. Nơi nhận kiểm đếm khi túi đến.',
  notTakenYet: 'Bên gửi đã niêm phong, bưu tá chưa nhận.',
};

/** Pouches, at the counter and at the agency. */
export const vi = {
  group,
  state,
  verdict,
  ...packing,
  ...sealing,
  ...counting,
  ...signing,
  title: 'Túi hồ sơ',
  openNew: 'Mở túi mới',
  to: 'Gửi đến',
  chooseEnd: 'Chọn nơi nhận',
  endMissing: 'Còn thiếu nơi nhận.',
  seek: 'Tìm túi theo số niêm phong',
  seekHint: 'Quét số trên dây niêm phong, hoặc mã trên biên bản.',
  seekAct: 'Tìm',
  notHere: (number: string) =>
    `Không túi nào mang số ${number} đang ở đây hay trên đường đến đây. Có thể là túi của nơi khác: đừng mở, hỏi bưu tá.`,
  none: 'Không có túi nào. Mở túi mới để gửi, hoặc chờ bưu tá mang đến.',
  pouch: 'Túi',
  way: 'Từ, đến',
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  inside: 'Trong túi',
  where: 'Tình trạng',
  lines: (count: number) => `${count} bộ`,
  since: 'Mở lúc',
  countBy: 'Hạn kiểm đếm',
  noSeal: 'chưa niêm phong',
  all: 'Tất cả các túi',
  refresh: 'Đọc lại',
  keptAt: (at: string) => `Không có mạng: đây là những gì đọc được lúc ${at}.`,
  notKept: 'Không có mạng, và máy này chưa đọc được túi nào trước đó.',
  order: 'kết quả theo đơn gửi trả',
  lost: 'Kết quả thất lạc',
  lostHelp:
    'Người dân đã được báo. Ai thấy thì ghi lại ở đâu; một người khác xem và xác nhận thì mới tính là có.',
  lostSince: (at: string) => `thiếu khi kiểm đếm lúc ${at}`,
  foundWord: 'Thấy ở đâu',
  foundWordMissing: 'Còn thiếu nơi tìm thấy.',
  found: 'Đã tìm thấy',
  foundBy: (name: string, at: string, word: string) => `${name} đã tìm thấy lúc ${at}: ${word}`,
  confirmFound: 'Tôi cũng đã thấy',
};

export type PouchWords = typeof vi;
