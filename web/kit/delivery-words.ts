import type { DayPart } from '#domain/dossier/chosen-delivery.ts';
import type { PlaceKind } from './delivery.ts';

const places = {
  stay: 'Giữ nguyên, chỉ hẹn ngày',
  office: 'Tại quầy bưu cục khác',
  address: 'Tại địa chỉ khác',
} satisfies Record<PlaceKind, string>;

const parts = { morning: 'Buổi sáng', afternoon: 'Buổi chiều' } satisfies Record<DayPart, string>;

const vi = {
  places,
  parts,
  where: 'Nơi nhận',
  office: 'Bưu cục',
  commune: 'Xã, phường',
  address: 'Số nhà, đường, ấp',
  choose: 'Chọn…',
  inPerson: (ground: string) => `Kết quả này phải trao tận tay (${ground}).`,
  day: 'Ngày mong nhận, nếu có',
  dayHint: 'Ngày làm việc. Bưu tá sẽ cố gắng, không hứa chắc.',
  part: 'Buổi',
  anyPart: 'Lúc nào cũng được',
  more: (amount: string) => `Thêm cước ${amount}, trả khi nhận hoặc tại quầy.`,
  noMore: 'Không thêm cước.',
  missing: 'Xin chọn nơi nhận đầy đủ, hoặc một ngày.',
  before: 'Cách nhận đã đổi một lần rồi, mỗi hồ sơ chỉ đổi được một lần.',
  left: 'Kết quả đã được gửi đi, không đổi cách nhận được nữa.',
};

export type DeliveryWords = typeof vi;

const en: DeliveryWords = {
  places: {
    stay: 'As it is, only a day',
    office: 'At another post office',
    address: 'At another address',
  },
  parts: { morning: 'Morning', afternoon: 'Afternoon' },
  where: 'Where',
  office: 'Post office',
  commune: 'Commune or ward',
  address: 'House, street, hamlet',
  choose: 'Choose…',
  inPerson: (ground) => `By law this result is handed over in person (${ground}).`,
  day: 'Wished day, if any',
  dayHint: 'A working day. The postman will try; it is no promise.',
  part: 'Time of day',
  anyPart: 'Any time',
  more: (amount) => `${amount} more postage, paid on receipt or at a counter.`,
  noMore: 'No more postage.',
  missing: 'Please choose a whole place, or a day.',
  before: 'It was changed before; that can be done only once.',
  left: 'The result is on its way, this can no longer be changed.',
};

/** Words of how a result is received, for the citizen and the counter. */
export const deliveryWords = { vi, en } as const;
