import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFormPrinter } from '#adapters/pdf/form-printer.ts';
import type { ReceiptForm } from '#ports/form-printer.ts';

const folder = 'node_modules/@expo-google-fonts/be-vietnam-pro';

export const fontFiles = {
  'regular.ttf': join(folder, '400Regular/BeVietnamPro_400Regular.ttf'),
  'bold.ttf': join(folder, '700Bold/BeVietnamPro_700Bold.ttf'),
  'italic.ttf': join(folder, '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf'),
} as const;

export const printer = makeFormPrinter(async (name) => readFileSync(fontFiles[name]));

export const printedFor = Date.UTC(2026, 10, 23, 2);

export const aReceipt = (change: Partial<ReceiptForm> = {}): ReceiptForm => ({
  source: 'Mẫu số 01 (Thông tư 03/2025/TT-VPCP)',
  agency: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ',
  office: 'Bưu điện Vị Thanh',
  code: 'H13.01-261123-0001',
  trackingUrl: 'https://ho-so.example.vn/tra-cuu/H13.01-261123-0001',
  secret: { tracking: '7KQ2MX9D' },
  applicant: {
    name: 'Nguyễn Thị Ánh',
    personalNumber: '093190001234',
    phone: '+84912345678',
    address: 'Ấp 3, xã Vị Tân',
  },
  procedure: { code: '1.012783', name: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất' },
  components: [
    { name: 'Đơn đăng ký biến động', copyKind: 'bản chính', count: 1 },
    { name: 'Giấy chứng nhận đã cấp', copyKind: 'bản chính', count: 1 },
    { name: 'Giấy chứng nhận đã cấp', copyKind: 'photo', count: 2 },
  ],
  acceptedAt: '09:00 23/11/2026',
  printedFor,
  dueAt: '17:00 30/11/2026',
  explanation: ['Tiếp nhận', 'Tính từ ngày 24/11/2026', 'Hẹn trả'],
  fees: { stateFeesVnd: 1_250_000, postageVnd: 28_000 },
  scans: [{ name: 'Đơn đăng ký biến động', pages: 2, sha256: 'a1b2c3d4e5f60718'.repeat(4) }],
  reprint: 0,
  isCorrected: false,
  ...change,
});
