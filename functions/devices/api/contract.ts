import * as z from 'zod';
import { deviceKinds } from '#domain/actor/device.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { throttles } from '#plan/throttles.ts';
import { DeviceView } from './device-view.ts';

const supervisor = ['supervisor'] as const;
const device = z.object({ deviceId: shape.ulid });
const kind = z.enum(deviceKinds);
const name = shape.text(80);
/** 256 bits, base64url. */
const secret = z
  .string()
  .length(43)
  .regex(/^[\w-]+$/);

/** Thiết bị tại bưu cục: kiosks, displays, tablets. */
export const contract = {
  /**
   * Ghép nối thiết bị: `code` is told here once; whoever types it on a device within ten minutes
   * has it.
   */
  startPairing: route({
    method: 'POST',
    path: '/v1/devices',
    who: supervisor,
    summary:
      'Cấp mã ghép nối · Twelve digits, once, for ten minutes and five tries; shown here and kept nowhere. Under the same key another code for the same device',
    idempotent: true,
    body: z.strictObject({ office: shape.slug, kind, name }),
    answers: {
      201: z.object({ device: DeviceView, code: z.string(), validUntil: shape.isoTime }),
    },
    refuses: ['office-unknown'],
  }),
  /** `secret`, 256 bits as base64url, is kept by the device and by nobody else. */
  pairDevice: route({
    method: 'POST',
    path: '/v1/devices/pair',
    who: 'anyone',
    throttle: throttles.pairing,
    summary: 'Ghép nối thiết bị · The code becomes the device’s own secret, which is told once',
    body: z.strictObject({
      code: z
        .string()
        .max(20)
        .regex(/^\d{6}[- ]?\d{6}$/)
        .transform((typed) => typed.replace(/\D/g, '')),
    }),
    answers: {
      201: z.object({
        deviceId: shape.ulid,
        secret: z.string(),
        office: z.string(),
        kind,
        name: z.string(),
      }),
    },
    refuses: ['pairing-denied', 'too-many-tries'],
  }),
  /** A bearer token for ten minutes, of this device's kind and office. */
  issueDeviceToken: route({
    method: 'POST',
    path: '/v1/devices/token',
    who: 'anyone',
    throttle: throttles.deviceTokens,
    summary:
      'Nhận mã truy cập cho thiết bị · For ten minutes; to be asked again a minute before they are over, and after any 403',
    body: z.strictObject({ deviceId: shape.ulid, secret }),
    answers: { 201: z.object({ token: z.string(), expiresAt: shape.isoTime }) },
    refuses: ['device-denied'],
  }),
  /** Asked at each start: the name may have changed. */
  readOwnDevice: route({
    method: 'GET',
    path: '/v1/devices/self',
    who: { devices: deviceKinds },
    reads: 'nothing-personal',
    summary: 'Thiết bị này · Which one it is, and where; from its token alone',
    answers: {
      200: z.object({ deviceId: shape.ulid, office: z.string(), kind, name: z.string() }),
    },
    refuses: ['device-unknown'],
  }),
  /** Of one office; `live` are paired or waiting for their code. */
  listDevices: route({
    method: 'GET',
    path: '/v1/devices',
    who: supervisor,
    reads: 'nothing-personal',
    summary: 'Thiết bị của bưu cục · Paired or to be paired, with when each was last seen',
    query: z.strictObject({
      office: shape.slug,
      list: z.enum(['live', 'revoked']).default('live'),
    }),
    answers: { 200: z.object({ items: z.array(DeviceView) }) },
    refuses: ['office-unknown'],
  }),
  /** The name is for people and stands on the device's screen. */
  renameDevice: route({
    method: 'POST',
    path: '/v1/devices/{deviceId}/rename',
    who: supervisor,
    summary: 'Đổi tên thiết bị · What people call it',
    idempotent: true,
    params: device,
    body: z.strictObject({ name }),
    answers: { 200: DeviceView },
    refuses: ['device-revoked', 'device-unknown'],
  }),
  /** Thu hồi: final. A device found again is paired anew. */
  revokeDevice: route({
    method: 'POST',
    path: '/v1/devices/{deviceId}/revoke',
    who: supervisor,
    summary:
      'Thu hồi thiết bị · For good: no more tokens from now on, and the last one is refused within 30 seconds',
    idempotent: true,
    params: device,
    body: z.strictObject({}).optional(),
    answers: { 200: DeviceView },
    refuses: ['device-revoked', 'device-unknown'],
  }),
} as const;
