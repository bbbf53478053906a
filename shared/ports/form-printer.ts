/** Mẫu 01 (TT 03/2025): Giấy tiếp nhận hồ sơ và hẹn trả kết quả. All texts are ready to print. */
export interface ReceiptForm {
  readonly agency: string;
  readonly office: string;
  /** Mã hồ sơ. */
  readonly code: string;
  readonly trackingUrl: string;
  /** Mã tra cứu. */
  readonly trackingSecret: string;
  readonly applicant: {
    readonly name: string;
    readonly personalNumber: string;
    readonly phone: string;
    readonly address: string;
    readonly email?: string;
  };
  readonly procedure: { readonly code: string; readonly name: string };
  readonly components: readonly {
    readonly name: string;
    readonly copyKind: string;
    readonly count: number;
  }[];
  readonly acceptedAt: string;
  /** Epoch milliseconds that the PDF carries as its date: the same form prints to the same bytes. */
  readonly printedFor: number;
  /** Undefined where there is no time limit. */
  readonly dueAt: string | undefined;
  /** Why this date, a sentence a step. */
  readonly explanation: readonly string[];
  /** Đồng. */
  readonly fees: { readonly stateFeesVnd: number; readonly postageVnd: number };
  readonly scans: readonly {
    readonly name: string;
    readonly pages: number;
    readonly sha256: string;
  }[];
  /** How often it was printed before. */
  readonly reprint: number;
}

/** Sets forms as PDF. The same form gives the same bytes. */
export interface FormPrinter {
  receipt(form: ReceiptForm): Promise<Uint8Array>;
}
