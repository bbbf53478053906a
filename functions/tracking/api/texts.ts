import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Stage } from '#domain/dossier/progress.ts';
import type { Whereabouts } from '#domain/dossier/whereabouts.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';

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
      vi: `Tại ${office}, chưa tiếp nhận xong`,
      en: `At ${office}, not accepted yet`,
    },
    'on-its-way': { vi: `Đã tiếp nhận, chuyển đến ${agency}`, en: `Accepted, sent to ${agency}` },
    waiting: { vi: `${agency} đã nhận, chờ xử lý`, en: `Received by ${agency}, waiting its turn` },
    working: { vi: `${agency} đang xử lý`, en: `${agency} is working on it` },
    'with-citizen': {
      vi: `${agency} chờ ông/bà bổ sung giấy tờ`,
      en: `${agency} waits for the papers that it asked you for`,
    },
    decided: { vi: `${agency} đã có kết quả`, en: `${agency} has decided` },
    dispatched: {
      vi: `${office} gửi kết quả qua bưu điện`,
      en: `${office} sends the result by post`,
    },
    returned: { vi: 'Kết quả đã được giao', en: 'The result has been delivered' },
  })[stage];

/** Where the papers are, as a sentence. */
export const papersText = (papers: Whereabouts, office: string, agency: string): Sentence => {
  switch (papers.place) {
    case 'office':
      return { vi: `Giấy tờ ở ${office}`, en: `The papers are at ${office}` };
    case 'on-its-way':
      return {
        vi: `Giấy tờ đang chuyển đến ${agency}, chậm nhất ${formatInstant(papers.by)}`,
        en: `The papers are on their way to ${agency}, there by ${formatInstant(papers.by)} at the latest`,
      };
    case 'department':
      return { vi: `Giấy tờ ở ${agency}`, en: `The papers are at ${agency}` };
    case 'parcel':
      return {
        vi: `Giấy tờ và kết quả trong bưu gửi ${papers.waybill}`,
        en: `Papers and result are in the parcel ${papers.waybill}`,
      };
    case 'handed-over':
      return {
        vi: `Đã giao lúc ${formatInstant(papers.at)}`,
        en: `Handed over at ${formatInstant(papers.at)}`,
      };
  }
};
