import type { Channel } from './channel.ts';
import type { Stated } from './stated.ts';

/** What may go a way: the filing and its result, one of them, or neither. */
export type WayUse = 'both' | 'filing' | 'result' | 'none';

/** Mẫu đơn, tờ khai: a blank that the citizen fills in. */
export interface BlankForm {
  readonly name: string;
  /** Ký hiệu mẫu, as the text that issued it numbers it. */
  readonly number?: string;
  /** The component of the procedure that is made with it. */
  readonly component?: string;
  /** The published file; its SHA-256 (64 hex digits) shows that a copy is the one meant. */
  readonly file?: { readonly url: string; readonly sha256: string };
}

/**
 * What the published procedure tells the citizen besides papers, time and money (nội dung công khai).
 * Absent: not confirmed, and shown as „chưa xác nhận“.
 */
export interface ProcedureGuide {
  /** Trình tự thực hiện, in order. */
  readonly steps?: Stated<readonly string[]>;
  /** Cách thức thực hiện, each way of its own: one can be known while another is not. */
  readonly ways?: { readonly [C in Channel]?: Stated<WayUse> };
  /** Đối tượng thực hiện: who may ask for it. */
  readonly applicants?: Stated<readonly string[]>;
  /** Mẫu đơn, tờ khai. */
  readonly forms?: Stated<readonly BlankForm[]>;
  /** Căn cứ pháp lý. */
  readonly legalGrounds?: Stated<readonly string[]>;
  /** What people call it. An editor's words, which change no right: they are found, not quoted. */
  readonly commonNames?: readonly string[];
}
