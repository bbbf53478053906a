import type { PersonalNumberWarning } from '#domain/identifiers/personal-number.ts';
import type { PhoneWarning } from '#domain/identifiers/phone.ts';
import type { CardRead } from '../kit/react/scanner/scanned.ts';
import type { Carriage, Draft, DraftFlaw, Handed } from './draft.ts';

const flaw = {
  empty: 'Chưa nhập.',
  'name-empty': 'Chưa nhập tên.',
  'name-too-long': 'Tên quá dài.',
  'name-has-control-characters': 'Có ký tự không nhìn thấy, xin gõ lại.',
  'name-has-no-letter': 'Tên phải có chữ.',
  'name-not-in-latin-letters': 'Gõ tên bằng chữ Quốc ngữ, như trên giấy tờ.',
  'name-has-other-signs': 'Có dấu lạ, xin gõ lại như trên giấy tờ.',
  'not-a-personal-number': 'Không phải số căn cước (12 số), CMND (9 số) hay hộ chiếu.',
  'not-a-vietnamese-phone': 'Không phải số điện thoại Việt Nam.',
  'reason-missing': 'Thu khác mức tính thì phải ghi lý do.',
  'not-a-sum': 'Chỉ nhập số.',
} satisfies Record<DraftFlaw, string>;

const numberWarning = {
  'province-unknown': 'Ba số đầu không phải mã tỉnh nào: so lại với thẻ.',
  'sex-mismatch': 'Số không khớp giới tính trên thẻ.',
  'birth-year-mismatch': 'Số không khớp năm sinh trên thẻ.',
} satisfies Record<PersonalNumberWarning, string>;

const cardWarning = {
  ...numberWarning,
  'layout-unknown': 'Thẻ mẫu mới: chỉ lấy được số và tên, so lại với thẻ.',
  'number-unreadable': 'Không đọc được số thẻ: gõ tay.',
  'old-number-unreadable': 'Không đọc được số CMND cũ.',
  'name-unreadable': 'Không đọc được tên: gõ tay như trên thẻ.',
  'birth-day-unreadable': 'Không đọc được ngày sinh.',
  'sex-unreadable': 'Không đọc được giới tính.',
  'issued-day-unreadable': 'Ngày cấp trên thẻ không hợp lý: xem lại thẻ.',
} satisfies Record<CardRead['warnings'][number], string>;

const phoneWarning = {
  'phone-converted-from-eleven-digits': 'Số 11 số cũ đã đổi sang 10 số: đọc lại cho công dân.',
  'phone-leading-zero-restored': 'Đã thêm số 0 ở đầu: đọc lại cho công dân.',
  'phone-landline': 'Điện thoại cố định: không nhận được tin nhắn.',
  'phone-missing': 'Không có điện thoại: thông báo bằng thư.',
} satisfies Record<PhoneWarning | 'phone-missing', string>;

const handed = {
  original: 'bản chính',
  certified: 'bản chứng thực',
  photocopy: 'bản photo',
  'data-base': 'đã tra cơ sở dữ liệu',
  absent: 'không nộp',
} satisfies Record<Handed, string>;

const carriage = {
  none: 'nhận tại quầy',
  'within-district': 'gửi trong xã, phường',
  'within-province': 'gửi trong tỉnh',
  'special-cities': 'gửi Hà Nội, TP HCM, Đà Nẵng',
  'inter-province': 'gửi tỉnh khác',
} satisfies Record<Carriage, string>;

const mode = {
  onestop: 'tiếp nhận tại quầy này',
  agent: 'bưu điện chuyển đến cơ quan',
} satisfies Record<Draft['intakeMode'], string>;

const unclear = {
  address: 'Địa chỉ chưa nói rõ xã, phường. Xã, phường nào giải quyết?',
  split: 'Xã cũ đã chia cho nhiều xã, phường. Hỏi công dân ở ấp, khu vực nào.',
  'no-commune': 'Chọn lại xã, phường giải quyết.',
  event: 'Sự việc xảy ra ở xã, phường nào?',
  land: 'Thửa đất ở xã, phường nào?',
};

export const vi = {
  flaw,
  numberWarning,
  cardWarning,
  phoneWarning,
  handed,
  carriage,
  mode,
  unclear,
  title: 'Nhận hồ sơ',
  scanHint: 'Quét thẻ căn cước bất cứ lúc nào, con trỏ ở đâu cũng được.',
  who: 'Người nộp',
  number: 'Số căn cước',
  name: 'Họ và tên',
  phone: 'Điện thoại',
  address: 'Nơi cư trú',
  owner: 'Chủ hồ sơ',
  ownerKind: { same: 'là người nộp', person: 'là người khác', organisation: 'là tổ chức' },
  ownerName: 'Tên chủ hồ sơ',
  ownerNumber: 'Số giấy tờ hoặc mã số thuế (nếu có)',
  ownerAddress: 'Địa chỉ chủ hồ sơ',
  cardRead: 'Đã đọc thẻ. So người với thẻ trước khi nhận.',
  onlyNumber: 'Chỉ lấy số thẻ; tên và địa chỉ gõ tay hoặc lấy theo lần trước, rồi so với thẻ.',
  knownSender: 'Đã nộp ở đây trước đó: điền theo lần trước, đọc lại cho công dân.',
  paperScanned: 'Đây là số của một giấy đã có. Tìm hồ sơ ở màn hình Việc (F3).',
  procedure: 'Thủ tục',
  procedureHint: 'Gõ vài chữ hoặc mã, chọn bằng ↓ và Enter.',
  procedureNone: 'Không có thủ tục nào như vậy.',
  results: (count: number) => `${count} thủ tục`,
  case: 'Trường hợp',
  usualCase: 'thông thường',
  chooseOne: '— chọn —',
  intakeMode: 'Cách nhận',
  commune: 'Xã, phường giải quyết',
  byAddress: 'theo nơi cư trú',
  papers: 'Thành phần hồ sơ',
  paper: 'Giấy tờ',
  kind: 'Nộp',
  count: 'Số lượng',
  optional: 'nếu có',
  countOf: (paper: string) => `Số lượng: ${paper}`,
  kindOf: (paper: string) => `Nộp gì: ${paper}`,
  money: 'Tiền',
  stateFees: 'Phí, lệ phí',
  postage: 'Cước',
  total: 'Cộng',
  pages: 'Số trang bản chính',
  copies: 'Số bản cần',
  lacksPages: 'Phí tính theo trang: nhập số trang.',
  lacksConfirmation: 'HĐND quy định mức phí này, danh mục chưa có: hỏi trước khi thu.',
  ownSum: 'Thu khác mức tính (đ)',
  ownSumReason: 'Lý do',
  otherSum: 'Miễn, giảm hoặc thu khác',
  result: 'Kết quả',
  grams: 'Nặng (gam)',
  placeholder: 'giá tạm',
  date: 'Hẹn trả dự kiến',
  noDate: 'Thủ tục không có thời hạn, hoặc thời hạn chưa xác nhận.',
  fromReceipt: 'dự kiến, tính từ khi cơ quan nhận được giấy',
  provisional: 'có ngày trong năm chưa công bố lịch nghỉ, có thể đổi',
  why: 'Vì sao',
  settledBy: 'Cơ quan giải quyết',
  pickProcedure: 'Chọn thủ tục để xem giấy cần nộp, tiền và ngày hẹn.',
  agreement: 'Thỏa thuận ngày trả (thủ tục trong ngày gửi qua bưu điện)',
  incident: 'Sự cố của cổng (thủ tục chỉ nộp trực tuyến)',
  open: 'Mở hồ sơ',
  openMany: (count: number) => `Mở ${count} hồ sơ`,
  another: 'Thêm hồ sơ của người này',
  several: (count: number, name: string) => `${count} hồ sơ của ${name}`,
  sameSender: 'người này',
  severalHint:
    'Mỗi hồ sơ có giấy tờ, bản quét và giấy tiếp nhận riêng. F9 mở tất cả, rồi lần lượt từng hồ sơ.',
  severalSlip: 'Mất mạng: mỗi hồ sơ ghi một phiếu tạm. F9 ghi hồ sơ này, rồi đến hồ sơ sau.',
  inForm: 'đang nhập',
  change: 'Sửa',
  changeOf: (name: string) => `Sửa: ${name}`,
  leaveOut: 'Bỏ',
  leaveOutOf: (name: string) => `Bỏ: ${name}`,
  mostOf: (count: number) => `Mỗi lần nhiều nhất ${count} hồ sơ: mở những hồ sơ này trước.`,
  stillRefused: (count: number) =>
    `Còn ${count} hồ sơ chưa mở được. Sửa theo lý do ghi ở từng hồ sơ rồi bấm F9.`,
  otherCard: 'Thẻ này của người khác. Mở xong các hồ sơ của người này đã, rồi quét lại.',
  anew: 'Xóa, nhận người khác',
  anewAsk: 'Xóa những gì đã nhập?',
  yes: 'Xóa',
  no: 'Giữ lại',
  unknown: 'Chưa biết hồ sơ đã mở hay chưa.',
  unknownHelp: 'Không gõ lại. Bấm F9 gửi lại khi có mạng: gửi bao nhiêu lần cũng chỉ là một hồ sơ.',
  lookUp: 'Những giấy này có trong cơ sở dữ liệu, chọn „đã tra cơ sở dữ liệu“:',
  missing: 'Còn thiếu:',
};

export type IntakeWords = typeof vi;
