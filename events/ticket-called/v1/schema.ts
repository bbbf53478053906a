import * as z from 'zod';
import { envelope } from '../../envelope.ts';
import { ticketMembers } from '../../ticket.ts';

/** Gọi số: to a counter, for the first time or again. */
export const TicketCalledV1 = envelope(
  'vn.post-counter.ticket-called.v1',
  z.strictObject({ ...ticketMembers, counter: z.string().min(1).max(20), calls: z.int().min(1) }),
);
