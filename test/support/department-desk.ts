import { makeUlids } from '#adapters/node/ulids.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import {
  makePullDossiers,
  type PullDossiers,
} from '#functions/departments/application/pull-dossiers.ts';
import { makeWorkDossier } from '#functions/departments/application/work-dossier.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, DossierWrite, Page, UnitOfWork } from '#ports/unit-of-work.ts';
import { anAcceptance, anApplicant, historyUntil, officer } from './dossiers.ts';
import { makeCalendars, provinceCatalogue } from './province.ts';

/** What is laid upon the desk, all alike. */
interface Laid {
  /** Absent: the law sets no time limit. */
  readonly dueAt?: Instant;
  /** A colleague holds it so long. */
  readonly heldUntil?: Instant;
}

const colleague = 'colleague';
/** In one transaction. */
const atOnce = 5;

/** A department that has the agency for itself, so that many may share the tables. */
export const aDepartmentDesk = (
  { ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex },
  clock: Clock,
  agency: string,
) => {
  const ids = makeUlids();
  const own = (fact: DossierFact, id: DossierId, { dueAt, heldUntil }: Laid): DossierFact => {
    if (fact.type === 'dossier-registered') return { ...fact, id };
    if (fact.type === 'dossier-accepted') {
      const { dueAt: _, ...rest } = fact;
      return { ...rest, agency, code: `${agency}-${id}`, ...(dueAt !== undefined && { dueAt }) };
    }
    if (fact.type === 'department-reached') return { ...fact, agency };
    if (fact.type === 'lease-granted' && heldUntil !== undefined)
      return { ...fact, holder: colleague, until: heldUntil };
    return fact;
  };
  const newDossier = (laid: Laid): DossierWrite => {
    const id: DossierId = ids.next(clock.now()) as string as DossierId;
    const facts = historyUntil(laid.heldUntil === undefined ? 'waiting' : 'leased').events.map(
      ({ fact }) => own(fact, id, laid),
    );
    const change = record(undefined, id, facts, { actor: officer, now: clock.now() });
    return { change, chainHash: GENESIS, applicant: anApplicant };
  };
  const read = { requests: 0, lines: 0 };
  const counting =
    <A extends readonly unknown[], T>(ask: (...args: A) => Promise<Page<T>>) =>
    async (...args: A): Promise<Page<T>> => {
      const page = await ask(...args);
      read.requests += 1;
      read.lines += page.items.length;
      return page;
    };
  const counted: DossierIndex = {
    ...index,
    inbox: counting(index.inbox),
    free: counting(index.free),
    lapsed: counting(index.lapsed),
  };
  const pull = makePullDossiers({ ledger, clock, index: counted });
  const desk = makeWorkDossier({
    ledger,
    clock,
    catalogue: provinceCatalogue,
    calendars: makeCalendars({ ledger, index, clock }),
  });
  return {
    /** So many dossiers, in the order of their ids. */
    lay: async (count: number, laid: Laid): Promise<readonly DossierId[]> => {
      const writes = Array.from({ length: count }, () => newDossier(laid));
      for (let n = 0; n < count; n += atOnce) {
        const written = await ledger.commit({ dossiers: writes.slice(n, n + atOnce) });
        if (!written.ok) throw new Error(written.why);
      }
      return writes.map(({ change }) => change.after.id);
    },
    /** What an officer gets, and what was read of the lists for it. */
    take: async (asked: Partial<PullDossiers> = {}, by = officer.id) => {
      Object.assign(read, { requests: 0, lines: 0 });
      const actor = { ...officer, id: by, agency };
      const request = { actor, idempotency: undefined, agency, max: 20, leaseSeconds: 600 };
      const taken = await pull({ ...request, ...asked });
      if (!taken.ok) throw new Error(taken.refusal.code);
      return { ids: taken.value.map(({ dossierId }) => dossierId), ...read };
    },
    /** What whoever holds the dossier does with it; two minutes more, if it is to keep it. */
    work: async (
      how: 'release' | 'extend' | 'acknowledge',
      id: DossierId,
      { by, leaseNo }: { readonly by: string; readonly leaseNo: number },
    ) => {
      const actor = { ...officer, id: by, agency };
      const { manifestHash } = anAcceptance;
      const request = { actor, idempotency: undefined, dossierId: id, leaseNo };
      const worked = await desk[how]({ ...request, manifestHash, leaseSeconds: 120 });
      if (!worked.ok) throw new Error(worked.refusal.code);
    },
    inMinutes: (n: number): Instant => plus(clock.now(), minutes(n)),
  };
};
