import type { CopyKind, PrintedForm } from './printed-form.ts';

/** What stands between the heading and the signatures, in order. All texts are ready to print. */
export type FormBlock =
  | { readonly fields: readonly (readonly [label: string, value: string])[] }
  | { readonly text: string; readonly style?: 'regular' | 'bold' | 'italic' }
  | {
      /** Papers with their counts by copy kind, and where there is one, what is said of each. */
      readonly papers: readonly {
        readonly name: string;
        readonly copyKind: CopyKind;
        readonly count: number;
        readonly note?: string;
      }[];
    }
  | {
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    };

/** A form of the one-stop or of the post: heading, blocks, two signatures. */
export interface OfficialForm extends PrintedForm {
  /** `Mẫu số 02 · Thông tư 03/2025/TT-VPCP`, at the foot of each page. */
  readonly source: string;
  readonly title: string;
  /** Small, under the title. */
  readonly subtitle?: string;
  readonly paper: 'A4' | 'A5';
  readonly isLandscape?: boolean;
  readonly agency: string;
  readonly unit?: string;
  /** `Số: …` */
  readonly number?: string;
  readonly placeAndDate?: string;
  /** As bars, and readable below them. */
  readonly barCode?: string;
  /** Opens the tracking page. */
  readonly qrCode?: string;
  readonly blocks: readonly FormBlock[];
  /** Mã tra cứu: on the first copy alone, which the citizen takes; of the others it is said that they bear none. */
  readonly trackingSecret?: string;
  readonly signers: readonly [
    { readonly title: string; readonly name: string },
    { readonly title: string; readonly name: string },
  ];
  /** `Liên 1: …`: as many copies of equal content, but for the secret. */
  readonly copies?: readonly string[];
  /** BẢN XEM TRƯỚC, across every page: what an act would leave, before it is done. */
  readonly isDraft?: true;
  /** How often it was printed before. */
  readonly reprint: number;
}
