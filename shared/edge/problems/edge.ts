import * as z from 'zod';
import { type Problem, row } from './row.ts';

/** What the edge itself refuses, before any use case is asked. */
export type EdgeCode = keyof typeof edgeProblems;

export const edgeProblems = {
  'body-not-json': row(400, 'Nội dung không phải JSON', 'The body is not JSON'),
  'body-too-large': row(413, 'Nội dung quá lớn', 'The body is too large'),
  'request-invalid': row(400, 'Yêu cầu không hợp lệ', 'The request is invalid', {
    /** Path of each wrong field, and the rule that it breaks; never its value. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  'idempotency-key-missing': row(
    400,
    'Thiếu hoặc sai Idempotency-Key',
    'Idempotency-Key is missing or malformed',
  ),
  'token-missing': row(401, 'Chưa đăng nhập', 'Not signed in'),
  'phone-session-invalid': row(
    401,
    'Phiên của số điện thoại không hợp lệ hoặc đã kết thúc',
    'The phone session is not valid, or is over',
  ),
  'role-missing': row(403, 'Không có quyền', 'Not permitted'),
  /** Two of the caller's roles may call: `Acting-As` names one of them. */
  'capacity-unchosen': row(
    400,
    'Bạn có nhiều vai trò: hãy chọn một vai trò để thực hiện (Acting-As)',
    'You have several roles: choose the one in which you act (Acting-As)',
  ),
  /** Answered by the firewall before the API: one address asked the public routes too often. */
  'too-many-requests': row(
    429,
    'Quá nhiều yêu cầu từ một địa chỉ mạng',
    'Too many requests from one network address',
  ),
  'route-unknown': row(404, 'Không có đường dẫn này', 'No such route'),
  /** Nothing is published yet, or it cannot be read: no decision can be made. */
  'catalogue-unavailable': row(
    503,
    'Danh mục của tỉnh tạm thời chưa đọc được',
    'The province’s catalogue cannot be read at the moment',
    { retryAfterSeconds: z.int() },
  ),
  /** Nothing is shown of which nobody could say later who read it. */
  'access-log-unavailable': row(
    503,
    'Tạm thời chưa ghi được nhật ký truy cập nên chưa thể hiển thị',
    'The access log cannot be written at the moment, so nothing is shown',
    { retryAfterSeconds: z.int() },
  ),
  defect: row(500, 'Lỗi hệ thống', 'Internal error'),
} as const satisfies Record<string, Problem>;

type Rows = typeof edgeProblems;

/** By code what goes along with what the edge refuses. */
export type EdgeFields = {
  readonly [Code in EdgeCode]: {
    readonly [Name in keyof Rows[Code]['fields']]: z.output<Rows[Code]['fields'][Name]>;
  };
};
