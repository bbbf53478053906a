import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { guess } from '#application/limit-tries.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DeviceKind } from '#domain/actor/device.ts';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { minutes } from '#domain/time/instant.ts';
import { type Device, pair, startPairing } from '#functions/devices/domain/device.ts';
import {
  formatPairingCode,
  pairingCode,
  readPairingCode,
} from '#functions/devices/domain/pairing-code.ts';
import { deviceKind } from '#functions/devices/records.ts';
import type { Ids } from '#ports/ids.ts';
import type { OfficeFinder } from '#ports/office-finder.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';
import type { Random } from '#ports/random.ts';
import { recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import { sealedCredential } from './credential.ts';
import { mayManage } from './manage-devices.ts';

interface Deps extends Deciding {
  readonly codes: Pick<OneTimeCodes, 'put' | 'spendTry'>;
  readonly offices: Pick<OfficeFinder, 'isOffice'>;
  readonly ids: Ids;
  readonly random: Random;
  readonly seals: Seals;
  readonly tries: Tries;
}

export interface StartedPairing {
  readonly device: Device;
  /** Shown to the supervisor once, and kept nowhere. */
  readonly code: string;
}

/** What a code's seal is taken of; its salt is the id of the device that it pairs. */
const sealedText = (id: string, secret: string): string => `${id}\n${secret}`;
const nameOf = (handle: string): string => `pairing#${handle}`;

/**
 * A supervisor asks for a code. The key of the request keeps the device that is to be paired and no
 * digits: asked again, there is another code for the same device.
 */
export const makeStartPairing =
  (deps: Deps) =>
  async (request: {
    readonly actor: Staff;
    readonly idempotency: Idempotency | undefined;
    readonly office: string;
    readonly kind: DeviceKind;
    readonly name: string;
  }): Promise<Outcome<StartedPairing>> => {
    const { offices, codes, ids, random, seals } = deps;
    const { actor, office, kind, name } = request;
    if (!offices.isOffice(office) || !mayManage(actor, office))
      return refuse({ code: 'office-unknown' });
    const started = await decideOnce<Device>(deps, request.idempotency, async (now) => {
      const id = ids.next(now) as DeviceId;
      const device = startPairing({ id, office, kind, name }, actor.id, now);
      const records = [recordWrite(deviceKind, undefined, device)];
      return done({ result: device, commit: { records } });
    });
    if (!started.ok) return started;
    const { id, codeValidUntil: validUntil } = started.value;
    const handle = random.digits(pairingCode.handleDigits);
    const secret = random.digits(pairingCode.secretDigits);
    const seal = await seals.mac('pairing', sealedText(id, secret));
    await codes.put(nameOf(handle), { salt: id, seal, validUntil, tries: pairingCode.tries });
    return done({ device: started.value, code: formatPairingCode({ handle, secret }) });
  };

export interface Paired {
  readonly device: Device;
  /** Told once; lost, the device is paired anew. */
  readonly secret: string;
}

/** A guess has to hit a live pairing and its secret: one in a million million. */
const perAddress = { limit: 60, window: minutes(15) } as const;

/**
 * The device turns the code into a secret of its own. A try is spent before the digits are compared,
 * so that parallel guesses gain nothing. The device's record says that it is paired, so the code, right
 * or not, is worth nothing from then on.
 */
export const makePairDevice =
  (deps: Deps) =>
  async (request: {
    readonly digits: string;
    readonly sourceIp: string;
  }): Promise<Outcome<Paired>> => {
    const { clock, codes, random, seals, tries } = deps;
    const now = clock.now();
    const name = `pairing-address#${request.sourceIp}`;
    const shown = await guess(tries, now, { own: { name, ...perAddress } }, async () => {
      const { handle, secret: typed } = readPairingCode(request.digits);
      const kept = await codes.spendTry(nameOf(handle), now);
      const fits = kept && (await seals.isMac('pairing', sealedText(kept.salt, typed), kept.seal));
      return fits ? kept.salt : undefined;
    });
    if (!shown.ok) return shown;
    if (shown.value === undefined) return refuse({ code: 'pairing-denied' });
    const secret = random.secret();
    const paired = await keepCredential(deps, shown.value, secret);
    return paired.ok ? done({ device: paired.value, secret }) : paired;
  };

const keepCredential = async (deps: Deps, id: string, secret: string): Promise<Outcome<Device>> => {
  const credential = await deps.seals.mac('device', sealedCredential(id, secret));
  return decideOnce<Device>(deps, undefined, async (now) => {
    const device = await deps.ledger.record(deviceKind, id);
    if (!device) return refuse({ code: 'pairing-denied' });
    const paired = pair(device, credential, now);
    if (!paired.ok) return paired;
    const records = [recordWrite(deviceKind, device, paired.value)];
    return done({ result: paired.value, commit: { records } });
  });
};
