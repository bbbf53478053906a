import type { Actor } from '#domain/actor/actor.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, type Milliseconds, seconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Commit, DossierWrite, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

/** The client's key for one request, and a hash of what it asked. */
export interface Idempotency {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
}

/** What an attempt wants written, and what the caller is told once it is durable. */
export interface Attempt<R> {
  readonly result: R;
  readonly commit: Omit<Commit, 'answer'>;
}

export interface Deciding {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
}

const attempts = 12;
/** A commit that came back busy has waited more than a second already. */
const busyAttempts = 3;

/**
 * Load, decide, commit; again when somebody else wrote in between. With an idempotency key the
 * first result is the result for ever: a repeat gets it back, another body under the key is refused.
 * A refusal writes nothing, not even the key. `R` must be plain data: it is stored.
 */
export const decideOnce = async <R>(
  deps: Deciding,
  idempotency: Idempotency | undefined,
  attempt: (now: Instant) => Promise<Outcome<Attempt<R>>>,
): Promise<Outcome<R>> => {
  let busy = 0;
  for (let round = 0; round < attempts && busy < busyAttempts; round++) {
    const outcome = await decideAgain(deps, idempotency, attempt);
    if (typeof outcome === 'object') return outcome;
    if (outcome === 'busy') busy += 1;
    await deps.clock.pauseUpTo(backOff(round));
  }
  return refuse({ code: 'changed-meanwhile' });
};

/** One round; `again` when somebody else wrote first, `busy` when others kept the write from happening. */
const decideAgain = async <R>(
  { ledger, clock }: Deciding,
  idempotency: Idempotency | undefined,
  attempt: (now: Instant) => Promise<Outcome<Attempt<R>>>,
): Promise<Outcome<R> | 'again' | 'busy'> => {
  const earlier = idempotency && (await earlierAnswer<R>(ledger, idempotency));
  if (earlier) return earlier;
  const decided = await attempt(clock.now());
  // What refuses it may be its own twin, sent at the same time: then the twin's answer is its answer.
  if (!decided.ok) return (idempotency && (await earlierAnswer<R>(ledger, idempotency))) ?? decided;
  const { result, commit } = decided.value;
  const written = await ledger.commit({
    ...commit,
    ...(idempotency && { answer: { ...idempotency, result } }),
  });
  if (written.ok || written.why === 'claimed') return done(result);
  if (written.why === 'too-large') return refuse({ code: 'too-much-at-once' });
  return written.why === 'busy' ? 'busy' : 'again';
};

const earlierAnswer = async <R>(
  ledger: UnitOfWork,
  { scope, key, requestHash }: Idempotency,
): Promise<Outcome<R> | undefined> => {
  const answer = await ledger.answer(scope, key);
  if (!answer) return undefined;
  if (answer.requestHash !== requestHash) return refuse({ code: 'idempotency-key-reused' });
  return done(answer.result as R);
};

/** Doubles, capped at half a second. Contention is only ever per dossier or per agency-day. */
const backOff = (round: number): Milliseconds =>
  Math.min(seconds(0.5), 10 * 2 ** round) as Milliseconds;

/** Loads a dossier that this actor may see; what it may not see does not exist. */
export const loadVisible = async (
  ledger: UnitOfWork,
  actor: Actor,
  id: DossierId,
  may: typeof maySee = maySee,
): Promise<Outcome<StoredDossier>> => {
  const stored = await ledger.load(id);
  if (!stored || !may(actor, stored.dossier)) return refuse({ code: 'dossier-unknown' });
  return done(stored);
};

/** The write that a decision on one dossier asks for. */
export const writeOf = (
  stored: StoredDossier,
  facts: readonly DossierFact[],
  by: { readonly actor: Actor; readonly now: Instant; readonly effectiveAt?: Instant },
): DossierWrite => ({
  change: record(stored.dossier, stored.dossier.id, facts, by),
  chainHash: stored.chainHash,
});

/** The common case: one visible dossier, one decision, one commit. */
export const decideOn = <R>(
  deps: Deciding,
  request: {
    readonly actor: Actor;
    readonly dossierId: DossierId;
    readonly idempotency?: Idempotency | undefined;
  },
  decide: (stored: StoredDossier, now: Instant) => Decision | Promise<Decision>,
  result: (write: DossierWrite) => R,
  may: typeof maySee = maySee,
): Promise<Outcome<R>> =>
  decideOnce(deps, request.idempotency, async (now) => {
    const found = await loadVisible(deps.ledger, request.actor, request.dossierId, may);
    if (!found.ok) return found;
    const decision = await decide(found.value, now);
    if (!decision.ok) return decision;
    const write = writeOf(found.value, decision.value, { actor: request.actor, now });
    return done({ result: result(write), commit: { dossiers: [write] } });
  });
