import type { Agency } from '#domain/catalogue/agency.ts';
import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { record } from '#domain/dossier/record.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { NationalCopy } from '#functions/portal/domain/drift.ts';
import type { NationalDossier, NationalSource } from '#functions/portal/domain/national-dossier.ts';
import type { ProgressEntry } from '#functions/portal/domain/progress.ts';
import type { NationalPortal, PortalOutcome } from '#functions/portal/ports/national-portal.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { anApplicant, aProcedure, historyUntil, officer, type Station } from './dossiers.ts';

export const theProcedure = {
  ...aProcedure,
  fees: [
    { kind: 'fee', amountVnd: 30_000, note: 'Phí thẩm định' },
    { kind: 'charge', amountVnd: 20_000, note: 'Lệ phí cấp giấy' },
  ],
} as const;

const agencyNames: Readonly<Record<string, string>> = {
  'ct-nnmt': 'Sở Nông nghiệp và Môi trường',
  'ct-tp': 'Sở Tư pháp',
};

/** What the document is made from, after these events. */
export const sourceOfEvents = (events: readonly DossierEvent[]): NationalSource => {
  const dossier = events.reduce<ReturnType<typeof evolve> | undefined>(evolve, undefined);
  if (!dossier) throw new Error('no history');
  return {
    dossier,
    events,
    applicant: anApplicant,
    procedure: theProcedure,
    agencyName: (id) => agencyNames[id] ?? id,
  };
};

/** A station's history, with more facts behind it, each an hour after the one before. */
export const eventsAfter = (
  station: Station,
  facts: readonly DossierFact[] = [],
): readonly DossierEvent[] => {
  const { events } = historyUntil(station);
  let { dossier } = sourceOfEvents(events);
  const more: DossierEvent[] = [];
  let now = events.at(-1)?.recordedAt ?? instant(0);
  for (const fact of facts) {
    now = instant(now + 3_600_000);
    const change = record(dossier, dossier.id, [fact], { actor: officer, now });
    dossier = change.after;
    more.push(...change.events);
  }
  return [...events, ...more];
};

/** The copy of a portal that has taken a document as it was pushed. */
export const copyOf = (dossier: NationalDossier): NationalCopy => {
  const toSecond = (at: Instant | undefined) =>
    at === undefined ? undefined : instant(Math.floor(at / 1_000) * 1_000);
  const times = {
    acceptedAt: toSecond(dossier.acceptedAt),
    dueAt: toSecond(dossier.dueAt),
    finishedAt: toSecond(dossier.finishedAt),
    returnedAt: toSecond(dossier.returnedAt),
  };
  return {
    code: dossier.code,
    procedure: dossier.procedure.code,
    status: dossier.status,
    agency: dossier.agency,
    channel: dossier.channel,
    ownerName: dossier.owner.name,
    ...Object.fromEntries(
      Object.entries({ ...times, phone: dossier.contact.phone }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  };
};

/** A portal in memory that does as it is told; every document that it takes is on record. */
export const aPortal = () => {
  const copies = new Map<string, NationalDossier>();
  const progress = new Map<string, ProgressEntry[]>();
  const puts: {
    readonly code: string;
    readonly status: number;
    readonly copy: 'new' | 'update';
  }[] = [];
  const behaviour: { next: (call: PortalCall) => PortalOutcome['outcome'] | 'applied-unknown' } = {
    next: () => 'accepted',
  };
  const answer = (call: PortalCall, apply: () => void): PortalOutcome => {
    const outcome = behaviour.next(call);
    if (outcome === 'accepted' || outcome === 'applied-unknown') apply();
    if (outcome === 'accepted') return { outcome };
    if (outcome === 'refused') return { outcome, why: 'portal-99' };
    return { outcome: 'unknown', why: 'no-answer' };
  };
  const portal: NationalPortal = {
    put: async (dossier, copy) => {
      puts.push({ code: dossier.code, status: dossier.status, copy });
      if ((copy === 'update') !== copies.has(dossier.code))
        return { outcome: 'refused', why: copy === 'update' ? 'portal-07' : 'portal-06' };
      return answer('put', () => copies.set(dossier.code, dossier));
    },
    addProgress: async (entries) =>
      answer('progress', () => {
        for (const entry of entries) {
          const known = progress.get(entry.code) ?? [];
          if (!known.some(({ version }) => version === entry.version))
            progress.set(entry.code, [...known, entry]);
        }
      }),
    find: async (code) => {
      if (!['accepted', 'refused'].includes(behaviour.next('find')))
        return { outcome: 'unknown', why: 'no-answer' };
      const copy = copies.get(code);
      return copy ? { outcome: 'found', copy: copyOf(copy) } : { outcome: 'absent' };
    },
  };
  return { portal, copies, progress, puts, behaviour };
};

export type PortalCall = 'put' | 'progress' | 'find';

/** The catalogue of the one procedure of these tests. */
export const theCatalogue = {
  procedureVersion: () => theProcedure,
  procedure: () => theProcedure,
  agency: (id: string) => ({ id, name: agencyNames[id] ?? id }),
  office: (id: string) => ({ id, name: 'Bưu điện Vị Thanh' }),
  codeTemplate: () => provinceCatalogue.codeTemplate(theAgency, '2026-11-23' as VietnamDay),
} as unknown as Catalogue;

export const theAgency = { id: 'ct-nnmt', code: 'H13.01', level: 'province' } as Agency;
