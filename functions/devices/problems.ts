import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { DevicesRefusals } from './domain/refusals.ts';

/** Machines of post offices. */
export const devicesProblems = {
  'device-unknown': row(404, 'Không tìm thấy thiết bị', 'Device not found'),
  'pairing-denied': row(
    401,
    'Mã ghép nối không đúng, đã dùng hoặc đã hết hạn',
    'The pairing code is wrong, used or expired',
  ),
  'device-denied': row(
    401,
    'Thiết bị chưa được ghép nối hoặc đã bị thu hồi',
    'The device is not paired, or was revoked',
  ),
  'device-revoked': row(409, 'Thiết bị đã bị thu hồi', 'The device was revoked'),
} as const satisfies ProblemsOf<DevicesRefusals>;
