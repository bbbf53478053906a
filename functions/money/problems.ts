import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import { giveBackStates } from './domain/give-back.ts';
import type { MoneyRefusals } from './domain/refusals.ts';

/** Where a difference may come from: a movement left out or taken twice, a note, two digits swapped. */
const Hint = z.discriminatedUnion('hint', [
  z.object({ hint: z.enum(['equals-movement', 'twice-movement']), receipt: z.string() }),
  z.object({ hint: z.literal('one-note'), note: z.int() }),
  z.object({ hint: z.literal('digits-swapped') }),
]);

/** Drawers, receipts, remittances. */
export const moneyProblems = {
  'electronic-receipt-unknown': row(
    404,
    'Phiếu thu này không có biên lai điện tử',
    'This receipt has no biên lai điện tử',
  ),
  'electronic-receipt-not-rejected': row(
    409,
    'Biên lai điện tử không bị từ chối: đã có hoặc đang được lập',
    'The biên lai điện tử was not refused: it is there, or being asked for',
  ),
  'receipt-used': row(409, 'Số biên lai đã dùng', 'The receipt number is used'),
  'receipt-remitted': row(
    409,
    'Tiền của biên lai đã nộp cơ quan',
    'The money of this receipt is with the agency',
  ),
  'receipt-refunded': row(409, 'Biên lai đã hoàn tiền', 'Money of this receipt was given back'),
  'receipt-bound': row(
    409,
    'Hồ sơ đang giải quyết trên khoản đã nộp này',
    'The dossier goes on because this was paid',
  ),
  'refund-too-large': row(
    422,
    'Số hoàn lớn hơn số còn lại của biên lai',
    'More than is left of the receipt',
  ),
  'hand-in-too-large': row(
    409,
    'Nộp nhiều hơn số đã thu khi phát',
    'More than was collected at the door and not handed in yet',
  ),
  'door-money-unknown': row(
    404,
    'Không có tiền thu khi phát này',
    'No such money was collected at a door',
  ),
  'cod-apart': row(
    422,
    'Thu hộ cho cơ quan khác phải có biên lai riêng',
    'What is collected for another agency has a receipt of its own',
  ),
  'more-than-due': row(
    409,
    'Nhiều hơn số phải nộp; nếu đúng, xin ghi lý do',
    'More than is owed; where it is right, say why',
    { stateFeesVnd: z.int(), postageVnd: z.int() },
  ),
  'drawer-short': row(409, 'Ngăn tiền không đủ', 'The drawer does not hold that'),
  'safe-short': row(409, 'Két không đủ', 'The safe does not hold that'),
  'shift-open': row(409, 'Đã có ca đang mở', 'A shift is open already'),
  'shift-unknown': row(409, 'Chưa mở ca', 'There is no open shift'),
  'shift-closed': row(409, 'Ca đã chốt', 'The shift is closed'),
  'shift-full': row(409, 'Ca đã quá nhiều giao dịch, xin chốt ca', 'Close the shift: it is full'),
  'absence-unexplained': row(
    422,
    'Ca của người khác: xin ghi vì sao người giữ ca không tự chốt',
    'Another clerk’s drawer: say why its clerk does not close it',
  ),
  'shift-unbalanced': row(409, 'Tiền đếm được không khớp với sổ', 'The drawer does not balance', {
    differenceVnd: z.int(),
    hints: z.array(Hint),
  }),
  'shift-recounted': row(
    409,
    'Tiền trong ca đã được đếm lại',
    'The drawer was counted again in between',
    { differenceVnd: z.int() },
  ),
  'give-back-unknown': row(
    404,
    'Không có đề nghị hoàn, hủy, sửa biên lai này',
    'No such refund, reversal or correction is asked for',
  ),
  'give-back-ended': row(
    409,
    'Đề nghị này đã được giải quyết',
    'This refund, reversal or correction has been settled',
    { state: z.enum(giveBackStates) },
  ),
  'nothing-to-settle': row(
    409,
    'Không còn chênh lệch để xử lý',
    'There is no difference to settle',
  ),
  'nothing-to-remit': row(409, 'Không có khoản nào phải nộp', 'There is nothing to remit'),
  'remittance-too-long': row(409, 'Bảng kê quá dài', 'The remittance lists too many receipts'),
  'remittance-unknown': row(404, 'Không tìm thấy bảng kê nộp tiền', 'Remittance not found'),
  'remittance-received': row(409, 'Cơ quan đã xác nhận nhận đủ', 'The agency has received this'),
} as const satisfies ProblemsOf<MoneyRefusals>;
