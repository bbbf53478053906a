import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { ReturnsRefusals } from './domain/refusals.ts';

/** Parcels and return orders. */
export const returnsProblems = {
  'courier-event-invalid': row(
    422,
    'Sự kiện vận chuyển không hợp lệ',
    'The courier event is invalid',
    { reason: z.string() },
  ),
  'return-too-early': row(
    409,
    'Chưa đủ hai lần mời nhận cách nhau 2 ngày làm việc (TT 17/2017), chưa được chuyển hoàn',
    'Two invitations two working days apart come first; it may not go back yet',
    { invitations: z.int(), notBefore: z.string().optional() },
  ),
  'parcel-has-left': row(
    409,
    'Đơn vị chuyển phát đã nhận bưu gửi, không huỷ nhãn được: chờ phát, chuyển hoàn hoặc báo mất',
    'The carrier has the parcel, its label cannot be voided: it is delivered, comes back or is declared lost',
  ),
  'loss-unconfirmed': row(
    409,
    'Chưa báo mất được: cần xác nhận của đơn vị chuyển phát, hoặc chờ đủ số ngày không có tin',
    'It cannot be declared lost yet: tell the carrier’s confirmation, or wait until nothing was heard for long enough',
    { from: z.string().optional() },
  ),
  'postage-after-loss': row(
    422,
    'Bưu gửi trước bị mất: gửi lại không thu cước của công dân (QĐ 45/2016 điều 14)',
    'The parcel before was lost: another one costs the citizen no postage (QĐ 45/2016 art. 14)',
  ),
  'authorisation-unknown': row(
    409,
    'Hồ sơ không có giấy ủy quyền nào đang có hiệu lực',
    'Nobody is authorised on this dossier',
  ),
  'delivery-not-flagged': row(
    409,
    'Bưu gửi này không có gì cần xem lại, hoặc đã được xem lại',
    'Nothing of this delivery is to be looked into, or somebody has',
  ),
  'return-order-unknown': row(404, 'Không tìm thấy đơn gửi trả', 'Return order not found'),
  'return-order-exists': row(
    409,
    'Đã có đơn gửi trả cho mã hồ sơ này',
    'There is a return order for this dossier already',
  ),
  'return-office-unclear': row(
    422,
    'Địa chỉ không chỉ rõ bưu cục phát, xin chọn bưu cục',
    'The address names no single post office, please choose one',
  ),
} as const satisfies ProblemsOf<ReturnsRefusals>;
