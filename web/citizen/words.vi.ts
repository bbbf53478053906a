import type { CopyKind } from '#domain/custody/paper.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { PaymentWay } from '#domain/dossier/payment.ts';
import type { DeliveryState } from '#domain/shipment/delivery.ts';

/** What happens next, by status: what the citizen has to do, or that there is nothing to do. */
const next = {
  registered: 'Bưu cục đang làm thủ tục nhận hồ sơ. Ông/bà sẽ có giấy tiếp nhận khi xong.',
  accepted: 'Hồ sơ được chuyển đến cơ quan giải quyết. Ông/bà không phải làm gì.',
  'not-accepted': 'Hồ sơ không được tiếp nhận. Giấy tờ được trả lại cho ông/bà.',
  'in-progress': 'Cơ quan đang giải quyết. Ông/bà không phải làm gì.',
  'supplement-requested':
    'Cần bổ sung giấy tờ. Xem chi tiết để biết giấy nào, rồi nộp ở bưu cục gần nhất.',
  'payment-requested': 'Cần nộp tiền. Xem chi tiết để biết số tiền và nơi nộp.',
  'withdrawal-requested': 'Hồ sơ được rút theo yêu cầu. Giấy tờ được trả lại cho ông/bà.',
  stopped: 'Việc giải quyết đã dừng. Giấy tờ được trả lại cho ông/bà.',
  decided: 'Đã có kết quả. Bưu điện giao kết quả cho ông/bà.',
  returned: 'Kết quả đã được giao. Việc này đã xong.',
} satisfies Record<CaseStatus, string>;

const delivery = {
  'label-made': 'Bưu cục đang gửi kết quả',
  'in-transit': 'Kết quả đang trên đường đến ông/bà',
  'out-for-delivery': 'Bưu tá đang mang kết quả đến',
  'attempt-failed': 'Bưu tá đã đến mà chưa gặp ông/bà; bưu tá sẽ gọi trước khi đến lại',
  delivered: 'Đã giao tận tay',
  returning: 'Chưa giao được, đang chuyển về bưu cục',
  'returned-to-sender': 'Kết quả đang ở bưu cục, mời ông/bà đến nhận',
  lost: 'Bưu điện đang tìm bưu gửi và sẽ gọi cho ông/bà',
} satisfies Record<DeliveryState, string>;

const copyKind = {
  original: 'bản chính',
  certified: 'bản chứng thực',
  photocopy: 'bản photo',
} satisfies Record<CopyKind, string>;

const payAt = {
  counter: 'ở bất kỳ bưu cục nào',
  treasury: 'chuyển khoản vào kho bạc',
} satisfies Record<PaymentWay, string>;

/** Every word of the page. English has the same, so that none can be missing. */
export const vi = {
  title: 'Tra cứu hồ sơ',
  otherLanguage: 'English',
  lead: 'Nhập mã hồ sơ và mã tra cứu in trên giấy tiếp nhận.',
  code: 'Mã hồ sơ',
  codeHint: 'Ví dụ H13.01-261126-0032, hoặc số phiếu tạm TAM-…',
  secret: 'Mã tra cứu',
  secretHint: '8 chữ và số, ngay dưới mã hồ sơ',
  tooShort: 'Còn thiếu, xin xem lại trên giấy.',
  show: 'Xem tình trạng',
  looking: 'Đang tra cứu…',
  again: 'Thử lại',
  another: 'Tra cứu hồ sơ khác',
  denied: 'Mã hồ sơ và mã tra cứu không khớp.',
  deniedHelp:
    'Xin xem lại từng chữ trên giấy tiếp nhận: số 0 và chữ O, số 1 và chữ I dễ nhầm. Mất giấy, xin hỏi bưu cục đã nhận hồ sơ.',
  tooMany: (minutes: number) => `Đã thử quá nhiều lần. Xin đợi ${minutes} phút rồi thử lại.`,
  noAnswer: 'Chưa tra cứu được: mất mạng hoặc hệ thống đang bận.',
  noAnswerHelp: 'Điều đã nhập vẫn còn. Xin thử lại sau ít phút.',
  request: 'Mã yêu cầu, để đọc khi gọi hỏi',
  dossier: 'Hồ sơ',
  due: 'Hẹn trả kết quả',
  wayHeading: 'Hồ sơ đã đi đến đâu',
  acceptedAt: 'Đã tiếp nhận',
  decidedAt: 'Cơ quan đã có kết quả',
  now: 'Hiện nay',
  parcel: 'Bưu gửi',
  next,
  delivery,
  copyKind,
  payAt,
  moreHeading: 'Muốn xem kỹ hơn',
  more: 'Xem ai đang giữ giấy tờ, vì sao hẹn ngày này. Mã 6 số sẽ được nhắn đến số điện thoại ghi trong hồ sơ.',
  sendCode: 'Nhắn mã cho tôi',
  codeSent: (minutes: number) =>
    `Mã đã được nhắn nếu số điện thoại còn dùng. Mã có hiệu lực ${minutes} phút.`,
  digits: '6 số trong tin nhắn',
  open: 'Xem chi tiết',
  wrongDigits: 'Mã không đúng, đã dùng, hoặc đã hết hạn.',
  sessionOver: 'Đã quá 15 phút. Xin nhận mã mới để xem tiếp.',
  applicant: 'Người nộp',
  whyHeading: 'Vì sao hẹn ngày này',
  earlier: 'Đã hẹn trước đó',
  papersHeading: 'Giấy tờ đang ở đâu',
  nothingHeld: 'Chưa có giấy tờ nào được ghi nhận.',
  supplementHeading: 'Cần bổ sung',
  answerBy: 'Nộp chậm nhất',
  supplemented: 'Đã bổ sung lúc',
  paymentHeading: 'Cần nộp tiền',
  payBy: 'Nộp chậm nhất',
  paid: 'Đã nộp lúc',
  notDue: 'Không phải nộp nữa',
  approved: 'Hồ sơ được giải quyết.',
  refused: 'Hồ sơ không được giải quyết.',
  reason: 'Lý do',
};

export type Words = typeof vi;
