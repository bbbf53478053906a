import * as z from 'zod';
import { envelope } from '../../envelope.ts';
import { ticketMembers } from '../../ticket.ts';

/** Phục vụ xong: with the dossiers that were taken in meanwhile. */
export const TicketServedV1 = envelope(
  'vn.post-counter.ticket-served.v1',
  z.strictObject({
    ...ticketMembers,
    counter: z.string().min(1).max(20),
    dossiers: z.array(z.string().length(26)).max(200),
  }),
);
