import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import type { TemporaryBlock } from '#domain/offline/temporary-block.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { OfficialForm } from '#ports/official-form.ts';

interface Blank {
  readonly number: TemporaryNumber;
  readonly block: Pick<TemporaryBlock, 'device' | 'leasedAt'>;
  readonly office: string;
  readonly trackingUrl: string;
  /** Absent from what is printed again. */
  readonly trackingSecret: string | undefined;
  readonly reprint: Reprint;
}

/** Boxes for a hand to write in. */
const written = ['Họ tên', 'Số CCCD/CMND/HC', 'Số điện thoại', 'Địa chỉ', 'Thủ tục', 'Nhận lúc'];
const rows = 5;

/**
 * Phiếu tạm: what the citizen takes home while the line is down. Printed ahead, filled in by hand, in
 * two sheets of equal content, of which only the citizen's bears the secret. No act lays down a form for the
 * time without a line, so the slip names none; it keeps the time of taking, from which the limit counts as
 * NĐ 118/2025 art. 17 has it,
 * and says that the real receipt follows.
 */
export const temporarySlipForm = (blank: Blank): OfficialForm => ({
  source: 'Phiếu tạm của bưu điện',
  title: 'Phiếu tạm',
  subtitle: 'TẠM · dùng khi mất mạng, mất điện · không phải mã hồ sơ',
  paper: 'A5',
  agency: 'Bưu điện',
  unit: blank.office,
  barCode: blank.number,
  qrCode: blank.trackingUrl,
  printedFor: blank.block.leasedAt,
  reprint: blank.reprint,
  ...(blank.trackingSecret !== undefined && { trackingSecret: blank.trackingSecret }),
  copies: ['Liên 1: người nộp', 'Liên 2: bưu cục'],
  blocks: [
    {
      fields: [['Quầy', blank.block.device]],
    },
    {
      columns: [
        { title: 'Nội dung', share: 20 },
        { title: 'Viết tay, chữ in', share: 58 },
      ],
      rows: written.map((what) => [
        what,
        what === 'Nhận lúc'
          ? '.......... giờ .......... phút, ngày .......... / .......... / ...............'
          : '',
      ]),
    },
    {
      columns: [
        { title: 'TT', share: 4 },
        { title: 'Giấy tờ đã nhận', share: 44 },
        { title: 'Bản chính', share: 10 },
        { title: 'Chứng thực', share: 10 },
        { title: 'Photo', share: 10 },
      ],
      rows: Array.from({ length: rows }, (_, n) => [`${n + 1}`, '', '', '', '']),
    },
    {
      fields: [
        ['Đủ giấy tờ theo danh mục', '[   ] đủ      [   ] còn thiếu'],
        ['Phí, lệ phí (nộp ngân sách)', '........................... đồng'],
        ['Cước bưu chính', '........................... đồng'],
      ],
    },
    {
      text: 'Khi có mạng, bưu cục nhập hồ sơ và nhắn tin mã hồ sơ, ngày hẹn trả. Nếu lúc nhận đã đủ giấy tờ, thời hạn tính từ giờ ghi trên phiếu này; nếu bưu điện chỉ nhận chuyển, thời hạn tính từ khi cơ quan ký Biên bản giao nhận. Tra cứu bằng số tạm và mã tra cứu, kể cả sau khi đã có mã hồ sơ.',
      style: 'italic',
    },
  ],
  signers: [
    { title: 'NGƯỜI NỘP', name: '' },
    { title: 'NGƯỜI NHẬN', name: '' },
  ],
});
