import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import {
  type CalledTicket,
  type OfficeQueue,
  priorities,
  type WaitingTicket,
} from '#functions/queueing/domain/queue.ts';

export const TicketView = z.object({
  ticketId: shape.ulid,
  number: z.string(),
  group: z.string(),
  priority: z.enum(priorities).optional(),
  takenAt: shape.isoTime,
  counter: z.string().optional(),
  calledAt: shape.isoTime.optional(),
  calls: z.int().optional(),
  dossiers: z.array(shape.ulid).optional(),
});

export const QueueView = z.object({
  waiting: z.array(TicketView),
  serving: z.array(TicketView),
  absent: z.array(TicketView),
});

/** On the wall: numbers and counters, nothing about persons, not even who has priority. */
export const DisplayView = z.object({
  serving: z.array(z.object({ counter: z.string(), number: z.string() })),
  waiting: z.int(),
});

export const ticketView = (ticket: WaitingTicket | CalledTicket): z.output<typeof TicketView> => ({
  ticketId: ticket.id,
  number: ticket.number,
  group: ticket.group,
  takenAt: isoVietnam(ticket.takenAt),
  ...(ticket.priority && { priority: ticket.priority }),
  ...('counter' in ticket && {
    counter: ticket.counter,
    calledAt: isoVietnam(ticket.calledAt),
    calls: ticket.calls,
    dossiers: [...ticket.dossiers],
  }),
});

export const queueView = (queue: OfficeQueue): z.output<typeof QueueView> => ({
  waiting: queue.waiting.map(ticketView),
  serving: Object.values(queue.serving).map(ticketView),
  absent: queue.absent.map(ticketView),
});

export const displayView = ({ serving, waiting }: OfficeQueue): z.output<typeof DisplayView> => ({
  serving: Object.values(serving)
    .map(({ counter, number }) => ({ counter, number }))
    .sort((a, b) => (a.counter < b.counter ? -1 : 1)),
  waiting: waiting.length,
});
