import { deliveryWords as common } from '../kit/delivery-words.ts';

const vi = {
  ...common.vi,
  heading: 'Nhận kết quả ở đâu, khi nào',
  home: (name: string) => `Hiện nay kết quả về ${name}, hoặc theo địa chỉ đã ghi trong hồ sơ.`,
  open: 'Đổi cách nhận',
  lead: 'Mỗi hồ sơ chỉ đổi được một lần, trước khi kết quả được gửi đi. Số điện thoại của hồ sơ sẽ được nhắn báo.',
  send: 'Ghi cách nhận mới',
  sending: 'Đang gửi…',
  chosen: 'Đã ghi cách nhận mới',
  chosenAt: (name: string) => `Nơi nhận: ${name}`,
  wished: (day: string) => `Mong nhận ${day}`,
};

const en: typeof vi = {
  ...common.en,
  heading: 'Where and when the result comes',
  home: (name) => `Now the result comes to ${name}, or to the address of the dossier.`,
  open: 'Change it',
  lead: 'It can be changed once, before the result leaves. The telephone of the dossier is told.',
  send: 'Record it',
  sending: 'Sending…',
  chosen: 'Recorded',
  chosenAt: (name) => `Where: ${name}`,
  wished: (day) => `Wished for ${day}`,
};

/** Words of how the result is received; fetched with the detail. */
export const deliveryWords = { vi, en } as const;
