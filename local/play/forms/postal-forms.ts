import type {
  CoverSheetForm,
  DispatchLabelForm,
  FormPrinter,
  HandoverForm,
  ReceiptForm,
} from '#ports/form-printer.ts';

const printedFor = Date.UTC(2026, 10, 23, 2);
const components = [
  { name: 'Đơn đăng ký biến động đất đai', copyKind: 'bản chính', count: 1 },
  { name: 'Giấy chứng nhận đã cấp', copyKind: 'bản chính', count: 1 },
] as const;
const code = 'H13.01-261123-0001';
const procedure = 'Cấp đổi Giấy chứng nhận quyền sử dụng đất';

const receipt: Omit<ReceiptForm, 'source'> = {
  agency: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ',
  office: 'Bưu điện Vị Thanh',
  code,
  trackingUrl: `https://ho-so.example.vn/tra-cuu/${code}`,
  secret: { tracking: '7KQ2MX9D' },
  applicant: {
    name: 'Nguyễn Thị Ánh',
    personalNumber: '093190001234',
    phone: '+84912345678',
    address: 'Ấp 3, xã Vị Tân, thành phố Cần Thơ',
  },
  procedure: { code: '1.012783', name: procedure },
  components,
  acceptedAt: '09:00 23/11/2026',
  printedFor,
  dueAt: '17:00 30/11/2026',
  explanation: ['Tiếp nhận', 'Tính từ ngày 24/11/2026', 'Hẹn trả'],
  fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
  scans: [],
  isCorrected: false,
  reprint: 0,
};

const handover: HandoverForm = {
  number: 'BG-261123-01',
  giver: { organisation: 'Bưu điện Vị Thanh', person: 'Lê Anh Tuấn' },
  receiver: { organisation: 'Sở Nông nghiệp và Môi trường', person: 'Phạm Thị Hoa' },
  place: 'Cần Thơ, ngày 23 tháng 11 năm 2026',
  handedAt: '09 giờ 15 phút, ngày 23/11/2026',
  papers: [{ code, applicant: 'Nguyễn Thị Ánh', procedure, waybill: 'RG100000003VN', components }],
  results: [],
  printedFor,
};

const coverSheets: CoverSheetForm = {
  dossierId: '01M8500000000000000000000A',
  office: 'Bưu điện Vị Thanh',
  procedure,
  components: components.map((component, n) => ({
    ...component,
    id: `giay-${n}`,
    pages: 2,
  })),
  reprint: 0,
  printedFor,
};

const label: DispatchLabelForm = {
  carrier: 'vnpost',
  waybill: 'EE473124829VN',
  sender: { agency: 'Sở Nông nghiệp và Môi trường', office: 'Bưu điện Vị Thanh' },
  receiver: {
    name: 'Nguyễn Thị Ánh',
    address: 'Ấp 3, xã Vị Tân, thành phố Cần Thơ',
    phone: '+84912345678',
  },
  dossierCode: code,
  codVnd: 0,
  dispatchedAt: '09:00 30/11/2026',
  printedFor,
  reprint: 0,
};

/** Mẫu 01 of each set, and once more with a list that goes over pages. */
const receiptsOf = (printer: FormPrinter): [string, () => Promise<Uint8Array>][] => {
  const of = (set: string, source: string, change: Partial<ReceiptForm> = {}) =>
    [
      `${set}/01-giay-tiep-nhan.pdf`,
      () => printer.receipt({ ...receipt, source: `Mẫu số 01 (${source})`, ...change }),
    ] as [string, () => Promise<Uint8Array>];
  const thirty = Array.from({ length: 30 }, (_, n) => ({
    name: `Bản vẽ số ${n + 1} của hồ sơ thiết kế kỹ thuật, có xác nhận của đơn vị tư vấn`,
    copyKind: 'chứng thực' as const,
    count: 1,
  }));
  return [
    of('tt-03-2025', 'Thông tư 03/2025/TT-VPCP'),
    of('tt-01-2018', 'Thông tư 01/2018/TT-VPCP'),
    of('30-thanh-phan-in-lai', 'Thông tư 03/2025/TT-VPCP', { components: thirty, reprint: 2 }),
  ];
};

/** The receipt and the papers of the post, which have drawings of their own. */
export const postalForms = (printer: FormPrinter): ReadonlyMap<string, () => Promise<Uint8Array>> =>
  new Map([
    ...receiptsOf(printer),
    ['buu-dien/giay-ban-giao.pdf', () => printer.handover(handover)],
    ['buu-dien/to-phan-trang.pdf', () => printer.coverSheets(coverSheets)],
    ['buu-dien/nhan-buu-gui.pdf', () => printer.dispatchLabel(label)],
  ]);
