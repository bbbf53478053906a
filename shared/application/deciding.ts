import type { Actor } from '#domain/actor/actor.ts';
import type { Act } from '#domain/dossier/acts.ts';
import type { DecidedFact } from '#domain/dossier/handing.ts';
import { record } from '#domain/dossier/record.ts';
import { fullListAfter } from '#domain/dossier/room.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { tuple } from '#domain/identifiers/tuple.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, type Milliseconds, seconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { fullRecordAfter } from '#ports/records.ts';
import type { Commit, DossierWrite, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import { type AuthorisedDossier, loadToAct } from './authority.ts';

/** The client's key for one request, and a hash of what it asked. */
export interface Idempotency {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
}

/**
 * The key of one line of a call of many: its own, that no other call's line and no call can have. `purpose`
 * names the use case.
 */
export const keyOfLine = (
  { scope, key }: Idempotency,
  { purpose, line, requestHash }: { purpose: string; line: string; requestHash: string },
): Idempotency => ({ scope: tuple(purpose, scope), key: tuple(key, line), requestHash });

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
 * The commit itself finds out whether the key was answered, so that the many first requests need not
 * ask; a repeat is decided once more, for nothing. A refusal writes nothing, not even the key. `R` must
 * be plain data: it is stored.
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
  const earlier = async () => idempotency && earlierAnswer<R>(ledger, idempotency);
  const decided = await attempt(clock.now());
  // What refuses it may be what it did itself when it came first: then that answer is its answer.
  if (!decided.ok) return (await earlier()) ?? decided;
  const { result, commit } = decided.value;
  const full = fullList(commit);
  if (full) return refuse({ code: 'list-full', ...full });
  const written = await ledger.commit({
    ...commit,
    ...(idempotency && { answer: { ...idempotency, result } }),
  });
  if (written.ok || written.why === 'claimed') return done(result);
  if (written.why === 'answered') return (await earlier()) ?? 'again';
  if (written.why === 'too-large') return refuse({ code: 'too-much-at-once' });
  return written.why === 'busy' ? 'busy' : 'again';
};

/** The one place where a list is kept from filling its item, whoever writes. */
const fullList = ({ dossiers = [], records = [] }: Attempt<unknown>['commit']) =>
  dossiers.map(({ change }) => fullListAfter(change)).find((full) => full !== undefined) ??
  records.map(fullRecordAfter).find((full) => full !== undefined);

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

/** The write that a decision on one dossier asks for. */
export const writeOf = (
  stored: AuthorisedDossier,
  facts: readonly DecidedFact[],
  by: { readonly actor: Actor; readonly now: Instant; readonly effectiveAt?: Instant },
): DossierWrite => ({
  change: record(stored.dossier, stored.dossier.id, facts, by),
  chainHash: stored.chainHash,
});

/** The common case: one act on one dossier, one decision, one commit. */
export const decideOn = <R>(
  deps: Deciding,
  act: Act,
  request: {
    readonly actor: Actor;
    readonly dossierId: DossierId;
    readonly idempotency?: Idempotency | undefined;
  },
  decide: (stored: StoredDossier, now: Instant) => Decision | Promise<Decision>,
  result: (write: DossierWrite) => R,
): Promise<Outcome<R>> =>
  decideOnce(deps, request.idempotency, async (now) => {
    const found = await loadToAct(deps.ledger, act, request.actor, request.dossierId);
    if (!found.ok) return found;
    const decision = await decide(found.value, now);
    if (!decision.ok) return decision;
    const write = writeOf(found.value, decision.value, { actor: request.actor, now });
    return done({ result: result(write), commit: { dossiers: [write] } });
  });
