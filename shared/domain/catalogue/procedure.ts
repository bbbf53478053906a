import type { TimeRule } from '#domain/deadline/time-rule.ts';
import type { Effective } from './effective.ts';

/** Thành phần hồ sơ, as the published procedure lists it. */
export interface ProcedureComponent {
  readonly id: string;
  readonly name: string;
  /** Bản chính, bản sao chứng thực, bản chụp. */
  readonly copyKind: 'original' | 'certified' | 'photocopy';
  readonly count: number;
  readonly required: boolean;
  /** Trả lại bản chính: goes back to the citizen with the result. */
  readonly isGivenBack?: boolean;
  /** When a component that is not required must be brought after all. */
  readonly when?: string;
}

export interface ProcedureFee {
  /** `fee`: phí, `charge`: lệ phí. Both go to the State. */
  readonly kind: 'fee' | 'charge';
  /** Whole đồng. */
  readonly amountVnd: number;
  readonly note: string;
}

/** Liên thông: other agencies' parts of the procedure, with its owner in the lead (NĐ 61/2018 art. 19(6)). */
export interface Joint {
  /** On paper one after the other, electronically all at once. */
  readonly mode: 'sequential' | 'parallel';
  readonly legs: readonly {
    /** An agency id, or `commune`. */
    readonly agency: string;
    readonly task: string;
    readonly limit: TimeRule;
  }[];
  /** What exactly a province must confirm of it. */
  readonly certaintyNote: string;
  readonly sources: readonly string[];
}

/** Thủ tục hành chính in one version. */
export interface Procedure {
  /** National code, `d.dddddd`. */
  readonly code: string;
  readonly version: string;
  readonly name: string;
  readonly nameEn: string;
  /** Lĩnh vực. */
  readonly field: string;
  /** An agency id, or `commune`: the one-stop of the commune that the post office lies in. */
  readonly owner: string;
  readonly effective: Effective;
  readonly components: readonly ProcedureComponent[];
  readonly timeRule: TimeRule;
  readonly fees: readonly ProcedureFee[];
  /** `leader`: lãnh đạo duyệt, a second person must approve what the officer proposes. */
  readonly approval?: 'leader';
  readonly result: {
    readonly name: string;
    readonly takesOldPapersBack: boolean;
    /**
     * Thu hồi giấy tờ (TT 17/2017): components whose originals the result replaces. Who filed a copy
     * holds the original until then.
     */
    readonly oldPapers?: readonly string[];
    /** True: no result without them. Absent: it is handed over, and what is outstanding is listed. */
    readonly demandsOldPapers?: true;
  };
  /** Mức 3 or 4, as online services were graded until NĐ 42/2022; absent where it is not known. */
  readonly legacyLevel?: 3 | 4;
  /** Toàn trình, một phần, cung cấp thông tin. */
  readonly serviceLevel: 'full' | 'partial' | 'information';
  /** True: the name tells too much and appears in no message. */
  readonly sensitive: boolean;
  /** Trả kết quả ngay: Mẫu 01 is printed only on request (NĐ 61/2018 art. 17). */
  readonly immediate: boolean;
  readonly joint?: Joint;
  /** Sector law leaves the waiting for an opinion out of the limit; elsewhere the limit runs on. */
  readonly consultationStopsClock?: true;
  /** Thời hạn lưu trữ of the file; a proposal until the sector's schedule is loaded. */
  readonly retentionClass: RetentionClass;
  /** How sure we are of code, limit and fees; a province confirms each before go-live. */
  readonly certainty: 'high' | 'medium' | 'low';
  /** What exactly is not certain. */
  readonly certaintyNote?: string;
  readonly sources: readonly string[];
}

export type RetentionClass =
  | '2-years'
  | '5-years'
  | '10-years'
  | '20-years'
  | '70-years'
  | 'permanent';
