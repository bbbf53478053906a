import type { DeviceActor } from '#domain/actor/device.ts';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { deviceKind } from '#functions/devices/records.ts';
import {
  type By,
  type Commands,
  never,
  type Place,
  reading,
  type Scene,
  supervision,
  work,
} from '../command.ts';

const sourceIp = '203.0.113.7';
const secret = 's'.repeat(43);

const deviceAt = (at: Place): DeviceId => at.idOf(deviceKind);

const starting =
  (office: string) =>
  ({ on }: Scene, by: By) =>
    on.makeStartPairing({ ...by, office, kind: 'kiosk', name: 'Máy lấy số' });

/** Types the digits of a code that was made for the newest device. */
const typing =
  (digits: string) =>
  async ({ on, at, world }: Scene) => {
    const { codes, seals } = world.deps;
    const id = deviceAt(at);
    const seal = await seals.mac('pairing', `${id}\n472201`);
    const validUntil = plus(at.now, minutes(5));
    await codes.put('pairing#482913', { salt: id, seal, validUntil, tries: 5 });
    return on.makePairDevice({ digits, sourceIp });
  };

const tokenOf = async ({ at, world }: Scene): Promise<string> => {
  const claim = `${deviceAt(at)}.${plus(at.now, minutes(5))}`;
  return `${claim}.${await world.deps.seals.mac('device-token', claim)}`;
};

const asDevice = (at: Place): DeviceActor => ({
  kind: 'device',
  id: deviceAt(at),
  office: 'bd-vi-thanh',
  deviceKind: 'kiosk',
});

/** Machines of the post office, and who looks after them. */
export const deviceCommands: Commands = {
  makeStartPairing: supervision(starting('bd-vi-thanh')),
  'makeStartPairing: at no office': never(supervision(starting('bd-nowhere'))),
  makePairDevice: work(typing('482913472201')),
  'makePairDevice: a wrong code': never(work(typing('482913000000'))),
  makeIssueToken: work(({ on, at }) => on.makeIssueToken({ deviceId: deviceAt(at), secret })),
  'makeIssueToken: another secret': never(
    work(({ on, at }) => on.makeIssueToken({ deviceId: deviceAt(at), secret: 'x'.repeat(43) })),
  ),
  makeAuthorizeDevice: reading(
    work(async (scene) => scene.on.makeAuthorizeDevice(await tokenOf(scene))),
  ),
  'makeManageDevices.list': reading(
    supervision(({ on }, { actor }) => on.makeManageDevices.list(actor, 'bd-vi-thanh', 'live')),
  ),
  'makeManageDevices.rename': supervision(({ on, at }, by) =>
    on.makeManageDevices.rename({ ...by, id: deviceAt(at), name: 'Cửa sau' }),
  ),
  'makeManageDevices.revoke': supervision(({ on, at }, by) =>
    on.makeManageDevices.revoke({ ...by, id: deviceAt(at) }),
  ),
  'makeManageDevices.self': reading(work(({ on, at }) => on.makeManageDevices.self(asDevice(at)))),
};
