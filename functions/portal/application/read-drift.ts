import { codeCounter, dossierCodeOf } from '#application/acceptance.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { plus, seconds } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Drift, driftOf } from '#functions/portal/domain/drift.ts';
import { answersFor } from '#functions/portal/domain/oversight.ts';
import type { NationalSync } from '#functions/portal/domain/sync.ts';
import type { Lookup, NationalPortal } from '#functions/portal/ports/national-portal.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { Numbers } from '#ports/numbers.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { sourceAt, sourceOf } from './national-source.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'loadWhole' | 'findByCode' | 'record'>;
  readonly numbers: Pick<Numbers, 'stateOf'>;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly portal: NationalPortal | undefined;
  /** Every agency that ever gave codes, in the order of the report. */
  readonly agencies: readonly Agency[];
}

export interface DriftAsk {
  readonly day: VietnamDay;
  /** Of one agency's codes; absent: of all. */
  readonly agency?: string | undefined;
  readonly limit: number;
  readonly after?: DriftCursor | undefined;
}

/** The next code to compare: of an agency, by its number in the day. */
export interface DriftCursor {
  readonly agency: string;
  readonly number: number;
}

export type DriftLine = { readonly code: string; readonly agency: string } & (
  | (Drift & { readonly dossierId: DossierId; readonly sync?: NationalSync })
  /** The portal has a code of ours that we do not: what a restored backup has lost, for one. */
  | { readonly kind: 'unknown-here' }
);

export interface DriftReport {
  readonly checked: number;
  readonly lines: readonly DriftLine[];
  readonly next?: DriftCursor;
}

const atOnce = 5;

/** No question is asked later; the last ones have until the function ends. */
const asking = seconds(8);

/**
 * Đối soát: what the portal has of the codes of a day, compared with what it should have. The codes of an
 * agency's day are 1 … n without a gap, so no index is needed to list them, and the code after the last
 * one is asked for too. Bounded in questions and in time: what is left is for the next page.
 */
export const makeReadDrift =
  (deps: Deps) =>
  async (actor: Staff, ask: DriftAsk): Promise<Outcome<DriftReport>> => {
    if (!deps.portal) return refuse({ code: 'portal-unavailable', why: 'not-configured' });
    const agencies = agenciesFor(deps, actor, ask);
    if (!agencies) return refuse({ code: 'agency-unknown' });
    return compare({ ...deps, portal: deps.portal, actor, day: ask.day }, agencies, ask);
  };

/** A leader's own agency, whatever is asked for; undefined for another's. */
const agenciesFor = ({ agencies }: Deps, actor: Staff, { agency }: DriftAsk) => {
  const wanted = actor.role === 'supervisor' ? agency : (agency ?? actor.agency);
  if (wanted === undefined) return agencies;
  const one = agencies.filter(({ id }) => id === wanted && answersFor(actor, id));
  return one.length > 0 ? one : undefined;
};

interface Comparing extends Omit<Deps, 'portal'> {
  readonly portal: NationalPortal;
  readonly actor: Staff;
  readonly day: VietnamDay;
}

/** Goes from code to code until the page is full, the time is over or nobody answers. */
const compare = async (
  deps: Comparing,
  agencies: readonly Agency[],
  { limit, after }: DriftAsk,
): Promise<Outcome<DriftReport>> => {
  const until = plus(deps.clock.now(), asking);
  let report: DriftReport = { checked: 0, lines: [], ...startAt(after ?? firstOf(agencies[0])) };
  while (report.next && report.checked < limit && deps.clock.now() <= until) {
    const agency = agencies.find(({ id }) => id === report.next?.agency);
    if (!agency) return refuse({ code: 'agency-unknown' });
    const { number } = report.next;
    const some = await batch(deps, agency, number, Math.min(atOnce, limit - report.checked));
    if (!some) return silent(report);
    const next = some.isOver
      ? firstOf(agencies[agencies.indexOf(agency) + 1])
      : { agency: agency.id, number: number + some.asked };
    report = {
      checked: report.checked + some.asked,
      lines: [...report.lines, ...some.lines],
      ...startAt(next),
    };
  }
  return done(report);
};

const firstOf = (agency: Agency | undefined): DriftCursor | undefined =>
  agency && { agency: agency.id, number: 1 };

const startAt = (next: DriftCursor | undefined): Pick<DriftReport, 'next'> =>
  next ? { next } : {};

/** What was compared before the portal fell silent is a page; nothing at all is no report. */
const silent = (report: DriftReport): Outcome<DriftReport> =>
  report.checked > 0 ? done(report) : refuse({ code: 'portal-unavailable', why: 'no-answer' });

interface Batch {
  readonly asked: number;
  readonly lines: readonly DriftLine[];
  /** Beyond our last code the portal has nothing either. */
  readonly isOver: boolean;
}

/** So many codes from a number on; undefined when one of them got no answer. */
const batch = async (
  deps: Comparing,
  agency: Agency,
  from: number,
  most: number,
): Promise<Batch | undefined> => {
  const { given } = await deps.numbers.stateOf(codeCounter(agency.id, deps.day));
  const asked = Math.max(1, Math.min(most, given + 1 - from + 1));
  const codes = Array.from({ length: asked }, (_, n) =>
    dossierCodeOf(deps.catalogue, agency, deps.day, from + n),
  );
  const looked = await Promise.all(codes.map((code) => deps.portal.find(code)));
  if (looked.some(({ outcome }) => outcome === 'unknown')) return undefined;
  const lines = await Promise.all(
    codes.map((code, n) => lineOf(deps, agency, code, looked[n] ?? { outcome: 'absent' })),
  );
  const isOver = from + asked - 1 > given && looked.at(-1)?.outcome === 'absent';
  return { asked, lines: lines.filter((line) => line !== undefined), isOver };
};

const lineOf = async (
  deps: Comparing,
  { id: agency }: Agency,
  code: string,
  looked: Lookup,
): Promise<DriftLine | undefined> => {
  const copy = looked.outcome === 'found' ? looked.copy : undefined;
  const dossierId = await deps.ledger.findByCode(code);
  const stored = dossierId && (await deps.ledger.loadWhole(dossierId));
  if (!stored) return copy && { code, agency, kind: 'unknown-here' };
  const { dossier } = stored;
  if (!answersFor(deps.actor, dossier.department?.agency)) return undefined;
  const source = sourceOf(deps, stored);
  if (!source.ok) throw new Error(`${dossier.id}: ${source.refusal.code}`);
  const drift = driftOf(source.value, copy, (version) => sourceAt(source.value, version));
  if (!drift) return undefined;
  const sync = await deps.ledger.record(nationalSyncKind, dossier.id);
  return { code, agency, dossierId: dossier.id, ...drift, ...(sync && { sync }) };
};
