import type { TaskRule, TimeRule } from '#domain/deadline/time-rule.ts';
import type { Channel } from './channel.ts';
import type { Effective } from './effective.ts';
import type { ProcedureGuide } from './guide.ts';
import type { Certainty } from './stated.ts';

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
  /** The public data base that holds what it says: then the paper may not be demanded (NĐ 309/2026 art. 2). */
  readonly dataBase?: string;
}

export interface ProcedureFee {
  /** `fee`: phí, `charge`: lệ phí. Both go to the State. */
  readonly kind: 'fee' | 'charge';
  /** Whole đồng: of the whole, or of each of the first pages. */
  readonly amountVnd: number;
  readonly note: string;
  /** Cách nộp that pay it; absent: all. Exemptions of online filings leave the post to pay in full. */
  readonly channels?: readonly Channel[];
  /** Days on which it is taken; absent: as long as the version is in force. */
  readonly effective?: Effective;
  /** By page of the original, for each copy, at most `atMostVnd` a copy. */
  readonly byPage?: {
    readonly firstPages: number;
    readonly nextVnd: number;
    readonly atMostVnd: number;
  };
  /** For each copy that is asked for. */
  readonly perCopy?: true;
}

/** Trường hợp within one procedure that has a term of its own. */
export interface ProcedureCase {
  readonly id: string;
  readonly name: string;
  readonly timeRule: TimeRule;
  readonly source: string;
}

/** Kéo dài thời hạn that the law of a procedure grants by itself. */
export interface Prolongation {
  readonly id: string;
  /** When it may be used. */
  readonly name: string;
  /** The article, as it is printed. */
  readonly ground: string;
  /** `term`: so many in the whole; `extra`: so many more. Absent: by written agreement only. */
  readonly most?: { readonly workingDays: number; readonly of: 'term' | 'extra' };
  /** The law lets agency and citizen agree in writing on a later day. */
  readonly byAgreement?: true;
}

/** How sure we are of one field; `unknown`: nobody has read it, and nothing stands here in its place. */
export type FieldCertainty = Certainty | 'unknown';

/** Liên thông: other agencies' parts of the procedure, with its owner in the lead (NĐ 61/2018 art. 19(6), since replaced by NĐ 118/2025). */
export interface Joint {
  /** On paper one after the other, electronically all at once. */
  readonly mode: 'sequential' | 'parallel';
  readonly legs: readonly {
    /** An agency id, or `commune`. */
    readonly agency: string;
    readonly task: string;
    readonly limit: TaskRule;
  }[];
  /** What exactly a province must confirm of it. */
  readonly certaintyNote: string;
  readonly sources: readonly string[];
}

/** Thủ tục hành chính in one version. */
export interface Procedure extends ProcedureGuide {
  /** National code, `d.dddddd`. */
  readonly code: string;
  readonly version: string;
  readonly name: string;
  readonly nameEn: string;
  /** Lĩnh vực. */
  readonly field: string;
  /** An agency id, or `commune`. */
  readonly owner: string;
  /**
   * Thẩm quyền of a commune: by where the person lives, the event happened or the land lies; `any`: each
   * settles it, so the one where it is handed in does. Absent: by residence.
   */
  readonly jurisdiction?: 'residence' | 'event' | 'land' | 'any';
  readonly effective: Effective;
  readonly components: readonly ProcedureComponent[];
  readonly timeRule: TimeRule;
  /** Cases with terms of their own; `chooseCase`: one must be named, because none is usual. */
  readonly cases?: readonly ProcedureCase[];
  readonly chooseCase?: true;
  /** `unknown` fees: decided by HĐND and not read; what stands here is not all. */
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
  /** Trả kết quả ngay: Mẫu 01 is printed only on request (NĐ 61/2018 art. 17, since replaced by NĐ 118/2025). */
  readonly immediate: boolean;
  readonly joint?: Joint;
  /** Sector law leaves the waiting for an opinion out of the limit; elsewhere the limit runs on. */
  readonly consultationStopsClock?: true;
  /** Filed online only, but over a counter while an incident stops the portal; the ground says so. */
  readonly onlineButForIncident?: string;
  /** Asked for papers, the citizen answers within so many working days, or is refused. */
  readonly answerWithin?: { readonly workingDays: number; readonly source: string };
  /** Asked agencies answer within so many working days; who is silent has agreed. */
  readonly silenceIsConsent?: { readonly workingDays: number; readonly source: string };
  /** Where the law itself gives more time; no apology, and nobody is late by it. */
  readonly prolongations?: readonly Prolongation[];
  /** Thời hạn lưu trữ of the file; a proposal until the sector's schedule is loaded. */
  readonly retentionClass: RetentionClass;
  /** How sure we are of code, limit and fees; a province confirms each before go-live. */
  readonly certainty: Certainty;
  /** The same field by field, where they differ. */
  readonly certainties?: {
    readonly name: FieldCertainty;
    readonly timeRule: FieldCertainty;
    readonly fees: FieldCertainty;
    readonly components: FieldCertainty;
  };
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
