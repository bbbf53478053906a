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
  'result-has-left': row(
    409,
    'Kết quả đã được đóng gói gửi đi, không đổi cách nhận được nữa',
    'The result is on its way, how it is received cannot be changed any more',
  ),
  'delivery-chosen-before': row(
    409,
    'Cách nhận kết quả đã đổi một lần rồi, mỗi hồ sơ chỉ được đổi một lần',
    'How the result is received was changed before, and can be changed only once',
  ),
  'result-in-person': row(
    409,
    'Pháp luật buộc trao kết quả này tận tay, không gửi bưu chính được',
    'By law this result is handed over in person and is not sent by post',
    { ground: z.string() },
  ),
  'office-hands-nothing-out': row(
    422,
    'Bưu cục này không trả kết quả, xin chọn bưu cục khác',
    'This post office does not hand results out, please choose another',
  ),
  'address-outside': row(
    422,
    'Địa chỉ nằm ngoài tỉnh, thành phố này: xin hỏi bưu cục đã nhận hồ sơ',
    'The address lies outside this province: please ask the post office that took the dossier in',
  ),
  'wished-day-invalid': row(
    422,
    'Ngày mong muốn phải là ngày làm việc, không trước hôm nay và không quá xa',
    'The wished day must be a working day, not before today and not too far off',
    { from: z.string(), until: z.string() },
  ),
  'citizen-comes': row(
    409,
    'Công dân đã chọn đến nhận tại quầy này; chỉ gửi đi khi ghi rõ người nhận và địa chỉ',
    'The citizen comes to this counter for it: it is sent only to a recipient that is named',
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
