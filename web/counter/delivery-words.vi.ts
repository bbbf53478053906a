import { deliveryWords } from '../kit/delivery-words.ts';

export const vi = {
  ...deliveryWords.vi,
  open: 'Công dân đổi cách nhận kết quả',
  lead: 'Mỗi hồ sơ chỉ đổi được một lần. Số điện thoại của hồ sơ sẽ được nhắn báo.',
  home: (name: string) => `Hiện nay: về ${name}, hoặc theo địa chỉ trong hồ sơ.`,
  checked: 'Tôi đã so người xin đổi với giấy tờ tùy thân.',
  record: 'Ghi cách nhận mới',
};

export type CounterDeliveryWords = typeof vi;
