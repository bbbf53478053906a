import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { OversightRefusals } from './domain/refusals.ts';

/** Amendments of the calendar, and readings that somebody must explain. */
export const oversightProblems = {
  'amendment-unknown': row(404, 'Không có lần sửa lịch này', 'No such calendar amendment'),
  'amendment-confirmed': row(409, 'Lần sửa lịch đã có hiệu lực', 'The amendment is in force'),
  'bulk-reading-unknown': row(404, 'Không có cảnh báo đọc hàng loạt này', 'No such bulk reading'),
  'bulk-reading-settled': row(
    409,
    'Cảnh báo đọc hàng loạt này đã được kết luận',
    'The bulk reading is settled',
  ),
  'bulk-reading-own': row(
    403,
    'Không ai tự kết luận việc đọc hàng loạt của mình',
    'Nobody settles their own bulk reading',
  ),
  'staff-unknown': row(
    404,
    'Cơ quan của bạn không có lượt truy cập nào của người này',
    'Nobody of that name has read anything for your agency',
  ),
} as const satisfies ProblemsOf<OversightRefusals>;
