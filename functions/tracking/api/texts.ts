import type { Holder } from '#domain/custody/holding.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Stage } from '#domain/dossier/progress.ts';
import type { DeliveryState } from '#domain/shipment/delivery.ts';

export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** What a citizen reads; the national names of the statuses. */
export const statusText: Readonly<Record<CaseStatus, Sentence>> = {
  registered: { vi: 'Mới đăng ký', en: 'Registered' },
  accepted: { vi: 'Được tiếp nhận', en: 'Accepted' },
  'not-accepted': { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  'in-progress': { vi: 'Đang xử lý', en: 'In progress' },
  'supplement-requested': { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers needed' },
  'payment-requested': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment needed' },
  'withdrawal-requested': { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal asked' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
  decided: { vi: 'Đã xử lý xong', en: 'Decided' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

/** Who has the case; `office` and `agency` as the citizen knows them. */
export const stageText = (stage: Stage, office: string, agency: string): Sentence =>
  ({
    'at-counter': {
      vi: `Làm thủ tục tại ${office}`,
      en: `Being taken in at ${office}`,
    },
    'with-post': {
      vi: `${office} chuyển đến ${agency}; thời hạn tính từ khi bàn giao`,
      en: `${office} carries it to ${agency}; the time limit begins when it is handed over`,
    },
    'on-its-way': { vi: `Đã tiếp nhận, chuyển đến ${agency}`, en: `Accepted, sent to ${agency}` },
    waiting: {
      vi: `${agency} đã nhận bản điện tử, chờ xử lý`,
      en: `${agency} has the electronic file; it waits its turn`,
    },
    working: { vi: `${agency} đang xử lý`, en: `${agency} is working on it` },
    'with-citizen': {
      vi: `${agency} chờ ông/bà bổ sung giấy tờ`,
      en: `${agency} waits for the papers that it asked you for`,
    },
    unpaid: {
      vi: `${agency} chờ ông/bà nộp tiền`,
      en: `${agency} waits for your payment`,
    },
    decided: { vi: `${agency} đã có kết quả`, en: `${agency} has decided` },
    dispatched: {
      vi: `${office} gửi kết quả qua bưu điện`,
      en: `${office} sends the result by post`,
    },
    returned: { vi: 'Kết quả đã được giao', en: 'The result has been delivered' },
    'papers-sent': {
      vi: `${office} gửi trả giấy tờ qua bưu điện`,
      en: `${office} sends the papers back by post`,
    },
    'papers-returned': { vi: 'Giấy tờ đã được trả lại', en: 'The papers have been given back' },
  })[stage];

/** Who answers for papers now. */
export const holderText = (holder: Holder['kind'], name: string): Sentence =>
  ({
    citizen: { vi: 'Đã trả cho ông/bà', en: 'Back with you' },
    office: { vi: `Ở ${name}`, en: `At ${name}` },
    agency: { vi: `Ở ${name}`, en: `At ${name}` },
    courier: { vi: `Bưu tá của ${name} đang chuyển`, en: `With the courier of ${name}` },
    carrier: { vi: 'Trong bưu gửi trả cho ông/bà', en: 'In the parcel on its way to you' },
    missing: {
      vi: 'Không thấy khi kiểm đếm, đang tìm',
      en: 'Not there when counted, being searched',
    },
  })[holder];

/** Where the parcel with the result is. */
export const deliveryText: Readonly<Record<DeliveryState, Sentence>> = {
  'label-made': { vi: 'Bưu cục đang gửi kết quả', en: 'Being posted' },
  'in-transit': { vi: 'Bưu gửi đang trên đường', en: 'On its way' },
  'out-for-delivery': { vi: 'Bưu tá đang đi phát', en: 'Out for delivery' },
  'attempt-failed': { vi: 'Bưu tá đã đến mà chưa gặp', en: 'The courier came and met nobody' },
  delivered: { vi: 'Đã giao tận tay', en: 'Delivered' },
  returning: { vi: 'Đang chuyển trả về bưu cục', en: 'On its way back to the post office' },
  'returned-to-sender': { vi: 'Đã về lại bưu cục', en: 'Back at the post office' },
  lost: { vi: 'Bưu điện đang tìm bưu gửi', en: 'Being searched for by the post' },
};
