import { decideOnce, type Deciding, type Idempotency, writeOf } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { grantLease, isLeasedAt } from '#domain/dossier/steps/lease.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, seconds } from '#domain/time/instant.ts';
import type { DossierIndex, DossierWrite, StoredDossier } from '#ports/dossier-ledger.ts';

export interface PullDossiers {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly agency: string;
  readonly max: number;
  readonly leaseSeconds: number;
  /** Take these and no others: a colleague's lapsed work, or a dossier picked from the inbox. */
  readonly dossierIds?: readonly DossierId[] | undefined;
}

export interface Leased {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly leaseNo: number;
  readonly leasedUntil: Instant;
  readonly code: string;
  readonly procedure: string;
  readonly dueAt?: Instant;
}

interface Deps extends Deciding {
  readonly index: DossierIndex;
}

/** How far down the inbox a pull looks past dossiers that colleagues hold. */
const pageSize = 50;
const pages = 10;

/**
 * Leases the most urgent dossiers of the department, all in one transaction: a repeat of the same
 * request gets the same dossiers, and no two officers ever hold one.
 */
export const makePullDossiers = (deps: Deps) => (request: PullDossiers) =>
  decideOnce<readonly Leased[]>(deps, request.idempotency, async (now) => {
    if (request.actor.agency !== request.agency) return refuse({ code: 'dossier-unknown' });
    const candidates = request.dossierIds
      ? await named(deps, request, request.dossierIds)
      : await mostUrgent(deps, request, now);
    if (!candidates.ok) return candidates;
    const writes: DossierWrite[] = [];
    for (const stored of candidates.value) {
      const span = seconds(request.leaseSeconds);
      const decision = grantLease(stored.dossier, request.actor.id, span, now);
      if (!decision.ok) {
        if (request.dossierIds) return decision;
        continue;
      }
      writes.push(writeOf(stored, decision.value, { actor: request.actor, now }));
    }
    return done({
      result: writes.map(({ change }) => leased(change.after)),
      commit: { dossiers: writes },
    });
  });

const named = async (
  { ledger }: Deps,
  { actor, max }: PullDossiers,
  ids: readonly DossierId[],
): Promise<Outcome<readonly StoredDossier[]>> => {
  const found: StoredDossier[] = [];
  for (const id of new Set(ids.slice(0, max))) {
    const stored = await ledger.load(id);
    if (!stored || !maySee(actor, stored.dossier)) return refuse({ code: 'dossier-unknown' });
    found.push(stored);
  }
  return done(found);
};

const mostUrgent = async (
  { index, ledger }: Deps,
  { actor, agency, max }: PullDossiers,
  now: Instant,
): Promise<Outcome<readonly StoredDossier[]>> => {
  const free: StoredDossier[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages && free.length < max; page++) {
    const { items, next } = await index.inbox(agency, 'waiting', {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    for (const line of items) {
      if (free.length >= max) break;
      if (line.leasedUntil !== undefined && line.leasedUntil > now) continue;
      // The index may lag: the head decides.
      const stored = await ledger.load(line.id);
      if (stored && maySee(actor, stored.dossier) && isFree(stored.dossier, now)) free.push(stored);
    }
    if (next === undefined) break;
    after = next;
  }
  return done(free);
};

const isFree = ({ department }: Dossier, now: Instant): boolean =>
  department?.inbox === 'waiting' && !isLeasedAt(department, now);

const leased = ({ id, version, acceptance, department, procedure }: Dossier): Leased => ({
  dossierId: id,
  version,
  leaseNo: department?.leaseNo ?? 0,
  leasedUntil: department?.lease?.until ?? (0 as Instant),
  code: acceptance?.code ?? '',
  procedure: procedure.code,
  ...(acceptance?.dueAt !== undefined && { dueAt: acceptance.dueAt }),
});
