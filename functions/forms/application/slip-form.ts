import type { Slip } from '#domain/dossier/dossier.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import { type FormSource, paperNames, phoneOnPaper } from './wording.ts';

/**
 * Phiếu gửi hồ sơ: the contract of carriage between citizen and post (QĐ 45/2016 art. 6). It says of its
 * date that it is expected only, and of itself that it is no receipt of filing.
 */
export const slipForm = (source: FormSource, trackingUrl: string): OfficialForm | undefined => {
  const { dossier, applicant, catalogue } = source;
  const { slip } = dossier;
  if (!slip) return undefined;
  const office = catalogue.office(dossier.office);
  return {
    source: 'Phiếu gửi hồ sơ (QĐ 45/2016/QĐ-TTg điều 6)',
    title: 'Phiếu gửi hồ sơ',
    subtitle: 'Phiếu này chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    paper: 'A5',
    agency: 'Bưu điện',
    unit: office?.name ?? dossier.office,
    barCode: slip.number,
    qrCode: trackingUrl,
    printedFor: slip.issuedAt,
    reprint: source.reprint,
    blocks: blocksOf(source, slip),
    signers: [
      { title: 'NGƯỜI GỬI', name: applicant.name },
      { title: 'NHÂN VIÊN BƯU ĐIỆN', name: '' },
    ],
  };
};

/** What nobody has put into the catalogue is said to be missing: none is invented, and no line forgotten. */
const unknown = 'chưa có trong danh mục';

const blocksOf = (source: FormSource, slip: Slip): readonly FormBlock[] => [
  { fields: parties(source, slip) },
  { text: 'Giấy tờ đã cùng kiểm đếm và niêm phong trước mặt người gửi:' },
  { papers: source.dossier.components.map(paperNames(source)) },
  { fields: quality(slip) },
  {
    text: 'Thời hạn giải quyết tính từ khi cơ quan ký Biên bản giao nhận; Giấy tiếp nhận và hẹn trả kết quả được gửi sau, kèm tin nhắn.',
    style: 'italic',
  },
  {
    fields: [
      ['Phí, lệ phí (nộp ngân sách)', formatDong(source.dossier.fees.stateFeesVnd)],
      ['Cước bưu chính', formatDong(source.dossier.fees.postageVnd)],
      ['Phương thức thanh toán', 'nộp tại bưu cục khi gửi hồ sơ, có phiếu thu'],
    ],
  },
  ...terms.map((text) => ({ text, style: 'italic' as const })),
];

/** Both sides of the contract with what each is reached by (TT 17/2017/TT-BTTTT art. 9(2)). */
const parties = ({ dossier, applicant, catalogue }: FormSource, slip: Slip) => {
  const { code, version } = dossier.procedure;
  const name = catalogue.procedureVersion(code, version)?.name ?? '';
  const agency = catalogue.agency(slip.agency);
  return [
    ['Người gửi', applicant.name],
    ['Địa chỉ', applicant.address],
    ['Số điện thoại', phoneOnPaper(applicant)],
    ['Thư điện tử', applicant.email ?? 'không có'],
    ['Cơ quan nhận', agency?.name ?? slip.agency],
    ['Địa chỉ cơ quan nhận', agency?.address ?? unknown],
    ['Điện thoại cơ quan nhận', agency?.phone ?? unknown],
    ['Thư điện tử cơ quan nhận', agency?.email ?? unknown],
    ['Thủ tục', `${name} (${code})`],
  ] as const;
};

/** When it was taken, and by when it is there: what the post answers for. */
const quality = ({ issuedAt, handoverBy, provisionalDueAt }: Slip) =>
  [
    ['Nhận gửi lúc', formatInstant(issuedAt)],
    ['Chất lượng dịch vụ: giao cơ quan chậm nhất', formatInstant(handoverBy)],
    [
      'Ngày trả kết quả dự kiến',
      provisionalDueAt === undefined ? 'sẽ thông báo' : formatInstant(provisionalDueAt),
    ],
  ] as const;

/** Rights and duties of both (TT 17/2017 art. 8, 9(2); NĐ 47/2011 art. 25). */
const terms = [
  'Người gửi kê khai đúng, nộp đủ giấy tờ và phí; được tra cứu, nhận tin nhắn, nhận lại bản chính. Bưu điện giữ bí mật, không đòi thêm giấy tờ (QĐ 45/2016/QĐ-TTg điều 16(5)).',
  'Mất, hư hỏng do bưu điện: phối hợp cấp lại và bồi thường ít nhất 4 lần cước; giao chậm so với chất lượng trên: hoàn cước (QĐ 45/2016/QĐ-TTg điều 14; NĐ 47/2011/NĐ-CP điều 25).',
  'Khiếu nại trong 6 tháng; trả lời trong 5 ngày làm việc (nội tỉnh), 7 ngày làm việc (liên tỉnh) (TT 17/2017/TT-BTTTT điều 8).',
];
