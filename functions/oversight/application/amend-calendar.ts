import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { recordsOn } from '#application/records-on.ts';
import type { Staff } from '#domain/actor/actor.ts';
import {
  type AmendmentState,
  amended,
  type CalendarAmendment,
  type CalendarChange,
  checkedChange,
} from '#domain/deadline/amendment.ts';
import {
  type CalendarBook,
  makeCalendarBook,
  type WorkingCalendar,
} from '#domain/deadline/working-calendar.ts';
import { type MovedAppointment, movedAppointment } from '#domain/dossier/appointment.ts';
import type { AmendmentId } from '#domain/identifiers/amendment-id.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, StoredDossier } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  /** The calendars with all amendments that are in force. */
  readonly calendars: () => Promise<readonly WorkingCalendar[]>;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

/** Sửa lịch làm việc: proposed by one, looked at, confirmed. */
export const makeAmendCalendar = (deps: Deps) => ({
  propose: ({ actor, idempotency, change }: Request & { readonly change: CalendarChange }) =>
    decideOnce<CalendarAmendment>(deps, idempotency, async (now) => {
      const checked = checkedChange(await deps.calendars(), change);
      if (!checked.ok) return checked;
      const after: CalendarAmendment = {
        id: deps.ids.next(now) as AmendmentId,
        version: 1,
        ...checked.value,
        proposed: { by: actor.id, at: now },
      };
      const record = recordWrite(amendmentKind, undefined, after);
      return done({ result: after, commit: { records: [record] } });
    }),
  confirm: (request: Request & { readonly id: AmendmentId; readonly reannounces: boolean }) =>
    decideOnce<CalendarAmendment>(deps, request.idempotency, async (now) => {
      const before = await deps.ledger.record(amendmentKind, request.id);
      if (!before) return refuse({ code: 'amendment-unknown' });
      if (before.confirmed) return refuse({ code: 'amendment-confirmed' });
      const { reannounces } = request;
      const after: CalendarAmendment = {
        ...before,
        version: before.version + 1,
        confirmed: { by: request.actor.id, at: now, reannounces },
      };
      const record = recordWrite(amendmentKind, before, after);
      return done({ result: after, commit: { records: [record] } });
    }),
});

/** Các lần sửa lịch, the oldest first. */
export const makeListAmendments =
  ({ ledger, index }: Pick<Looking, 'ledger' | 'index'>) =>
  async (state: AmendmentState, page: PageAsk): Promise<Page<CalendarAmendment>> => {
    return recordsOn(ledger, amendmentKind, await index.listed(amendmentKind, state, page));
  };

export interface Moved extends MovedAppointment {
  readonly dossierId: DossierId;
  readonly code: string;
}

interface Looking {
  readonly ledger: Deps['ledger'];
  readonly index: DossierIndex;
  readonly catalogue: Catalogue;
}

/** Lists of an agency whose dossiers have a date that runs. */
export const runningLists = ['waiting', 'working'] as const;

/** One page of an agency's list: the dossiers that the calendar moves, with what it makes of them. */
export const movedOnPage = async (
  { ledger, index, catalogue }: Looking,
  { agency, list }: { readonly agency: string; readonly list: (typeof runningLists)[number] },
  book: CalendarBook,
  page: PageAsk,
): Promise<Outcome<Page<{ readonly stored: StoredDossier; readonly moved: MovedAppointment }>>> => {
  const { items: lines, next } = await index.inbox(agency, list, page);
  const items: { stored: StoredDossier; moved: MovedAppointment }[] = [];
  for (const { id } of lines) {
    const stored = await ledger.load(id);
    const { code, version } = stored?.dossier.procedure ?? { code: '', version: '' };
    const procedure = catalogue.procedureVersion(code, version);
    if (!stored || !procedure) continue;
    const moved = movedAppointment(stored.dossier, procedure, book);
    if (!moved.ok) return moved;
    if (moved.value) items.push({ stored, moved: moved.value });
  }
  return done({ items, ...(next !== undefined && { next }) });
};

/** Whom an amendment would move, before anybody confirms it. */
export const makeForeseeMoves =
  (deps: Looking & Pick<Deps, 'calendars'>) =>
  async (
    id: AmendmentId,
    place: Parameters<typeof movedOnPage>[1],
    page: PageAsk,
  ): Promise<Outcome<Page<Moved>>> => {
    const amendment = await deps.ledger.record(amendmentKind, id);
    if (!amendment) return refuse({ code: 'amendment-unknown' });
    const inForce = await deps.calendars();
    const calendars = amendment.confirmed ? inForce : amended(inForce, [amendment]);
    const found = await movedOnPage(deps, place, makeCalendarBook(calendars), page);
    if (!found.ok) return found;
    const { items, ...rest } = found.value;
    return done({
      ...rest,
      items: items.map(({ stored: { dossier }, moved }) => ({
        dossierId: dossier.id,
        code: dossier.acceptance?.code ?? '',
        ...moved,
      })),
    });
  };
