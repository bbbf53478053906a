import type { Staff } from '#domain/actor/actor.ts';
import type { GiveBackId } from '#domain/identifiers/record-ids.ts';
import type { Purses } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';

/**
 * `refund` hoàn phí: of a taking, out of the drawer; `reversal` hủy biên lai: all of it, out of the drawer;
 * `correction` sửa biên lai: a mistyped one by its mirror and the right one, and no note moves.
 */
export const giveBackKinds = ['refund', 'reversal', 'correction'] as const;
export type GiveBackKind = (typeof giveBackKinds)[number];

export const giveBackStates = ['waiting', 'confirmed', 'refused'] as const;
export type GiveBackState = (typeof giveBackStates)[number];

/**
 * Đề nghị hoàn, hủy hoặc sửa biên lai: one clerk asks, with the citizen's signature where notes are handed
 * over, and a second person confirms; only then anything moves.
 */
export interface GiveBack {
  readonly id: GiveBackId;
  readonly version: number;
  readonly office: string;
  readonly receipt: string;
  /** Of the receipt: a dossier's, or a return order's. */
  readonly dossierId: string;
  readonly kind: GiveBackKind;
  /** What is given back; of a correction, what came in truth. */
  readonly purses: Purses;
  readonly reason: string;
  /** Who signed for the notes (phiếu chi); of a correction nobody. */
  readonly signedBy?: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly end?: {
    readonly how: Exclude<GiveBackState, 'waiting'>;
    readonly at: Instant;
    readonly by: string;
    /** Why it was refused. */
    readonly reason?: string;
    /** Biên lai thay thế, after a correction. */
    readonly replacement?: string;
  };
}

export const giveBackState = ({ end }: GiveBack): GiveBackState => end?.how ?? 'waiting';

/** A colleague of the office or a supervisor, and never who asked. */
export const mayConfirm = (
  { askedBy, ...asked }: GiveBack,
  { id, role, office }: Staff,
): Outcome<true> => {
  if (role !== 'supervisor' && office !== asked.office)
    return refuse({ code: 'give-back-unknown' });
  return id === askedBy ? refuse({ code: 'same-signatory' }) : done(true);
};

/** Ends it, once. Who asked may take it back, and whoever could confirm it may refuse it. */
export const ended = (giveBack: GiveBack, end: NonNullable<GiveBack['end']>): Outcome<GiveBack> =>
  giveBack.end === undefined
    ? done({ ...giveBack, version: giveBack.version + 1, end })
    : refuse({ code: 'give-back-ended', state: giveBack.end.how });
