import * as z from 'zod';
import { deviceKinds } from '#domain/actor/device.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import { type Device, stateOf } from '#functions/devices/domain/device.ts';

export const DeviceView = z.object({
  deviceId: shape.ulid,
  office: z.string(),
  kind: z.enum(deviceKinds),
  name: z.string(),
  state: z.enum(['pairing', 'expired', 'paired', 'revoked']),
  startedAt: shape.isoTime,
  pairedAt: shape.isoTime.optional(),
  /** To ten minutes: when it last came for a token. */
  lastSeenAt: shape.isoTime.optional(),
  revokedAt: shape.isoTime.optional(),
});

export const deviceView = (device: Device, now: Instant): z.output<typeof DeviceView> => {
  const { id, office, kind, name, startedAt, pairedAt, lastSeenAt, revocation } = device;
  return {
    deviceId: id,
    office,
    kind,
    name,
    state: stateOf(device, now),
    startedAt: isoVietnam(startedAt),
    ...(pairedAt !== undefined && { pairedAt: isoVietnam(pairedAt) }),
    ...(lastSeenAt !== undefined && { lastSeenAt: isoVietnam(lastSeenAt) }),
    ...(revocation && { revokedAt: isoVietnam(revocation.at) }),
  };
};
