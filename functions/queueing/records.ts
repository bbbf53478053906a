import { type RecordKind, unlistedKind } from '#ports/records.ts';
import type { OfficeQueue, ServedTicket } from './domain/queue.ts';

export const officeQueueKind = unlistedKind<OfficeQueue>('office-queue');

/** Tickets that were served, by the dossiers that were taken in with them. */
export const ticketKind: RecordKind<ServedTicket> = {
  name: 'ticket',
  place: ({ dossiers }) => ({ names: dossiers }),
};
