import type { Role } from '#domain/actor/actor.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What of a person was read. `act`: nothing, but whoever asked was refused an act on the dossier. */
export const readKinds = [
  'dossier',
  'history',
  'clocks',
  'money',
  'papers',
  'assignments',
  'scan',
  'document',
  'contact',
  'sender',
  'shipment',
  'return-order',
  'complaint',
  'national-copy',
  'look-up',
  'tracking',
  'access-log',
  'act',
] as const;
export type ReadKind = (typeof readKinds)[number];

/** One reading of one person's data (truy cập dữ liệu cá nhân), or one that was refused. No secret is in it. */
export interface AccessEntry {
  /** `staff:<sub>`; `citizen:<dossier>` behind a receipt; `phone:<keyed hash>` behind a phone session. */
  readonly reader: string;
  /** As it stands under signatures; of staff alone. */
  readonly name?: string;
  /** In which capacity, and of which post office or agency; absent where the person had none to ask in. */
  readonly capacity?: Role;
  readonly place?: string;
  /** The operation's name in its contract. */
  readonly operation: string;
  readonly what: ReadKind;
  /**
   * The dossier's id; of what is about no dossier of ours, its own; of somebody's readings, who they are as
   * `reader`. Absent where nothing was found.
   */
  readonly subject?: string;
  /** Why nothing was shown: the refusal's code. */
  readonly refused?: string;
  readonly at: Instant;
}

/** Where a chain of entries stands: one reader's day, in one of its lanes. */
export interface AccessChain {
  readonly reader: string;
  readonly day: VietnamDay;
  /** 0 unless the reader reads so many things at once that entries would wait for each other. */
  readonly lane: number;
}

/** An entry in its chain. */
export interface AccessLink {
  readonly entry: AccessEntry;
  readonly lane: number;
  /** From 1, without a gap. */
  readonly number: number;
  readonly prevHash: string;
  readonly hash: string;
}
