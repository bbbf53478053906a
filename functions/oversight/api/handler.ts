import type { AmendmentId } from '#domain/identifiers/amendment-id.ts';
import { refuse } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import { amendmentView } from '#edge/views/amendment.ts';
import type {
  makeAmendCalendar,
  makeForeseeMoves,
  makeListAmendments,
} from '#functions/oversight/application/amend-calendar.ts';
import type { makeListWarned } from '#functions/oversight/application/list-warned.ts';
import type { makeWatchCalendars } from '#functions/oversight/application/watch-calendars.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { type AccessUseCases, accessHandlers } from './access-handler.ts';
import type { contract } from './contract.ts';
import { type HoldUseCases, holdHandlers } from './hold-handler.ts';
import { limitsView } from './views/limit.ts';

interface UseCases extends AccessUseCases, HoldUseCases {
  readonly amend: ReturnType<typeof makeAmendCalendar>;
  readonly foresee: ReturnType<typeof makeForeseeMoves>;
  readonly amendments: ReturnType<typeof makeListAmendments>;
  readonly calendars: ReturnType<typeof makeWatchCalendars>;
  readonly warned: ReturnType<typeof makeListWarned>;
  readonly ledger: UnitOfWork;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...accessHandlers(on),
  ...holdHandlers(on),
  ...calendarHandlers(on),
});

const calendarHandlers = ({
  amend,
  foresee,
  amendments: list,
  calendars,
  warned,
  ledger,
}: UseCases): Omit<
  Handlers<typeof contract>,
  keyof ReturnType<typeof accessHandlers> | keyof ReturnType<typeof holdHandlers>
> => ({
  listWarned: async ({ actor, query: { warning, of, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const found = await warned(actor, { warning, of }, page);
    return shown(found, limitsView, 200);
  },
  listCalendars: async () => ({ status: 200, body: { items: [...(await calendars())] } }),
  proposeAmendment: async ({ actor, idempotency, body }) => {
    const proposed = await amend.propose({ actor, idempotency, change: body });
    return proposed.ok ? { status: 201, body: amendmentView(proposed.value) } : proposed;
  },
  listAmendments: async ({ query: { state, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const { items, next } = await list(state, page);
    const body = { items: items.map(amendmentView), ...(next !== undefined && { next }) };
    return { status: 200, body };
  },
  readAmendment: async ({ params }) => {
    const amendment = await ledger.record(amendmentKind, params.amendmentId);
    return amendment
      ? { status: 200, body: amendmentView(amendment) }
      : refuse({ code: 'amendment-unknown' });
  },
  listMovedDossiers: async ({ params, query: { agency, list, limit, after } }) => {
    const id = params.amendmentId as AmendmentId;
    const page = { limit, ...(after !== undefined && { after }) };
    const found = await foresee(id, { agency, list }, page);
    if (!found.ok) return found;
    const { items, next } = found.value;
    return {
      status: 200,
      body: {
        items: items.map(({ dossierId, code, previousDueAt, dueAt }) => ({
          dossierId,
          code,
          previousDueAt: isoVietnam(previousDueAt),
          dueAt: isoVietnam(dueAt),
        })),
        ...(next !== undefined && { next }),
      },
    };
  },
  confirmAmendment: async ({ actor, idempotency, params, body }) => {
    const id = params.amendmentId as AmendmentId;
    const confirmed = await amend.confirm({ actor, idempotency, id, ...body });
    return shown(confirmed, amendmentView, 200);
  },
});
