import type { DeviceActor, DeviceKind } from '#domain/actor/device.ts';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';

/** Thiết bị: a machine at a post office, from the day somebody asked for its pairing code. */
export interface Device {
  readonly id: DeviceId;
  readonly version: number;
  readonly office: string;
  readonly kind: DeviceKind;
  /** What the staff call it: "Màn hình cửa chính". */
  readonly name: string;
  /** The supervisor. */
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly codeValidUntil: Instant;
  /** Keyed hash of the device's secret; the secret is with the device alone. */
  readonly credential?: string;
  readonly pairedAt?: Instant;
  /** When it last came for a token, which it does every few minutes while it runs. */
  readonly lastSeenAt?: Instant;
  readonly revocation?: { readonly by: string; readonly at: Instant };
}

/** A device that has its credential. */
export interface PairedDevice extends Device {
  readonly credential: string;
}

export type DeviceState = 'pairing' | 'expired' | 'paired' | 'revoked';

/** Time enough to walk from the desk to the hall. */
export const pairingLife = minutes(10);

export const stateOf = (device: Device, now: Instant): DeviceState => {
  if (device.revocation) return 'revoked';
  if (device.credential !== undefined) return 'paired';
  return now < device.codeValidUntil ? 'pairing' : 'expired';
};

export const startPairing = (
  asked: Pick<Device, 'id' | 'office' | 'kind' | 'name'>,
  by: string,
  now: Instant,
): Device => ({
  ...asked,
  version: 1,
  startedBy: by,
  startedAt: now,
  codeValidUntil: plus(now, pairingLife),
});

const changed = (device: Device, change: Partial<Device>): Device => ({
  ...device,
  ...change,
  version: device.version + 1,
});

/** The code was right; a pairing that was called off since, or done, gives nothing. */
export const pair = (device: Device, credential: string, now: Instant): Outcome<Device> =>
  stateOf(device, now) === 'pairing'
    ? done(changed(device, { credential, pairedAt: now, lastSeenAt: now }))
    : refuse({ code: 'pairing-denied' });

export const isPaired = (device: Device): device is PairedDevice =>
  device.credential !== undefined && !device.revocation;

/** Undefined where it was seen just now: a device that asks and asks is not written each time. */
export const seen = (device: Device, now: Instant): Device | undefined =>
  device.lastSeenAt !== undefined && now < plus(device.lastSeenAt, minutes(1))
    ? undefined
    : changed(device, { lastSeenAt: now });

export const rename = (device: Device, name: string): Outcome<Device> =>
  device.revocation ? refuse({ code: 'device-revoked' }) : done(changed(device, { name }));

/** For good, whether it is paired or still to be: a device that comes back is paired anew. */
export const revoke = (device: Device, by: string, at: Instant): Outcome<Device> =>
  device.revocation
    ? refuse({ code: 'device-revoked' })
    : done(changed(device, { revocation: { by, at } }));

export const actorOf = ({ id, office, kind }: Device): DeviceActor => ({
  kind: 'device',
  id,
  office,
  deviceKind: kind,
});
