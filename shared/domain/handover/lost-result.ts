import type { Staff } from '#domain/actor/actor.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isAt, type Party, type Signatory } from './pouch.ts';

/** Who says that it is there again; it counts when somebody else has seen it too. */
export interface Finding extends Signatory {
  readonly place: Party;
  readonly word: string;
}

/**
 * Kết quả thất lạc trong túi: a result that was not there when both sides counted its pouch, kept under the id of its
 * dossier or its return order. Open until two have seen it again, or its agency has made it anew.
 */
export interface LostResult {
  readonly id: string;
  readonly version: number;
  readonly about: 'dossier' | 'return-order';
  /** What is printed on the papers. */
  readonly number: string;
  readonly office: string;
  readonly agency: string;
  readonly pouch: PouchId;
  readonly since: Instant;
  readonly found?: Finding;
  readonly ended?: {
    readonly how: 'found' | 'reissued';
    readonly at: Instant;
    readonly by: string;
  };
}

type Loss = Pick<LostResult, 'id' | 'about' | 'number' | 'pouch'>;

/** Lost, or lost once more; the same where that is written already. */
export const lostInPouch = (
  before: LostResult | undefined,
  loss: Loss,
  { from, to }: { readonly from: Party; readonly to: Party },
  now: Instant,
): LostResult => {
  const [office, agency] = from.kind === 'office' ? [from.id, to.id] : [to.id, from.id];
  return { ...loss, office, agency, since: now, version: (before?.version ?? 0) + 1 };
};

const endOf = (staff: Staff, { office, agency }: LostResult): Party | undefined => {
  const ends: readonly Party[] = [
    { kind: 'office', id: office },
    { kind: 'agency', id: agency },
  ];
  return ends.find((end) => isAt(staff, end));
};

/** Either end of its pouch may look for it; to nobody else it exists. */
export const maySeek = (staff: Staff, lost: LostResult): boolean =>
  endOf(staff, lost) !== undefined;

/** Tìm thấy, at the end of whoever has it in hand, with a word on where it was. */
export const noteFound = (
  lost: LostResult,
  staff: Staff,
  word: string,
  now: Instant,
): Outcome<LostResult> => {
  const place = endOf(staff, lost);
  if (lost.ended || !place) return refuse({ code: 'nothing-lost' });
  const found = { staff: staff.id, name: staff.name ?? staff.id, at: now, place, word };
  return done({ ...lost, version: lost.version + 1, found });
};

/** The second signature, as a pouch has two: of somebody else, of either end. */
export const confirmFound = (
  lost: LostResult,
  staff: Staff,
): Outcome<{ readonly finding: Finding }> => {
  const { found: finding, ended } = lost;
  if (ended || !finding) return refuse({ code: 'nothing-lost' });
  return finding.staff === staff.id ? refuse({ code: 'same-signatory' }) : done({ finding });
};

/** Nobody looks for it any more. */
export const endLoss = (
  lost: LostResult,
  how: 'found' | 'reissued',
  by: string,
  at: Instant,
): LostResult => ({ ...lost, version: lost.version + 1, ended: { how, at, by } });
