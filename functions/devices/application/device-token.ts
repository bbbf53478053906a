import { type Deciding, decideOnce } from '#application/deciding.ts';
import type { DeviceActor } from '#domain/actor/device.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { actorOf, type Device, isPaired, seen } from '#functions/devices/domain/device.ts';
import { deviceKind } from '#functions/devices/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import { sealedCredential } from './credential.ts';

interface Deps extends Deciding {
  readonly seals: Seals;
}

export interface DeviceToken {
  /** `<deviceId>.<expiry, epoch milliseconds>.<mac>`. Never logged. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** So the secret itself travels six times an hour, and a token found in a log is soon worth nothing. */
const tokenLife = minutes(10);

/** The device's secret for a token; leaves behind that the device is alive. */
export const makeIssueToken =
  (deps: Deps) =>
  async (request: {
    readonly deviceId: string;
    readonly secret: string;
  }): Promise<Outcome<DeviceToken>> => {
    const { deviceId, secret } = request;
    const known = await decideOnce<Device>(deps, undefined, async (now) => {
      const device = await deps.ledger.record(deviceKind, deviceId);
      if (!device || !(await isSecretOf(deps, device, secret)))
        return refuse({ code: 'device-denied' });
      const after = seen(device, now);
      const records = after ? [recordWrite(deviceKind, device, after)] : [];
      return done({ result: after ?? device, commit: { records } });
    });
    return known.ok ? done(await tokenOf(deps, known.value)) : known;
  };

/** Of a device that is revoked, or not paired yet, nothing is the secret. */
const isSecretOf = async (
  { seals }: Pick<Deps, 'seals'>,
  device: Device,
  secret: string,
): Promise<boolean> =>
  isPaired(device) && seals.isMac('device', sealedCredential(device.id, secret), device.credential);

const tokenOf = async ({ seals, clock }: Deps, { id }: Device): Promise<DeviceToken> => {
  const expiresAt = plus(clock.now(), tokenLife);
  const claim = `${id}.${expiresAt}`;
  return { token: `${claim}.${await seals.mac('device-token', claim)}`, expiresAt };
};

/** The device behind a token, as it is now: undefined for one that is forged, expired or revoked. */
export const makeAuthorizeDevice =
  ({ ledger, clock, seals }: Deps) =>
  async (token: string): Promise<DeviceActor | undefined> => {
    const [, claim = '', id = '', expiry = '', mac = ''] =
      /^(([0-9A-Z]{26})\.(\d{1,15}))\.([0-9a-f]{64})$/.exec(token.slice(0, 120)) ?? [];
    const isOurs = await seals.isMac('device-token', claim, mac);
    if (!isOurs || Number(expiry) <= clock.now()) return undefined;
    const device = await ledger.record(deviceKind, id);
    return device && isPaired(device) ? actorOf(device) : undefined;
  };
