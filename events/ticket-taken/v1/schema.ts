import * as z from 'zod';
import { envelope } from '../../envelope.ts';
import { ticketMembers } from '../../ticket.ts';

/** Lấy số: somebody took a number and waits. */
export const TicketTakenV1 = envelope(
  'vn.post-counter.ticket-taken.v1',
  z.strictObject({ ...ticketMembers, priority: z.string().min(1).max(20).optional() }),
);
