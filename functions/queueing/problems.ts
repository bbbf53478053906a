import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { QueueingRefusals } from './domain/refusals.ts';

/** Tickets of the waiting room. */
export const queueingProblems = {
  'queue-group-unknown': row(422, 'Không có nhóm dịch vụ này', 'No such group of services', {
    groups: z.array(z.string()),
  }),
  'queue-full': row(409, 'Hàng chờ đã đầy', 'The queue is full'),
  'queue-empty': row(409, 'Không còn ai chờ', 'Nobody is waiting'),
  'counter-busy': row(
    409,
    'Quầy đang phục vụ một số khác',
    'The counter is serving another number',
    { number: z.string() },
  ),
  'ticket-unknown': row(404, 'Không tìm thấy số thứ tự', 'Ticket not found'),
  'ticket-not-served': row(
    409,
    'Số thứ tự này không ở quầy nào',
    'The ticket is at no counter now',
  ),
  'ticket-called-too-few': row(
    409,
    'Chưa gọi đủ số lần để ghi vắng mặt',
    'Not called often enough to count as absent',
    { limit: z.int() },
  ),
  'dossier-before-ticket': row(
    409,
    'Hồ sơ có trước khi gọi số này',
    'The dossier was registered before the ticket was called',
  ),
  'dossier-has-ticket': row(
    409,
    'Hồ sơ đã gắn với số thứ tự khác',
    'The dossier belongs to another ticket',
  ),
} as const satisfies ProblemsOf<QueueingRefusals>;
