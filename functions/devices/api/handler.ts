import type { DeviceId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makeIssueToken } from '#functions/devices/application/device-token.ts';
import type { makeManageDevices } from '#functions/devices/application/manage-devices.ts';
import type {
  makePairDevice,
  makeStartPairing,
} from '#functions/devices/application/pair-device.ts';
import type { Device } from '#functions/devices/domain/device.ts';
import type { Clock } from '#ports/clock.ts';
import type { contract } from './contract.ts';
import { deviceView } from './device-view.ts';

interface UseCases {
  readonly startPairing: ReturnType<typeof makeStartPairing>;
  readonly pair: ReturnType<typeof makePairDevice>;
  readonly issueToken: ReturnType<typeof makeIssueToken>;
  readonly manage: ReturnType<typeof makeManageDevices>;
  readonly now: Clock['now'];
}

export const makeHandlers = (deps: UseCases): Handlers<typeof contract> => {
  const { startPairing, pair, issueToken, manage, now } = deps;
  const view = (device: Device) => deviceView(device, now());
  const one = (outcome: Outcome<Device>) => shown(outcome, view, 200);
  return {
    startPairing: async ({ actor, idempotency, body }) =>
      shown(
        await startPairing({ actor, idempotency, ...body }),
        ({ device, code }) => ({
          device: view(device),
          code,
          validUntil: isoVietnam(device.codeValidUntil),
        }),
        201,
      ),
    pairDevice: async ({ body, sourceIp }) =>
      shown(
        await pair({ digits: body.code, sourceIp }),
        ({ device, secret }) => ({ ...selfView(device), secret }),
        201,
      ),
    issueDeviceToken: async ({ body }) =>
      shown(
        await issueToken(body),
        ({ token, expiresAt }) => ({ token, expiresAt: isoVietnam(expiresAt) }),
        201,
      ),
    readOwnDevice: async ({ actor }) => shown(await manage.self(actor), selfView, 200),
    listDevices: async ({ actor, query }) =>
      shown(
        await manage.list(actor, query.office, query.list),
        (devices) => ({ items: devices.map(view) }),
        200,
      ),
    renameDevice: async ({ actor, idempotency, params, body }) =>
      one(await manage.rename({ actor, idempotency, id: params.deviceId as DeviceId, ...body })),
    revokeDevice: async ({ actor, idempotency, params }) =>
      one(await manage.revoke({ actor, idempotency, id: params.deviceId as DeviceId })),
  };
};

const selfView = ({ id, office, kind, name }: Device) => ({ deviceId: id, office, kind, name });
