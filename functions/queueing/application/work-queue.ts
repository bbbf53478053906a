import { loadVisible } from '#application/authority.ts';
import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { QueueRules } from '#domain/catalogue/queue-rules.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { TicketId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  type AtCounter,
  type Called,
  callAgain,
  callNext,
  emptyQueue,
  finishTicket,
  linkDossier,
  type OfficeQueue,
  type Priority,
  putAside,
  queueId,
  queueRulesOn,
  recallTicket,
  takeTicket,
  type WaitingTicket,
} from '#functions/queueing/domain/queue.ts';
import { officeQueueKind, ticketKind } from '#functions/queueing/records.ts';
import type { Ids } from '#ports/ids.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { type Tell, ticketCalled, ticketServed, ticketTaken } from './ticket-events.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly queueRules: readonly QueueRules[];
}

/** Somebody at an office, or a kiosk there. */
interface AtOffice {
  readonly actor: Pick<Staff, 'office'>;
  readonly idempotency: Idempotency | undefined;
}

interface Request extends AtOffice {
  readonly actor: Staff;
}

type OfTicket = Request & { readonly id: TicketId };

interface Acted<T> {
  readonly queue: OfficeQueue;
  readonly ticket: T;
}

type Act<T extends WaitingTicket> = (
  queue: OfficeQueue,
  rules: QueueRules,
  now: Instant,
) => Outcome<Acted<T>> | Promise<Outcome<Acted<T>>>;

/** The queue of an office and day; before its first ticket, an empty one that is kept nowhere yet. */
export const queueOf = async (
  ledger: Pick<UnitOfWork, 'record'>,
  office: string,
  day: VietnamDay,
): Promise<OfficeQueue> =>
  (await ledger.record(officeQueueKind, queueId(office, day))) ?? emptyQueue(office, day);

type Acting = ReturnType<typeof acting>;

/** One act on today's queue of the caller's own office: it is replaced as a whole, or not at all. */
const acting =
  (deps: Deps) =>
  <T extends WaitingTicket>(
    { actor, idempotency }: AtOffice,
    decide: Act<T>,
    tell: Tell<T> = () => [],
    also: (ticket: T, now: Instant) => readonly RecordWrite[] = () => [],
  ): Promise<Outcome<T>> =>
    decideOnce<T>(deps, idempotency, async (now) => {
      const day = dayOf(now);
      const before = await queueOf(deps.ledger, actor.office ?? '', day);
      const acted = await decide(before, queueRulesOn(deps.queueRules, day), now);
      if (!acted.ok) return acted;
      const { queue: after, ticket } = acted.value;
      const kept = before.version === 0 ? undefined : before;
      const records: readonly RecordWrite[] = [
        recordWrite(officeQueueKind, kept, after, tell(acted.value, now)),
        ...also(ticket, now),
      ];
      return done({ result: ticket, commit: { records } });
    });

/** Xếp hàng: a number is taken, called, served; or its citizen is absent, and called again. */
export const makeWorkQueue = (deps: Deps) => {
  const act = acting(deps);
  return {
    take: (
      request: AtOffice & { readonly group: string; readonly priority?: Priority | undefined },
    ) =>
      act<WaitingTicket>(
        request,
        (queue, rules, now) => {
          const { group, priority } = request;
          const id = deps.ids.next(now) as TicketId;
          return takeTicket(queue, rules, { id, group, ...(priority && { priority }) }, now);
        },
        ticketTaken,
      ),
    ...calls(act),
    link: (request: OfTicket & { readonly dossierId: DossierId }) =>
      act(request, (queue) => linking(deps, request, queue)),
    finish: (request: OfTicket) =>
      act(
        request,
        (queue) => finishTicket(queue, request.id),
        ticketServed,
        (ticket, endedAt) => [
          recordWrite(ticketKind, undefined, {
            ...ticket,
            version: 1,
            office: request.actor.office ?? '',
            endedAt,
          }),
        ],
      ),
  };
};

type ToCounter = Request & { readonly counter: string };

const place = ({ actor, counter }: ToCounter, now: Instant): AtCounter => ({
  counter,
  by: actor.id,
  now,
});

const calls = (act: Acting) => ({
  call: (request: ToCounter & { readonly groups?: readonly string[] | undefined }) =>
    act(
      request,
      (queue, rules, now) => callNext(queue, rules, place(request, now), request.groups),
      ticketCalled,
    ),
  callAgain: (request: OfTicket) =>
    act(request, (queue) => callAgain(queue, request.id), ticketCalled),
  putAside: (request: OfTicket) =>
    act(request, (queue, rules) => putAside(queue, rules, request.id)),
  recall: (request: OfTicket & ToCounter) =>
    act(
      request,
      (queue, _rules, now) => recallTicket(queue, request.id, place(request, now)),
      ticketCalled,
    ),
});

/** A dossier has one ticket, that of who handed it in. */
const linking = async (
  { ledger }: Deps,
  { actor, id, dossierId }: OfTicket & { readonly dossierId: DossierId },
  queue: OfficeQueue,
): Promise<Outcome<Called>> => {
  const found = await loadVisible(ledger, actor, dossierId);
  if (!found.ok) return found;
  const earlier = await ledger.findRecord(ticketKind, dossierId);
  if (earlier !== undefined && earlier !== id) return refuse({ code: 'dossier-has-ticket' });
  return linkDossier(queue, id, found.value.dossier);
};
