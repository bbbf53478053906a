import { systemRandom as random } from '#adapters/node/random.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DeviceKind } from '#domain/actor/device.ts';
import {
  makeAuthorizeDevice,
  makeIssueToken,
} from '#functions/devices/application/device-token.ts';
import { makeManageDevices } from '#functions/devices/application/manage-devices.ts';
import { makePairDevice, makeStartPairing } from '#functions/devices/application/pair-device.ts';
import type { Stores } from './both-stores.ts';
import { got } from './offline.ts';
import { provinceOffices as offices } from './province.ts';
import { seals } from './tracking.ts';
import { aClock } from './worlds.ts';

export const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
export const supervisorOf = (office: string): Staff => ({ ...supervisor, id: 'nga', office });

let address = 0;

/** Pairing, tokens and the list of devices over some stores, on a Monday at nine. */
export const aDeviceDesk = (stores: Stores) => {
  const time = aClock();
  const deps = { ...stores, ...time, offices, seals, random, ids: makeUlids() };
  const startPairing = makeStartPairing(deps);
  const pairDevice = makePairDevice(deps);
  // Stores are shared by tests; each has an address of its own.
  address += 1;
  const sourceIp = `203.0.113.${address}`;
  const start = (office = 'bd-vi-thanh', kind: DeviceKind = 'kiosk') =>
    startPairing({
      actor: supervisor,
      idempotency: undefined,
      office,
      kind,
      name: 'Máy lấy số cửa chính',
    });
  const pair = (code: string, from = sourceIp) =>
    pairDevice({ digits: code.replace('-', ''), sourceIp: from });
  return {
    ...deps,
    sourceIp,
    startPairing,
    start,
    pair,
    manage: makeManageDevices(deps),
    issueToken: makeIssueToken(deps),
    authorize: makeAuthorizeDevice(deps),
    /** Started, and its code typed. */
    paired: async (office?: string, kind?: DeviceKind) =>
      got(await pair(got(await start(office, kind)).code)),
  };
};
