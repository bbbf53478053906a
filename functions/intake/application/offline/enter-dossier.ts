import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { checkTakenAt } from '#domain/offline/back-entry.ts';
import { type OfflineRules, offlineRulesOn } from '#domain/offline/rules.ts';
import { useSlip } from '#domain/offline/temporary-block.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import {
  type HandedIn,
  type Registered,
  type Registering,
  registration,
} from '#functions/intake/application/register-dossier.ts';
import { temporaryBlockKind } from '#functions/intake/records.ts';
import { recordWrite } from '#ports/records.ts';
import { blockOfSlip } from './work-blocks.ts';

export interface EnterDossier extends HandedIn {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly number: TemporaryNumber;
  /** As it stands on the slip. */
  readonly takenAt: Instant;
  /** The clerk confirms by the slip that the papers were complete when they were taken. */
  readonly wasComplete: boolean;
}

export interface Entered extends Registered {
  readonly number: TemporaryNumber;
  readonly takenAt: Instant;
  readonly enteredAt: Instant;
}

interface Deps extends Deciding, Registering {
  readonly offlineRules: readonly OfflineRules[];
}

/**
 * Nhập sau: a dossier that was taken on a paper slip. Slip and dossier become one in one transaction,
 * so a number has one dossier, and the device that was cut off mid-answer gets the same one again.
 */
export const makeEnterDossier = (deps: Deps) => (request: EnterDossier) =>
  decideOnce<Entered>(deps, request.idempotency, (now) => entering(deps, request, now));

const entering = async (
  deps: Deps,
  request: EnterDossier,
  now: Instant,
): Promise<Outcome<Attempt<Entered>>> => {
  const { actor, number, takenAt, wasComplete } = request;
  const found = await blockOfSlip(deps.ledger, actor, number);
  if (!found.ok) return found;
  const before = found.value;
  const rules = offlineRulesOn(deps.offlineRules, dayOf(now));
  const taken = { at: takenAt, slip: { number, wasComplete } };
  const registered = await registration(deps, request, { now, taken });
  if (!registered.ok) return registered;
  const { result, commit } = registered.value;
  const used = useSlip(before, number, { dossierId: result.dossierId, takenAt, enteredAt: now });
  if (!used.ok) return used;
  const checked = checkTakenAt(takenAt, before, rules, now);
  if (!checked.ok) return checked;
  const record = recordWrite(temporaryBlockKind, before, used.value);
  return done({
    result: { ...result, number, takenAt, enteredAt: now },
    commit: { ...commit, records: [...(commit.records ?? []), record] },
  });
};
