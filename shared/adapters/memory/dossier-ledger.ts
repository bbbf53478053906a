import { chain, GENESIS } from '#domain/dossier/chain.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import type { Shipment } from '#domain/shipment/shipment.ts';
import {
  type Answer,
  type Commit,
  type CommitResult,
  type DossierIndex,
  type DossierLedger,
  type DossierLine,
  lineOf,
  type Outbox,
  type Page,
  type PageAsk,
} from '#ports/dossier-ledger.ts';

interface Kept {
  readonly dossier: Dossier;
  readonly applicant: Applicant;
  readonly events: readonly ChainedEvent[];
}

/** The ledger in memory, with the conditions of the real one: for tests of use cases. */
export const makeMemoryLedger = (sha256: (text: string) => string) => {
  const dossiers = new Map<string, Kept>();
  const shipments = new Map<string, Shipment>();
  const answers = new Map<string, Answer>();
  const claims = new Set<string>();
  const sequences = new Map<string, number>();
  const unpublished = new Map<string, ChainedEvent>();

  const refusal = (commit: Commit): CommitResult | undefined => {
    const { answer, claim } = commit;
    if (answer && answers.has(`${answer.scope}#${answer.key}`)) return { ok: false, why: 'answered' };
    if (claim && claims.has(`${claim.source}#${claim.eventId}`)) return { ok: false, why: 'claimed' };
    const isStale = commit.dossiers.some(
      ({ change }) =>
        change.events.length > 0 &&
        (change.before?.version ?? 0) !== (dossiers.get(change.after.id)?.dossier.version ?? 0),
    );
    const isShipmentStale = commit.shipments?.some(
      ({ before, after }) => (before?.version ?? 0) !== (shipments.get(after.id)?.version ?? 0),
    );
    if (isStale || isShipmentStale) return { ok: false, why: 'stale' };
    const moved = commit.sequences?.some(({ name, from }) => (sequences.get(name) ?? 0) !== from);
    return moved ? { ok: false, why: 'sequence-moved' } : undefined;
  };

  const write = (commit: Commit): void => {
    for (const { change, chainHash, applicant } of commit.dossiers) {
      const before = dossiers.get(change.after.id);
      const holder = applicant ?? before?.applicant;
      if (!holder) throw new Error('a new dossier needs its applicant');
      const links = chain(change.events, chainHash, sha256);
      const events = [...(before?.events ?? []), ...links];
      dossiers.set(change.after.id, { dossier: change.after, applicant: holder, events });
      for (const link of links)
        if (isPublished(link.fact.type))
          unpublished.set(`${link.dossierId}#${link.version}`, link);
    }
    for (const { after } of commit.shipments ?? []) shipments.set(after.id, after);
    for (const { name, from } of commit.sequences ?? []) sequences.set(name, from + 1);
    const { answer, claim } = commit;
    if (answer) answers.set(`${answer.scope}#${answer.key}`, structuredClone(answer));
    if (claim) claims.add(`${claim.source}#${claim.eventId}`);
  };

  const ledger: DossierLedger = {
    load: async (id) => {
      const found = dossiers.get(id);
      if (!found) return undefined;
      const chainHash = found.events.at(-1)?.hash ?? GENESIS;
      return { dossier: found.dossier, applicant: found.applicant, chainHash };
    },
    history: async (id) => dossiers.get(id)?.events ?? [],
    event: async (id, version) => dossiers.get(id)?.events[version - 1],
    findByCode: async (code) =>
      [...dossiers.values()].find(({ dossier }) => dossier.acceptance?.code === code)?.dossier.id,
    commit: async (commit) => {
      const refused = refusal(commit);
      if (refused) return refused;
      write(commit);
      return { ok: true };
    },
    answer: async (scope, key) => answers.get(`${scope}#${key}`),
    sequence: async (name) => sequences.get(name) ?? 0,
    loadShipment: async (id) => shipments.get(id),
    findByWaybill: async (waybill) =>
      [...shipments.values()].find((shipment) => shipment.waybill === waybill)?.id,
  };
  const all = () => [...dossiers.values()].map(({ dossier }) => dossier);
  return { ledger, index: indexOver(all), outbox: outboxOver(unpublished) };
};

const outboxOver = (unpublished: Map<string, ChainedEvent>): Outbox => ({
  waiting: async (before, limit) =>
    [...unpublished.values()].filter(({ recordedAt }) => recordedAt < before).slice(0, limit),
  markPublished: async (id, version) => {
    unpublished.delete(`${id}#${version}`);
  },
});

const indexOver = (all: () => readonly Dossier[]): DossierIndex => ({
  inbox: async (agency, inbox, ask) =>
    pageOf(
      all().filter(({ department }) => department?.agency === agency && department.inbox === inbox),
      (dossier) => dossier.acceptance?.dueAt ?? Number.MAX_SAFE_INTEGER,
      ask,
    ),
  worklist: async (office, status, ask) =>
    pageOf(
      all().filter((dossier) => dossier.office === office && dossier.status === status),
      (dossier) => dossier.registeredAt,
      ask,
    ),
});

const pageOf = (
  dossiers: readonly Dossier[],
  sort: (dossier: Dossier) => number,
  { limit, after }: PageAsk,
): Page<DossierLine> => {
  const keyed = dossiers
    .map((dossier) => ({
      dossier,
      key: `${String(sort(dossier)).padStart(16, '0')}#${dossier.id}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => after === undefined || key > after);
  const last = keyed[limit - 1];
  return {
    items: keyed.slice(0, limit).map(({ dossier }) => lineOf(dossier)),
    ...(keyed.length > limit && last && { next: last.key }),
  };
};
