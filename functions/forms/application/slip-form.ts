import type { Slip } from '#domain/dossier/dossier.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import { type FormSource, paperNames } from './wording.ts';

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

const blocksOf = (source: FormSource, slip: Slip): readonly FormBlock[] => {
  const { dossier, applicant, catalogue } = source;
  const { code, version } = dossier.procedure;
  const name = catalogue.procedureVersion(code, version)?.name ?? '';
  const { provisionalDueAt } = slip;
  return [
    {
      fields: [
        ['Người gửi', applicant.name],
        ['Địa chỉ', applicant.address],
        ['Số điện thoại', applicant.phone],
        ['Cơ quan nhận', catalogue.agency(slip.agency)?.name ?? slip.agency],
        ['Thủ tục', `${name} (${code})`],
      ],
    },
    { text: 'Giấy tờ đã cùng kiểm đếm và niêm phong trước mặt người gửi:' },
    { papers: dossier.components.map(paperNames(source)) },
    {
      fields: [
        ['Nhận gửi lúc', formatInstant(slip.issuedAt)],
        ['Giao cơ quan chậm nhất', formatInstant(slip.handoverBy)],
        [
          'Ngày trả kết quả dự kiến',
          provisionalDueAt === undefined ? 'sẽ thông báo' : formatInstant(provisionalDueAt),
        ],
      ],
    },
    {
      text: 'Thời hạn giải quyết tính từ khi cơ quan ký Biên bản giao nhận; Giấy tiếp nhận và hẹn trả kết quả được gửi sau, kèm tin nhắn.',
      style: 'italic',
    },
    {
      fields: [
        ['Phí, lệ phí (nộp ngân sách)', formatDong(dossier.fees.stateFeesVnd)],
        ['Cước bưu chính', formatDong(dossier.fees.postageVnd)],
      ],
    },
    {
      text: 'Mất, hư hỏng do bưu điện: bưu điện phối hợp cấp lại và bồi thường theo quy định (QĐ 45/2016 điều 14; ít nhất 4 lần cước). Khiếu nại trong 6 tháng.',
      style: 'italic',
    },
  ];
};
