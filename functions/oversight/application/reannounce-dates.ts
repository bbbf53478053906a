import { loadToAct } from '#application/authority.ts';
import { type Deciding, decideOnce, writeOf } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import type { AnnouncingCursor, CalendarAmendment } from '#domain/deadline/amendment.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { movedAppointment, reannounce } from '#domain/dossier/appointment.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';
import { movedOnPage, runningLists } from './amend-calendar.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  /** Every agency that has an inbox. */
  readonly agencies: readonly string[];
}

const worker: System = { kind: 'system', id: 'oversight/reannounce-dates' };
const pageSize = 50;
/** Pages in one run: what is left is the next minute's. */
const pagesAtOnce = 40;

/**
 * Hẹn lại: gives each dossier that a confirmed amendment moves its new date, page by page, and remembers
 * how far it came. A dossier that has its date already is no longer moved, so nothing is told twice.
 */
export const makeReannounceDates = (deps: Deps) => async (): Promise<Outcome<number>> => {
  const { items } = await deps.index.listed(amendmentKind, 'in-force', { limit: 100 });
  let moved = 0;
  for (const id of items) {
    const amendment = await deps.ledger.record(amendmentKind, id);
    if (!amendment?.confirmed?.reannounces || amendment.announcedAt !== undefined) continue;
    const told = await announce(deps, amendment);
    if (!told.ok) return told;
    moved += told.value;
  }
  return done(moved);
};

const announce = async (deps: Deps, amendment: CalendarAmendment): Promise<Outcome<number>> => {
  const book = await deps.calendars.current();
  let current = amendment;
  for (let page = 0; page < pagesAtOnce && current.announcedAt === undefined; page++) {
    const cursor = await announcePage(deps, current, book);
    if (!cursor.ok) return cursor;
    const kept = await remember(deps, current, cursor.value);
    if (!kept.ok) return kept;
    current = kept.value;
  }
  return done((current.announcing?.moved ?? 0) - (amendment.announcing?.moved ?? 0));
};

/** The cursor after one page; undefined when there is nothing left. */
const announcePage = async (
  deps: Deps,
  { id, announcing = { place: 0, moved: 0 } }: CalendarAmendment,
  book: CalendarBook,
): Promise<Outcome<AnnouncingCursor & { readonly isLast: boolean }>> => {
  const places = deps.agencies.flatMap((agency) => runningLists.map((list) => ({ agency, list })));
  const place = places[announcing.place];
  if (!place) return done({ ...announcing, isLast: true });
  const ask = {
    limit: pageSize,
    ...(announcing.after !== undefined && { after: announcing.after }),
  };
  const found = await movedOnPage(deps, place, book, ask);
  if (!found.ok) return found;
  const { items, next } = found.value;
  for (const { stored } of items) {
    const told = await reannounceOne(deps, stored.dossier.id, id, book);
    if (!told.ok) return told;
  }
  const moved = announcing.moved + items.length;
  return done(
    next === undefined
      ? { place: announcing.place + 1, moved, isLast: announcing.place + 1 >= places.length }
      : { place: announcing.place, after: next, moved, isLast: false },
  );
};

/** A dossier that has gone on meanwhile keeps what it has. */
const reannounceOne = (deps: Deps, id: DossierId, amendment: string, book: CalendarBook) =>
  decideOnce(deps, undefined, async (now) => {
    const found = await loadToAct(deps.ledger, 'announce-date-again', worker, id);
    if (!found.ok) return found;
    const stored = found.value;
    const { code, version } = stored.dossier.procedure;
    const procedure = deps.catalogue.procedureVersion(code, version);
    const moved = procedure && movedAppointment(stored.dossier, procedure, book);
    if (moved && !moved.ok) return moved;
    const facts = moved?.value && reannounce(stored.dossier, amendment, moved.value);
    const dossiers = facts?.ok ? [writeOf(stored, facts.value, { actor: worker, now })] : [];
    return done({ result: undefined, commit: { dossiers } });
  });

const remember = (
  deps: Deps,
  before: CalendarAmendment,
  { isLast, ...announcing }: AnnouncingCursor & { readonly isLast: boolean },
) =>
  decideOnce<CalendarAmendment>(deps, undefined, async (now) => {
    const after: CalendarAmendment = {
      ...before,
      version: before.version + 1,
      announcing,
      ...(isLast && { announcedAt: now }),
    };
    const record = recordWrite(amendmentKind, before, after);
    return done({ result: after, commit: { records: [record] } });
  });
