import { createHash } from 'node:crypto';
import type { Place, Proof } from './waybill-order.ts';

export const storyNames = ['delivered', 'refused', 'two-attempts', 'lost'] as const;
export type StoryName = (typeof storyNames)[number];

export interface Step {
  readonly code: string;
  readonly note: string;
  readonly place: Place;
  /** Hours after the first step. */
  readonly hours: number;
  readonly proof?: Proof;
}

/** Event codes that the page offers, with what the carrier prints. UPU EMSEVT; RTS, RTD, LOS, DMG are ours. */
export const codeNames: Readonly<Record<string, string>> = {
  EMA: 'Chấp nhận gửi',
  EMC: 'Rời bưu cục gốc',
  EMD: 'Đến tỉnh phát',
  EMF: 'Rời trung tâm khai thác',
  EMG: 'Đến bưu cục phát',
  EDF: 'Giữ tại bưu cục phát',
  EDG: 'Bưu tá đi phát',
  EMH: 'Phát không thành công',
  EMI: 'Phát thành công',
  RTS: 'Chuyển hoàn',
  RTD: 'Đã hoàn về người gửi',
  LOS: 'Thất lạc',
  DMG: 'Hư hỏng',
};

const center: Place = { code: '900000', name: 'Bưu cục Trung tâm Cần Thơ' };
const hub: Place = { code: '900900', name: 'Trung tâm khai thác Cần Thơ' };
const office: Place = { code: '910000', name: 'Bưu cục Vị Thanh' };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Invented, and the same for the same waybill. */
export const proofFor = (waybill: string, receiverName: string): Proof => ({
  receiverName,
  relation: 'Chính chủ',
  identityChecked: true,
  signatureSha256: digest(`signature of ${waybill}`),
  photoSha256: digest(`photo of ${waybill}`),
});

const onTheWay: readonly Step[] = [
  { code: 'EMA', note: 'Nhận kết quả từ cơ quan', place: center, hours: 0 },
  { code: 'EMC', note: 'Đóng chuyến thư', place: center, hours: 2 },
  { code: 'EMF', note: 'Rời trung tâm khai thác', place: hub, hours: 6 },
  { code: 'EMG', note: 'Đến bưu cục phát', place: office, hours: 12 },
];

const outAt = (hours: number): Step => ({
  code: 'EDG',
  note: 'Giao bưu tá đi phát',
  place: office,
  hours,
});

const delivered = (hours: number, proof: Proof): Step => ({
  code: 'EMI',
  note: 'Phát tận tay, đã đối chiếu giấy tờ',
  place: office,
  hours,
  proof,
});

const failed = (hours: number, note: string): Step => ({ code: 'EMH', note, place: office, hours });

/** TT 17/2017: two invitations two working days apart, then back to the agency. */
const stories: Readonly<Record<StoryName, (proof: Proof) => readonly Step[]>> = {
  delivered: (proof) => [...onTheWay, outAt(24), delivered(26, proof)],
  'two-attempts': (proof) => [
    ...onTheWay,
    outAt(24),
    failed(26, 'Người nhận vắng nhà, hẹn phát lại'),
    outAt(72),
    delivered(74, proof),
  ],
  refused: () => [
    ...onTheWay,
    outAt(24),
    failed(26, 'Người nhận từ chối nhận'),
    { code: 'RTS', note: 'Chuyển hoàn về cơ quan', place: office, hours: 30 },
    { code: 'RTD', note: 'Cơ quan đã nhận lại', place: center, hours: 54 },
  ],
  lost: () => [
    ...onTheWay.slice(0, 3),
    { code: 'LOS', note: 'Không tìm thấy bưu gửi', place: hub, hours: 96 },
  ],
};

export const stepsOf = (story: StoryName, proof: Proof): readonly Step[] => stories[story](proof);

/** Out of order as it happens: neighbours change places; the same input, the same disorder. */
export const disordered = <T>(items: readonly T[]): readonly T[] =>
  Array.from({ length: Math.ceil(items.length / 2) }, (_, n) =>
    items.slice(2 * n, 2 * n + 2).reverse(),
  ).flat();

export const isStoryName = (value: unknown): value is StoryName =>
  storyNames.some((name) => name === value);
