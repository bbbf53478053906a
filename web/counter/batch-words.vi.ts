import type { BatchUnfit, PartLine } from './batch.ts';
import { vi as dossier } from './dossier-words.vi.ts';

const unfit = {
  ...dossier.unfit,
  'pdf-among-pages':
    'Một tập là một tệp PDF, hoặc nhiều tệp ảnh mỗi tệp một trang; không trộn lẫn.',
  'too-many-files': 'Tối đa 100 trang một tập: chia thành nhiều tập, mỗi tập có tờ phân trang.',
  'batch-too-large': 'Tập quá lớn (tối đa 100 MB): quét 200–300 dpi, hoặc chia thành nhiều tập.',
} satisfies Record<BatchUnfit, string>;

const part = {
  fits: '● Khớp',
  missing: '■ Thiếu',
  twice: '◆ Hai lần',
  differs: '◆ Khác số đã đếm',
} satisfies Record<PartLine['state'], string>;

export const vi = {
  unfit,
  part,
  title: 'Quét cả tập bằng máy nạp giấy',
  hint: 'Đếm trang từng giấy, in tờ phân trang, đặt mỗi tờ trước giấy của nó rồi quét một lần.',
  columns: { paper: 'Giấy tờ', counted: 'Đã đếm', found: 'Trong tập', state: 'So' },
  countOf: (paper: string) => `Số trang: ${paper}`,
  print: 'In tờ phân trang',
  countFirst: 'Đếm đủ số trang của từng giấy trước.',
  openSheet: 'Mở tờ phân trang',
  give: 'Chọn tập quét',
  giveHint: 'Một tệp PDF, hoặc mọi tệp ảnh của tập (mỗi trang một tệp, theo thứ tự tên).',
  file: (name: string, count: number) => (count > 1 ? `${name} … (${count} trang)` : name),
  sending: (at: number, of: number) => `○ Đang gửi… ${at} / ${of}`,
  checking: (at: number, of: number) => `◐ Đang kiểm tra… ${at} / ${of}`,
  good: '● Đạt, đã xếp theo giấy tờ',
  amber: '◆ Dùng được, nên xem lại',
  bad: '■ Không xếp được: quét lại cả tập',
  pages: (from: number, to: number) => (from === to ? `trang ${from}` : `trang ${from}–${to}`),
  noPages: 'không có trang nào',
  uncounted: 'chưa đếm',
  page: (page: number) => `Trang ${page}`,
  likePage: (page: number) => `Giống trang ${page}`,
  saidFound: (said: string, found: string) => `Ghi ${said}, có ${found}`,
  lookAt: (one: number, other: number) => `Xem trang ${one} và trang ${other}`,
  noPicture: 'Không có ảnh của trang này.',
  close: 'Đóng',
};

export type BatchWords = typeof vi;
