import type { FolderFile } from './use-folder.ts';

const file = {
  sending: '○ đang gửi',
  deleted: '● đã có trong hệ thống, đã xóa khỏi thư mục',
  kept: '■ chưa nhận được, còn trong thư mục: xem lý do ở dòng giấy tờ',
  left: '◆ đã có trong hệ thống nhưng chưa xóa được: xóa tay',
} satisfies Record<FolderFile['state'], string>;

export const vi = {
  file,
  title: 'Thư mục máy quét',
  none: 'Máy quét ghi tệp vào thư mục nào thì chọn thư mục đó: quét xong là tệp tự vào hồ sơ.',
  impossible: 'Trình duyệt này không theo dõi được thư mục: dùng Chrome hoặc Edge, hoặc chọn tệp.',
  choose: 'Chọn thư mục máy quét',
  another: 'Thư mục khác',
  askTitle: 'Tệp trong thư mục sẽ bị xóa sau khi gửi',
  ask: 'Mỗi tệp mới được gửi vào hồ sơ đang mở. Khi hệ thống đã kiểm tra đạt, tệp bị XÓA khỏi thư mục, để ảnh giấy tờ của công dân không nằm lại trên máy này. Tệp không đạt thì còn nguyên.',
  askOld: 'Tệp có sẵn trong thư mục không bị động đến. Chọn thư mục chỉ dùng cho máy quét.',
  go: 'Hiểu rồi, chọn thư mục',
  cancel: 'Thôi',
  drop: 'Thôi theo dõi',
  watching: (name: string) => `● Thư mục „${name}“: đang chờ giấy`,
  opening: (name: string) => `○ Thư mục „${name}“: đang mở`,
  ask2: (name: string) => `Trình duyệt hỏi lại quyền dùng thư mục „${name}“.`,
  allow: 'Cho phép',
  lost: (name: string) =>
    `Trình duyệt không còn quyền dùng thư mục „${name}“. Tệp quét mới chưa được gửi.`,
  gone: (name: string) => `Không còn thư mục „${name}“: đã xóa, đổi tên hoặc rút ổ.`,
  target: 'Tệp mới là của',
  batch: 'cả tập (một PDF có tờ phân trang)',
  writing: (names: string) => `◐ Máy quét đang ghi: ${names}`,
  old: (count: number) => `Có sẵn ${count} tệp từ trước, chưa gửi.`,
  takeOld: 'Gửi cả những tệp này',
  files: 'Tệp từ thư mục',
};

export type FolderWords = typeof vi;
