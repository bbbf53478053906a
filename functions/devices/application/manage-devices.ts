import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { everyListed } from '#application/every-listed.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DeviceActor } from '#domain/actor/device.ts';
import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { type Device, rename, revoke } from '#functions/devices/domain/device.ts';
import { type DeviceList, deviceKind, listOf } from '#functions/devices/records.ts';
import type { OfficeFinder } from '#ports/office-finder.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: Pick<DossierIndex, 'listed'>;
  readonly offices: Pick<OfficeFinder, 'isOffice'>;
}

interface Change {
  readonly actor: Staff;
  readonly id: DeviceId;
  readonly idempotency: Idempotency | undefined;
}

/** A supervisor of one office manages its devices; one of the province, those of every office. */
export const mayManage = ({ office: own }: Staff, office: string): boolean =>
  own === undefined || own === office;

/** What supervisors do with devices, and what a device may know of itself. */
export const makeManageDevices = (deps: Deps) => {
  const { ledger, index, offices } = deps;
  const change = (
    { actor, id, idempotency }: Change,
    decide: (device: Device, now: Instant) => Outcome<Device>,
  ): Promise<Outcome<Device>> =>
    decideOnce<Device>(deps, idempotency, async (now) => {
      const device = await ledger.record(deviceKind, id);
      if (!device || !mayManage(actor, device.office)) return refuse({ code: 'device-unknown' });
      const decided = decide(device, now);
      if (!decided.ok) return decided;
      const records = [recordWrite(deviceKind, device, decided.value)];
      return done({ result: decided.value, commit: { records } });
    });
  return {
    list: async (
      actor: Staff,
      office: string,
      which: DeviceList,
    ): Promise<Outcome<readonly Device[]>> => {
      if (!offices.isOffice(office) || !mayManage(actor, office))
        return refuse({ code: 'office-unknown' });
      const name = listOf(office, which);
      const ids = await everyListed((page) => index.listed(deviceKind, name, page));
      const devices = await Promise.all(ids.map((id) => ledger.record(deviceKind, id)));
      return done(devices.filter((device) => device !== undefined));
    },
    rename: (request: Change & { readonly name: string }) =>
      change(request, (device) => rename(device, request.name)),
    revoke: (request: Change) =>
      change(request, (device, now) => revoke(device, request.actor.id, now)),
    self: async ({ id }: DeviceActor): Promise<Outcome<Device>> => {
      const device = await ledger.record(deviceKind, id);
      return device ? done(device) : refuse({ code: 'device-unknown' });
    },
  };
};
