import type { OfficialForm } from './official-form.ts';
import type { CopyKind, PrintedForm } from './printed-form.ts';

/** Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả. All texts are ready to print. */
export interface ReceiptForm extends PrintedForm {
  /** `Mẫu số 01 (Thông tư 03/2025/TT-VPCP)`, at the foot of each page. */
  readonly source: string;
  readonly agency: string;
  readonly office: string;
  /** Mã hồ sơ. */
  readonly code: string;
  readonly trackingUrl: string;
  /** Mã tra cứu, on the one print that goes to the citizen; on a copy, what kind it is: `Bản lưu`. */
  readonly secret: { readonly tracking: string } | { readonly withheld: string };
  readonly applicant: {
    readonly name: string;
    /** Printed with its middle hidden: a lost receipt gives no identity away. */
    readonly personalNumber: string;
    readonly phone: string;
    readonly address: string;
    readonly email?: string;
  };
  /** Chủ hồ sơ, where the applicant files for somebody else. */
  readonly owner?: { readonly name: string; readonly address: string };
  readonly procedure: { readonly code: string; readonly name: string };
  /** Neighbours of one name share a row. */
  readonly components: readonly {
    readonly name: string;
    readonly copyKind: CopyKind;
    readonly count: number;
  }[];
  /** Số bộ hồ sơ; one unless told. */
  readonly sets?: number;
  /** Thời gian giải quyết theo quy định, e.g. `5 ngày làm việc`. */
  readonly timeLimit?: string;
  readonly acceptedAt: string;
  /** Undefined where there is no time limit. */
  readonly dueAt: string | undefined;
  /** Why this date, a sentence a step: the first tells of the receipt, the last of the due date. */
  readonly explanation: readonly string[];
  /** Hình thức nhận kết quả; by public postal service unless told. */
  readonly returnWay?: string;
  readonly fees: {
    /** Phí and lệ phí together, đồng. */
    readonly stateFeesVnd: number;
    /** Cước, đồng: the post's own, never in one sum with what belongs to the State. */
    readonly postageVnd: number;
    /** Where known, phí and lệ phí are printed apart. */
    readonly stateFeeItems?: readonly {
      readonly kind: 'phí' | 'lệ phí';
      readonly name: string;
      readonly amountVnd: number;
    }[];
  };
  readonly scans: readonly {
    readonly name: string;
    readonly pages: number;
    readonly sha256: string;
  }[];
  /** `Vị Thanh, ngày 23 tháng 11 năm 2026` */
  readonly placeAndDate?: string;
  /** Who signs as NGƯỜI TIẾP NHẬN HỒ SƠ. */
  readonly receivedBy?: string;
  /** Đính chính after it was accepted: the sheet before says something else. */
  readonly isCorrected: boolean;
  /** How often it was printed before. */
  readonly reprint: number;
}

/** Nhãn bưu gửi: what the courier sticks on the envelope with the result. */
export interface DispatchLabelForm extends PrintedForm {
  readonly carrier: string;
  /** S10 or another number of the carrier. */
  readonly waybill: string;
  readonly sender: {
    readonly agency: string;
    readonly office: string;
    readonly phone?: string;
  };
  readonly receiver: {
    readonly name: string;
    readonly address: string;
    readonly phone?: string;
  };
  /** Mã hồ sơ. */
  readonly dossierCode: string;
  /** Thu hộ, đồng; 0 when nothing is collected. */
  readonly codVnd: number;
  /** Phí and lệ phí to collect, đồng: never in one sum with the COD. */
  readonly stateFeesVnd?: number;
  /** `15/12/2026, buổi sáng`: when the citizen would like it. */
  readonly wish?: string;
  readonly dispatchedAt: string;
  /** 0 for the first print; every later one is marked. */
  readonly reprint: number;
  /** Thu hồi giấy tờ (TT 17/2017): old papers that the courier brings back. */
  readonly takeBack?: readonly string[];
}

/** Tờ phân trang: lies on top of the papers of one component, so that the scan names itself. */
export interface CoverSheetForm extends PrintedForm {
  readonly dossierId: string;
  /** Mã hồ sơ, once the dossier has one. */
  readonly dossierCode?: string;
  readonly office: string;
  readonly procedure: string;
  /** One sheet each. */
  readonly components: readonly {
    readonly id: string;
    readonly name: string;
    readonly copyKind: CopyKind;
    readonly count: number;
    /** Pages that follow this sheet. */
    readonly pages: number;
  }[];
  /** How often they were printed before. */
  readonly reprint: number;
}

export interface HandedDossier {
  /** Mã hồ sơ. */
  readonly code: string;
  readonly applicant: string;
  readonly procedure: string;
  /** Số phiếu gửi, which the Biên bản names (QĐ 45/2016 art. 7). */
  readonly waybill?: string;
  readonly components: readonly {
    readonly name: string;
    readonly copyKind: CopyKind;
    readonly count: number;
  }[];
  readonly remark?: string;
}

/** Giấy bàn giao hồ sơ: both sides count together, sign, and keep a copy each. */
export interface HandoverForm extends PrintedForm {
  /** Số. */
  readonly number: string;
  readonly giver: { readonly organisation: string; readonly person: string };
  readonly receiver: { readonly organisation: string; readonly person: string };
  readonly place: string;
  /** Giờ, phút, ngày: with the signatures it is the legal filing time (QĐ 45/2016 art. 7(4)). */
  readonly handedAt: string;
  /** I. Giao hồ sơ. */
  readonly papers: readonly HandedDossier[];
  /** II. Nhận kết quả. */
  readonly results: readonly HandedDossier[];
}

/** Sets forms as PDF. The same form gives the same bytes. */
export interface FormPrinter {
  receipt(form: ReceiptForm): Promise<Uint8Array>;
  dispatchLabel(form: DispatchLabelForm): Promise<Uint8Array>;
  coverSheets(form: CoverSheetForm): Promise<Uint8Array>;
  handover(form: HandoverForm): Promise<Uint8Array>;
  officialForm(form: OfficialForm): Promise<Uint8Array>;
  /** Several of one paper in one file, each with pages of its own. At least one. */
  officialForms(forms: readonly OfficialForm[]): Promise<Uint8Array>;
}
