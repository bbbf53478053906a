import type { Port } from '../kit/react/scanner/scanner-ports.ts';

const state = {
  open: '● đang nối',
  unplugged: '■ đã rút dây: cắm lại, máy tự nối',
  shut: '◆ chương trình khác đang giữ: đóng chương trình đó rồi nối lại',
} satisfies Record<Port['state'], string>;

export const vi = {
  state,
  open: 'Phím và máy quét mã',
  keys: 'Phím',
  key: {
    F1: 'bảng này',
    F2: 'người nộp mới, về ô đầu',
    F9: 'việc chính: mở hồ sơ, tiếp nhận, hồ sơ tiếp theo',
    'Alt+C': 'chủ hồ sơ là người khác',
    'Alt+T': 'thêm hồ sơ của người này',
    Enter: 'ô sau',
  },
  scanner: 'Máy quét mã',
  wedge: 'Máy quét kiểu bàn phím dùng được ngay, không phải nối.',
  grant:
    'Máy quét ở chế độ HID-POS hoặc COM thì nối một lần: chữ có dấu không bị bộ gõ làm sai, con trỏ ở đâu cũng được.',
  none: 'Chưa nối máy nào.',
  hid: 'Nối máy quét USB (HID-POS)',
  serial: 'Nối máy quét COM',
  impossible: 'Trình duyệt này không nối được máy quét: dùng Chrome hoặc Edge.',
  unplugged: (name: string) => `Máy quét „${name}“ đã rút dây. Cắm lại thì máy tự nối.`,
  close: 'Đóng',
};

export type ScannerWords = typeof vi;
