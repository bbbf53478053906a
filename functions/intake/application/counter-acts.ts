import {
  type Deciding,
  decideOn,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { limitTries } from '#application/limit-tries.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { recordWarning, requestWithdrawal } from '#domain/dossier/steps/end.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { joinOffice } from '#domain/dossier/steps/supplement.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly seals: Seals;
  readonly tries: Tries;
}

interface CounterAct {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

export interface CounterActDone {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly status: Dossier['status'];
}

const perOffice = { limit: 60, window: minutes(15) } as const;

/** What the counter does for a citizen besides taking papers in. */
export const makeCounterActs = (deps: Deps) => {
  const act = (request: CounterAct, step: (dossier: Dossier) => Decision) =>
    decideOn(
      deps,
      request,
      ({ dossier }) => step(dossier),
      ({ change: { after } }): CounterActDone => ({
        dossierId: after.id,
        version: after.version,
        status: after.status,
      }),
    );
  return {
    warn: (request: CounterAct & { readonly text: string }) =>
      act(request, (dossier) => recordWarning(dossier, request.text)),
    withdraw: (request: CounterAct & { readonly reason: string }) =>
      act(request, (dossier) => requestWithdrawal(dossier, request.reason)),
    join: (request: Omit<CounterAct, 'dossierId'> & ReceiptWords) => join(deps, request),
  };
};

/**
 * The citizen brings asked papers, or the money, to another post office than the first (domain §10.5): the receipt in
 * hand, code and secret, lets that counter see the dossier until they are in.
 */
const join = async (
  deps: Deps,
  { actor, idempotency, code, secret }: Omit<CounterAct, 'dossierId'> & ReceiptWords,
) =>
  decideOnce<CounterActDone>(deps, idempotency, async (now) => {
    const office = actor.office ?? '';
    const found = await shown(deps, { code, secret }, office, now);
    if (!found.ok) return found;
    const facts = joinOffice(found.value.dossier, office);
    if (!facts.ok) return facts;
    const write = writeOf(found.value, facts.value, { actor, now });
    const { after } = write.change;
    return done({
      result: { dossierId: after.id, version: after.version, status: after.status },
      commit: { dossiers: [write] },
    });
  });

/** The dossier whose receipt somebody holds; tries count before anything is looked at. */
const shown = async (
  { ledger, seals, tries }: Deps,
  receipt: ReceiptWords,
  office: string,
  now: Instant,
): Promise<Outcome<StoredDossier>> => {
  const refused = await limitTries(tries, now, { name: `join-office#${office}`, ...perOffice });
  if (refused) return refused;
  const stored = await dossierOfReceipt({ ledger, seals }, receipt);
  return stored ? done(stored) : refuse({ code: 'tracking-denied' });
};
