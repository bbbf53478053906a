import { recordEvent } from '#application/published-event.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { CalledTicket, OfficeQueue, WaitingTicket } from '#functions/queueing/domain/queue.ts';

/** What happened to a ticket, and the queue as it is since. */
interface Acted<T> {
  readonly queue: OfficeQueue;
  readonly ticket: T;
}

export type Tell<T> = (acted: Acted<T>, at: Instant) => readonly PublishedEvent[];

const members = ({ queue, ticket }: Acted<WaitingTicket>) => ({
  version: queue.version,
  office: queue.office,
  group: ticket.group,
  number: ticket.number,
});

export const ticketTaken: Tell<WaitingTicket> = (acted, at) => {
  const { id: subject, priority } = acted.ticket;
  const data = { ...members(acted), ...(priority && { priority }) };
  return [recordEvent('ticket-taken', { subject, at, data })];
};

/** For the first time, once more, or after it was put aside. */
export const ticketCalled: Tell<CalledTicket> = (acted, at) => {
  const { id: subject, counter, calls } = acted.ticket;
  return [
    recordEvent('ticket-called', { subject, at, data: { ...members(acted), counter, calls } }),
  ];
};

export const ticketServed: Tell<CalledTicket> = (acted, at) => {
  const { id: subject, counter, dossiers } = acted.ticket;
  const data = { ...members(acted), counter, dossiers: [...dossiers] };
  return [recordEvent('ticket-served', { subject, at, data })];
};
