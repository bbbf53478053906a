import {
  type Deciding,
  decideOnce,
  type Idempotency,
  loadVisible,
  writeOf,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { grantLease, isLeasedAt } from '#domain/dossier/steps/lease.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, seconds } from '#domain/time/instant.ts';
import type {
  DossierIndex,
  DossierLine,
  DossierWrite,
  StoredDossier,
} from '#ports/unit-of-work.ts';

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
 * Lines read at once. The top is mostly free, so the first page is short; whoever must look past what
 * colleagues hold reads long ones, to the end: a free dossier is never out of reach.
 */
const pageSizes = { first: 50, further: 500 };

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
    return done({
      result: writes.value.map(({ change }) => leased(change.after)),
      commit: { dossiers: writes.value },
    });
  });

const lease = (
  stored: StoredDossier,
  { actor, leaseSeconds }: PullDossiers,
  now: Instant,
): Outcome<DossierWrite> => {
  // Seen is not owned: an agency may hold another one's papers.
  if (stored.dossier.department?.agency !== actor.agency)
    return refuse({ code: 'dossier-unknown' });
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
    const found = await loadVisible(ledger, request.actor, id);
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
  for await (const line of inboxLines(deps.index, request.agency)) {
    if (writes.length >= request.max) break;
    const write = isFree(line, now) && (await leaseLine(deps, line, request, now));
    if (write) writes.push(write);
  }
  return done(writes);
};

const inboxLines = async function* (
  index: DossierIndex,
  agency: string,
): AsyncGenerator<DossierLine> {
  let page = await index.inbox(agency, 'waiting', { limit: pageSizes.first });
  yield* page.items;
  while (page.next !== undefined) {
    const ask = { limit: pageSizes.further, after: page.next };
    page = await index.inbox(agency, 'waiting', ask);
    yield* page.items;
  }
};

const isFree = ({ leasedUntil }: DossierLine, now: Instant): boolean =>
  leasedUntil === undefined || leasedUntil <= now;

/** The index may lag: the head decides. */
const leaseLine = async (
  { ledger }: Deps,
  { id }: DossierLine,
  request: PullDossiers,
  now: Instant,
): Promise<DossierWrite | undefined> => {
  const found = await loadVisible(ledger, request.actor, id);
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
