import type { Staff } from '#domain/actor/actor.ts';
import type { CopyKind, Paper } from '#domain/custody/paper.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';

/** One end of a hand-over. */
export interface Party {
  readonly kind: 'office' | 'agency';
  readonly id: string;
}

/** Who signed, by the token's `sub` and the name it gave: each hand-over names both signatories. */
export interface Signatory {
  readonly staff: string;
  readonly name: string;
  readonly at: Instant;
}

/** A dossier in the pouch, with the papers that go along. */
export interface PouchLine {
  readonly dossierId: DossierId;
  /** Số phiếu gửi or mã hồ sơ: what is printed on the papers. */
  readonly number: string;
  readonly papers: readonly Paper[];
  /** Whose papers are called so; absent on lines that were packed before it was noted. */
  readonly procedure?: { readonly code: string; readonly version: string };
}

/** The result of a return order in the pouch; it was filed elsewhere, and its papers go together. */
export interface OrderLine {
  readonly returnOrderId: ReturnOrderId;
  /** Mã hồ sơ as the agency's own system gave it. */
  readonly number: string;
  readonly papers: readonly {
    readonly name: string;
    readonly copyKind: CopyKind;
    readonly count: number;
  }[];
}

/** What the count of a line says: đủ, thiếu, hư hỏng, sai cơ quan, niêm phong rách. */
export const verdicts = [
  'complete',
  'missing',
  'damaged',
  'wrong-department',
  'broken-seal',
] as const;
export type Verdict = (typeof verdicts)[number];

/** One line as counted together. */
export interface CountedLine {
  readonly dossierId: DossierId;
  readonly verdict: Verdict;
  /** False: the papers go back with the courier. */
  readonly isTaken: boolean;
  /** Papers of the list that were there. */
  readonly found: readonly Paper[];
  /** Papers that the list does not have (thừa). */
  readonly extra: readonly Paper[];
  readonly remark?: string;
}

/**
 * An order's line as counted together. `missing` is that nothing of it was there; what is there in part is damaged,
 * and its remark says what it lacks.
 */
export interface CountedOrder {
  readonly returnOrderId: ReturnOrderId;
  readonly verdict: Verdict;
  /** False: the papers go back with the courier, to whoever packed them. */
  readonly isTaken: boolean;
  readonly remark?: string;
}

export interface Count {
  readonly isSealIntact: boolean;
  readonly lines: readonly CountedLine[];
  /** Absent where the pouch has none, and in counts from before they went in pouches. */
  readonly orders?: readonly CountedOrder[];
  /** Things in the pouch that belong to none of its dossiers; they go back with the courier. */
  readonly strays: readonly string[];
}

/** Túi hồ sơ: sealed papers under way between a post office and an agency, with their manifest. */
export interface Pouch {
  readonly id: PouchId;
  /** Rises by one with every write. */
  readonly version: number;
  readonly from: Party;
  readonly to: Party;
  readonly lines: readonly PouchLine[];
  /** Results of return orders that go along. */
  readonly orders?: readonly OrderLine[];
  /** Bảng kê nộp phí, lệ phí: numbers of the remittances whose money goes along. */
  readonly remittances?: readonly string[];
  readonly opened: Signatory;
  readonly sealNumber?: string;
  readonly sealed?: Signatory;
  /** When the counting must be over: J + n of TT 17/2017/TT-BTTTT. */
  readonly countBy?: Instant;
  /** The courier, who from then on answers for it. */
  readonly taken?: Signatory;
  /** `no` is the version that it made: what is signed is one count and no other. */
  readonly count?: Count & { readonly by: Signatory; readonly no: number };
  /** The courier's signature under the count. */
  readonly giver?: Signatory;
  /** Why a colleague has signed instead. */
  readonly giverAbsence?: string;
  /** Biên bản giao nhận: the second signature makes it, and is the legal filing time. */
  readonly receiver?: Signatory;
  /** Every line's consequence is written. */
  readonly settledAt?: Instant;
}

export type PouchState = 'open' | 'sealed' | 'under-way' | 'counted' | 'signed' | 'settled';

const marks = [
  ['settledAt', 'settled'],
  ['receiver', 'signed'],
  ['count', 'counted'],
  ['taken', 'under-way'],
  ['sealed', 'sealed'],
] as const satisfies readonly (readonly [keyof Pouch, PouchState])[];

export const pouchState = (pouch: Pouch): PouchState =>
  marks.find(([mark]) => pouch[mark] !== undefined)?.[1] ?? 'open';

/** The post office of a pouch: its couriers carry it, in either direction. */
export const officeOf = ({ from, to }: Pouch): string => (from.kind === 'office' ? from.id : to.id);

/** A department's pouch has 10 to 200 dossiers (domain §9); dossiers and orders together. */
export const pouchLimit = 250;

export const linesIn = ({ lines, orders = [] }: Pouch): number => lines.length + orders.length;

/** Where this member of staff works. */
export const isAt = ({ office, agency }: Staff, { kind, id }: Party): boolean =>
  (kind === 'office' ? office : agency) === id;

/** Both ends of a pouch may see it, and the couriers of its post office. */
export const maySeePouch = (staff: Staff, { from, to }: Pouch): boolean =>
  isAt(staff, from) || isAt(staff, to);
