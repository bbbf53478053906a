import { type Effective, inForce } from '#domain/catalogue/effective.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What a form of the one-stop is for. */
export type FormKind =
  | 'receipt'
  | 'supplement-request'
  | 'reception-refusal'
  | 'extension'
  | 'stop-notice'
  | 'control-sheet'
  | 'tracking-book';

export interface OfficialTitle {
  /** `Mẫu số 02` */
  readonly number: string;
  readonly title: string;
  readonly source: string;
  readonly paper: 'A4' | 'A5';
}

interface FormSet {
  readonly effective: Effective;
  readonly source: string;
  readonly forms: Readonly<Partial<Record<FormKind, readonly [number: string, title: string]>>>;
}

const day = (text: string) => text as VietnamDay;

const receipt = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả';
const request = 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ';
const refusal = 'Phiếu từ chối tiếp nhận giải quyết hồ sơ';
const control = 'Phiếu kiểm soát quá trình giải quyết hồ sơ';
const book = 'Sổ theo dõi hồ sơ';

/**
 * The two sets of forms. TT 03/2025 put the stop notice in at number 05, so the control sheet and the
 * book moved on; 04 became an apology with a request for more time.
 */
const sets: readonly FormSet[] = [
  {
    effective: { from: day('2018-11-23'), to: day('2025-09-14') },
    source: 'Thông tư 01/2018/TT-VPCP',
    forms: {
      receipt: ['01', receipt],
      'supplement-request': ['02', request],
      'reception-refusal': ['03', refusal],
      extension: ['04', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả'],
      'control-sheet': ['05', control],
      'tracking-book': ['06', book],
    },
  },
  {
    effective: { from: day('2025-09-15') },
    source: 'Thông tư 03/2025/TT-VPCP',
    forms: {
      receipt: ['01', receipt],
      'supplement-request': ['02', request],
      'reception-refusal': ['03', refusal],
      extension: ['04', 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ'],
      'stop-notice': ['05', 'Thông báo dừng giải quyết hồ sơ'],
      'control-sheet': ['06', control],
      'tracking-book': ['07', book],
    },
  },
];

/** The form as it was on the day of the act; undefined where that day's set has none. */
export const formOn = (kind: FormKind, on: VietnamDay): OfficialTitle | undefined => {
  const set = sets.find((each) => inForce(each, on));
  const form = set?.forms[kind];
  if (!set || !form) return undefined;
  const [number, title] = form;
  const paper = kind === 'tracking-book' ? 'A4' : 'A5';
  return { number: `Mẫu số ${number}`, title, source: set.source, paper };
};
