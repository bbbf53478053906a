import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { IntakeRefusals } from './domain/refusals.ts';

/** The counter, its slips and senders. */
export const intakeProblems = {
  'procedure-unknown': row(422, 'Không có thủ tục này', 'No such procedure', {
    procedure: z.string(),
  }),
  'temporary-blocks-open': row(
    409,
    'Bưu cục còn quá nhiều dải số tạm chưa đóng',
    'The post office has too many blocks of temporary numbers open',
    { limit: z.int() },
  ),
  'temporary-block-size': row(422, 'Dải số tạm quá lớn', 'The block is too large', {
    limit: z.int(),
  }),
  'temporary-block-unknown': row(404, 'Không có dải số tạm này', 'No such block'),
  'sender-unknown': row(
    404,
    'Bưu cục chưa có hồ sơ nào của người này',
    'The post office has no dossier of this sender',
  ),
} as const satisfies ProblemsOf<IntakeRefusals>;
