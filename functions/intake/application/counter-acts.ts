import { type AuthorisedDossier, loadToAct, shownReceipt } from '#application/authority.ts';
import {
  type Deciding,
  decideOn,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { guess } from '#application/limit-tries.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import { tellNumbers } from '#application/tell-numbers.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Act } from '#domain/dossier/acts.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { recordWarning, requestWithdrawal } from '#domain/dossier/steps/end.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { joinOffice } from '#domain/dossier/steps/supplement.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import type { Ids } from '#ports/ids.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { DossierWrite } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly seals: Seals;
  readonly tries: Tries;
  readonly ids: Ids;
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

const perClerk = { limit: 30, window: minutes(15) } as const;
const perOffice = { limit: 60, window: minutes(15) } as const;

/** What the counter does for a citizen besides taking papers in. */
export const makeCounterActs = (deps: Deps) => {
  const work = (act: Act, request: CounterAct, step: (dossier: Dossier) => Decision) =>
    decideOn(deps, act, request, ({ dossier }) => step(dossier), actDone);
  return {
    warn: (request: CounterAct & { readonly text: string }) =>
      work('record-warning', request, (dossier) => recordWarning(dossier, request.text)),
    withdraw: (request: CounterAct & { readonly reason: string }) => withdraw(deps, request),
    join: (request: Omit<CounterAct, 'dossierId'> & ReceiptWords) => join(deps, request),
  };
};

/** Rút hồ sơ: the applicant is told, for whoever asks for it may be somebody else. */
const withdraw = (deps: Deps, request: CounterAct & { readonly reason: string }) =>
  decideOnce<CounterActDone>(deps, request.idempotency, async (now) => {
    const { actor, dossierId, reason } = request;
    const found = await loadToAct(deps.ledger, 'request-withdrawal', actor, dossierId);
    if (!found.ok) return found;
    const { dossier, applicant } = found.value;
    const facts = requestWithdrawal(dossier, reason);
    if (!facts.ok) return facts;
    const change = 'withdrawal-asked';
    const told = await tellNumbers(deps, { dossier, applicant, change, now });
    if (!told.ok) return told;
    const write = writeOf(found.value, facts.value, { actor, now });
    return done({
      result: actDone(write),
      commit: { dossiers: [write], records: told.value },
    });
  });

const actDone = ({ change: { after } }: Pick<DossierWrite, 'change'>): CounterActDone => ({
  dossierId: after.id,
  version: after.version,
  status: after.status,
});

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
    const found = await shown(deps, { code, secret }, actor, now);
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

/** The dossier whose receipt somebody holds. What a colleague guesses wrong keeps no right receipt out. */
const shown = async (
  { ledger, seals, tries }: Deps,
  receipt: ReceiptWords,
  actor: Staff,
  now: Instant,
): Promise<Outcome<AuthorisedDossier>> => {
  const found = await guess(
    tries,
    now,
    {
      own: { name: `join-clerk#${actor.id}`, ...perClerk },
      shared: { name: `join-office#${actor.office ?? ''}`, ...perOffice },
    },
    () => dossierOfReceipt({ ledger, seals }, receipt),
  );
  if (!found.ok) return found;
  const shown = found.value && shownReceipt(actor, found.value);
  return shown ? done(shown) : refuse({ code: 'tracking-denied' });
};
