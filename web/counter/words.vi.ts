import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Turn } from './work-groups.ts';

const turn = {
  counter: 'Việc của quầy',
  agency: 'Đang ở cơ quan',
  over: 'Đã xong',
} satisfies Record<Turn, string>;

/** What the counter does next with dossiers of a status. */
const next = {
  registered: 'Đã mở, chưa tiếp nhận: quét đủ giấy rồi tiếp nhận, hoặc in phiếu gửi.',
  'supplement-requested': 'Cơ quan chờ giấy bổ sung: nhận giấy, quét, bấm nhận bổ sung.',
  'payment-requested': 'Công dân phải nộp tiền trước hạn ghi bên cạnh.',
  decided: 'Có kết quả: phát tại quầy hoặc gửi bưu tá.',
  'not-accepted': 'Không tiếp nhận: trả lại giấy tờ gốc cho công dân.',
  stopped: 'Dừng xử lý: trả lại giấy tờ gốc cho công dân.',
  accepted: 'Đã tiếp nhận: chuyển giấy tờ cho cơ quan trước hạn chuyển.',
  'in-progress': 'Cơ quan đang xử lý, quầy không phải làm gì.',
  'withdrawal-requested': 'Công dân xin rút, chờ cơ quan đồng ý.',
  returned: 'Công dân đã nhận kết quả.',
} satisfies Record<CaseStatus, string>;

export const vi = {
  turn,
  next,
  today: 'Việc của bưu cục',
  byStatus: 'Hồ sơ theo tình trạng',
  find: 'Tìm hồ sơ',
  findLabel: 'Số trên giấy bất kỳ, hoặc số căn cước',
  findHint: 'Mã hồ sơ, phiếu tạm TAM-…, phiếu gửi, vận đơn; gõ tay hay quét đều được.',
  findAct: 'Tìm',
  tooShort: 'Còn thiếu: số trên giấy có ít nhất 8 ký tự.',
  found: 'Hồ sơ tìm thấy',
  cardAsk: 'Đây là số giấy tờ của một người. Chỉ được tra khi người đó đưa thẻ cho xem.',
  cardSeen: 'Đã xem thẻ, mở danh sách',
  cardRecorded: 'Mỗi lần tra đều được ghi lại.',
  personDossiers: 'Hồ sơ của người có thẻ',
  personNone: 'Người này chưa nộp hồ sơ nào tại bưu cục này.',
  columns: {
    number: 'Số',
    procedure: 'Thủ tục',
    status: 'Tình trạng',
    registered: 'Ngày nộp',
    due: 'Hẹn trả',
    answerBy: 'Công dân phải trả lời trước',
  },
  noNumber: 'chưa có mã',
  overdue: 'quá hẹn',
  nothing: 'Không có hồ sơ nào ở tình trạng này.',
  refresh: 'Đọc lại',
};

export type CounterWords = typeof vi;
