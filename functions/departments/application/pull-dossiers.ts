import { type AuthorisedDossier, loadToAct } from '#application/authority.ts';
import { type Deciding, decideOnce, type Idempotency, writeOf } from '#application/deciding.ts';
import { keptName } from '#application/staff-names.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { grantLease, isLeasedAt, lapsedBy } from '#domain/dossier/steps/lease.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, seconds } from '#domain/time/instant.ts';
import { byUrgency, type PullLine } from '#ports/pull-line.ts';
import type { DossierIndex, DossierWrite } from '#ports/unit-of-work.ts';

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

/**
 * Lines read at once. Of the free ones more than a pull may take, so that one page is enough unless
 * colleagues take the same ones at this moment.
 */
const pageSizes = { free: 50, lapsed: 100 };

/**
 * Leases the most urgent dossiers of the department, all in one transaction: a repeat of the same
 * request gets the same dossiers, and no two officers ever hold one.
 */
export const makePullDossiers = (deps: Deps) => (request: PullDossiers) =>
  decideOnce<readonly Leased[]>(deps, request.idempotency, async (now) => {
    if (request.actor.agency !== request.agency) return refuse({ code: 'dossier-unknown' });
    const writes = request.dossierIds
      ? await leaseNamed(deps, request, request.dossierIds, now)
      : await leaseMostUrgent(deps, request, now);
    if (!writes.ok) return writes;
    const records = await namesWith(deps, request, writes.value);
    return done({
      result: writes.value.map(({ change }) => leased(change.after)),
      commit: { dossiers: writes.value, records },
    });
  });

/** Colleagues are told by name who holds what. */
const namesWith = async (
  { ledger }: Deps,
  { actor }: PullDossiers,
  writes: readonly DossierWrite[],
) => (writes.length > 0 ? keptName(ledger, actor) : []);

const lease = (
  stored: AuthorisedDossier,
  { actor, leaseSeconds }: PullDossiers,
  now: Instant,
): Outcome<DossierWrite> => {
  const decision = grantLease(stored.dossier, actor.id, seconds(leaseSeconds), now);
  return decision.ok ? done(writeOf(stored, decision.value, { actor, now })) : decision;
};

/** All of the named ones or none: the officer has picked them. */
const leaseNamed = async (
  { ledger }: Deps,
  request: PullDossiers,
  ids: readonly DossierId[],
  now: Instant,
): Promise<Outcome<readonly DossierWrite[]>> => {
  const writes: DossierWrite[] = [];
  for (const id of new Set(ids.slice(0, request.max))) {
    const found = await loadToAct(ledger, 'lease-dossier', request.actor, id);
    const write = found.ok ? lease(found.value, request, now) : found;
    if (!write.ok) return write;
    writes.push(write.value);
  }
  return done(writes);
};

/** As many of the most urgent free ones as were asked for. */
const leaseMostUrgent = async (
  deps: Deps,
  request: PullDossiers,
  now: Instant,
): Promise<Outcome<readonly DossierWrite[]>> => {
  const writes: DossierWrite[] = [];
  for await (const line of takeable(deps.index, request.agency, now)) {
    if (writes.length >= request.max) break;
    const write = await leaseLine(deps, line, request, now);
    if (write) writes.push(write);
  }
  return done(writes);
};

/**
 * What is free, the most urgent first, with what colleagues let lapse in its place among it. When more
 * has lapsed than one page shows, those that lie longest go first: what is behind them may be urgent.
 */
const takeable = async function* (
  index: DossierIndex,
  agency: string,
  now: Instant,
): AsyncGenerator<PullLine> {
  const lapsed = await index.lapsed(agency, lapsedBy(now), { limit: pageSizes.lapsed });
  const waiting = [...lapsed.items].sort(byUrgency);
  if (lapsed.next !== undefined) yield* waiting.splice(0);
  for await (const line of freeLines(index, agency)) {
    while (waiting[0] && byUrgency(waiting[0], line) < 0) yield* waiting.splice(0, 1);
    yield line;
  }
  yield* waiting;
};

const freeLines = async function* (index: DossierIndex, agency: string): AsyncGenerator<PullLine> {
  let page = await index.free(agency, { limit: pageSizes.free });
  yield* page.items;
  while (page.next !== undefined) {
    page = await index.free(agency, { limit: pageSizes.free, after: page.next });
    yield* page.items;
  }
};

/** The index may lag: the head decides. */
const leaseLine = async (
  { ledger }: Deps,
  { id }: PullLine,
  request: PullDossiers,
  now: Instant,
): Promise<DossierWrite | undefined> => {
  const found = await loadToAct(ledger, 'lease-dossier', request.actor, id);
  if (!found.ok || found.value.dossier.department?.inbox !== 'waiting') return undefined;
  if (isLeasedAt(found.value.dossier.department, now)) return undefined;
  const write = lease(found.value, request, now);
  return write.ok ? write.value : undefined;
};

const leased = ({ id, version, acceptance, department, procedure }: Dossier): Leased => ({
  dossierId: id,
  version,
  leaseNo: department?.leaseNo ?? 0,
  leasedUntil: department?.lease?.until ?? (0 as Instant),
  code: acceptance?.code ?? '',
  procedure: procedure.code,
  ...(acceptance?.dueAt !== undefined && { dueAt: acceptance.dueAt }),
});
