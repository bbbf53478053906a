import * as z from 'zod';
import { officeId } from './envelope.ts';

/** What every event of a ticket carries. */
export const ticketMembers = {
  /** Of the office's queue when it happened: rises with every event of a ticket. */
  version: z.int().min(1),
  office: officeId,
  /** Nhóm dịch vụ. */
  group: z.string().min(1).max(60),
  /** `A012` */
  number: z.string().min(1).max(10),
};
