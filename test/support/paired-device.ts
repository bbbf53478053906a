import type { DeviceKind } from '#domain/actor/device.ts';
import { anyone, type Person, person } from './people.ts';

export interface PairedDevice extends Person {
  readonly deviceId: string;
  readonly secret: string;
}

export const startedPairing = async (office: string, kind: DeviceKind) =>
  (await person('binh.giamsat')).call('POST /v1/devices', {
    body: { office, kind, name: 'Thiết bị thử' },
  });

export const pairWith = (code: string) =>
  anyone().call('POST /v1/devices/pair', { body: { code } });

export const tokenFor = async (deviceId: string, secret: string): Promise<string> =>
  (await anyone().call('POST /v1/devices/token', { body: { deviceId, secret } })).token;

/** A machine of an office over HTTP: started by the supervisor, paired, and with a token. */
export const aPairedDevice = async (office: string, kind: DeviceKind): Promise<PairedDevice> => {
  const { code } = await startedPairing(office, kind);
  const { deviceId, secret } = await pairWith(code);
  const token = await tokenFor(deviceId, secret);
  return { deviceId, secret, token, ...anyone(token) };
};
