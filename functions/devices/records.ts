import type { RecordKind } from '#ports/records.ts';
import type { Device } from './domain/device.ts';

export type DeviceList = 'live' | 'revoked';

export const listOf = (office: string, list: DeviceList): string => `${office}#${list}`;

/** An office's devices, in the order of their pairing. */
export const deviceKind: RecordKind<Device> = {
  name: 'device',
  place: ({ office, startedAt, revocation }) => ({
    names: [],
    list: { name: listOf(office, revocation ? 'revoked' : 'live'), at: startedAt },
  }),
};
