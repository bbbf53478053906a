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
  readonly result: { readonly name: string; readonly takesOldPapersBack: boolean };
  readonly serviceLevel: 'full' | 'partial' | 'information';
  /** True: the name tells too much and appears in no message. */
  readonly sensitive: boolean;
  /** How sure we are of code, limit and fees; a province confirms each before go-live. */
  readonly certainty: 'high' | 'medium' | 'low';
  readonly sources: readonly string[];
}
