import type { Ulid } from './ulid.ts';

/** Biên nhận trả kết quả tại quầy. */
export type PickUpId = Ulid & { readonly __pickUpId: true };

/** Giấy ủy quyền nhận kết quả. */
export type AuthorisationId = Ulid & { readonly __authorisationId: true };

/** Đính chính. */
export type CorrectionId = Ulid & { readonly __correctionId: true };

/** Đơn gửi trả kết quả. */
export type ReturnOrderId = Ulid & { readonly __returnOrderId: true };
export type ShiftId = Ulid & { readonly __shiftId: true };
export type ReceiptId = Ulid & { readonly __receiptId: true };

/** Số thứ tự. */
export type TicketId = Ulid & { readonly __ticketId: true };

/** Bảng kê nộp phí, lệ phí. */
export type RemittanceId = Ulid & { readonly __remittanceId: true };

/** Thiết bị tại bưu cục. */
export type DeviceId = Ulid & { readonly __deviceId: true };

/** Đề nghị hoàn, hủy hoặc sửa biên lai. */
export type GiveBackId = Ulid & { readonly __giveBackId: true };
