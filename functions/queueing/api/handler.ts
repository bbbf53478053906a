import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { TicketId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import { ok, shown } from '#edge/reply.ts';
import type { makeReadQueue } from '#functions/queueing/application/read-queue.ts';
import type { makeWorkQueue } from '#functions/queueing/application/work-queue.ts';
import type { WaitingTicket } from '#functions/queueing/domain/queue.ts';
import type { contract } from './contract.ts';
import { displayView, queueView, ticketView } from './views/queue.ts';

interface UseCases {
  readonly queue: ReturnType<typeof makeWorkQueue>;
  readonly read: ReturnType<typeof makeReadQueue>;
}

export const makeHandlers = ({ queue, read }: UseCases): Handlers<typeof contract> => ({
  takeTicket: async ({ actor, idempotency, body }) =>
    ticket(await queue.take({ actor, idempotency, ...body }), 201),
  takeTicketAtKiosk: async ({ actor, idempotency, body }) =>
    ticket(await queue.take({ actor, idempotency, ...body }), 201),
  callNext: async ({ actor, idempotency, body }) =>
    ticket(await queue.call({ actor, idempotency, ...body })),
  callAgain: async ({ actor, idempotency, params }) =>
    ticket(await queue.callAgain({ actor, idempotency, id: params.ticketId as TicketId })),
  putAside: async ({ actor, idempotency, params }) =>
    ticket(await queue.putAside({ actor, idempotency, id: params.ticketId as TicketId })),
  recallTicket: async ({ actor, idempotency, params, body }) =>
    ticket(await queue.recall({ actor, idempotency, id: params.ticketId as TicketId, ...body })),
  linkDossier: async ({ actor, idempotency, params, body }) => {
    const id = params.ticketId as TicketId;
    const dossierId = body.dossierId as DossierId;
    return ticket(await queue.link({ actor, idempotency, id, dossierId }));
  },
  finishTicket: async ({ actor, idempotency, params }) =>
    ticket(await queue.finish({ actor, idempotency, id: params.ticketId as TicketId })),
  readQueue: async ({ actor }) => {
    const found = await read.today(actor.office ?? '');
    return shown(found, queueView, 200);
  },
  readDisplay: async ({ query }) => {
    const found = await read.today(query.office);
    return shown(found, displayView, 200);
  },
  readBoard: async ({ actor }) => {
    const found = await read.today(actor.office);
    return shown(found, displayView, 200);
  },
  readWaits: async ({ actor, query }) => {
    const found = await read.waits(actor, query.office, query.day);
    return ok(found);
  },
});

const ticket = <const Status extends 200 | 201 = 200>(
  outcome: Outcome<WaitingTicket>,
  status = 200 as Status,
) => shown(outcome, ticketView, status);
