import { type Problem, row } from './row.ts';

/** What the edge itself refuses, before any use case is asked. */
export type EdgeCode = keyof typeof edgeProblems;

export const edgeProblems = {
  'body-not-json': row(400, 'Nội dung không phải JSON', 'The body is not JSON'),
  'body-too-large': row(413, 'Nội dung quá lớn', 'The body is too large'),
  'request-invalid': row(400, 'Yêu cầu không hợp lệ', 'The request is invalid'),
  'idempotency-key-missing': row(
    400,
    'Thiếu hoặc sai Idempotency-Key',
    'Idempotency-Key is missing or malformed',
  ),
  'token-missing': row(401, 'Chưa đăng nhập', 'Not signed in'),
  'role-missing': row(403, 'Không có quyền', 'Not permitted'),
  /** Answered by the firewall before the API: one address asked the public routes too often. */
  'too-many-requests': row(
    429,
    'Quá nhiều yêu cầu từ một địa chỉ mạng',
    'Too many requests from one network address',
  ),
  'route-unknown': row(404, 'Không có đường dẫn này', 'No such route'),
  defect: row(500, 'Lỗi hệ thống', 'Internal error'),
} as const satisfies Record<string, Problem>;
