import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { HandoverRefusals } from './domain/refusals.ts';

/** Pouches between two parties. */
export const handoverProblems = {
  'pouch-ends': row(
    422,
    'Túi hồ sơ đi giữa bưu cục và cơ quan',
    'A pouch goes between a post office and an agency',
  ),
  'pouch-state': row(
    409,
    'Trạng thái túi hồ sơ không cho phép bước này',
    "The pouch's state does not allow this step",
    { state: z.string(), step: z.string() },
  ),
  'pouch-full': row(409, 'Túi hồ sơ đã đầy', 'The pouch is full', { limit: z.int() }),
  'pouch-empty': row(409, 'Túi hồ sơ chưa có hồ sơ nào', 'The pouch is empty'),
  'seal-mismatch': row(409, 'Số niêm phong không khớp', 'The seal has another number'),
  'giver-unsigned': row(409, 'Bên giao chưa ký', 'The giver has not signed yet'),
  'count-incomplete': row(
    422,
    'Mỗi hồ sơ trong túi phải được kiểm đếm đúng một lần',
    'Each line of the manifest needs exactly one verdict',
    { dossiers: z.array(z.string()), orders: z.array(z.string()).optional() },
  ),
  'count-incoherent': row(
    422,
    'Kết luận không khớp với số giấy tờ đã đếm',
    'The verdict does not fit what was counted',
    { dossier: z.string().optional(), order: z.string().optional() },
  ),
  'lost-unknown': row(
    404,
    'Không tìm thấy kết quả thất lạc này',
    'No such result was lost in a pouch of yours',
  ),
  'count-changed': row(
    409,
    'Kết quả kiểm đếm đã thay đổi, xin xem lại trước khi ký',
    'The count has changed: look again before you sign',
  ),
} as const satisfies ProblemsOf<HandoverRefusals>;
