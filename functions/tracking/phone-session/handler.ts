import { normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import { ownAccessView } from '#functions/tracking/api/own-access-view.ts';
import { trackedView } from '#functions/tracking/api/tracked-view.ts';
import { oneTimeCode } from '#functions/tracking/application/one-time-code.ts';
import type { makeListPhoneDossiers } from '#functions/tracking/application/phone/list-phone-dossiers.ts';
import type {
  makeEndPhoneSession,
  makeOpenPhoneSession,
} from '#functions/tracking/application/phone/phone-session.ts';
import type { makeRequestPhoneCode } from '#functions/tracking/application/phone/request-phone-code.ts';
import type { makeReadPhoneAccess } from '#functions/tracking/application/read-own-access.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly requestCode: ReturnType<typeof makeRequestPhoneCode>;
  readonly open: ReturnType<typeof makeOpenPhoneSession>;
  readonly end: ReturnType<typeof makeEndPhoneSession>;
  readonly list: ReturnType<typeof makeListPhoneDossiers>;
  readonly readAccess: ReturnType<typeof makeReadPhoneAccess>;
}

export const makeHandlers = (deps: UseCases): Handlers<typeof contract> => ({
  requestPhoneCode: async ({ body, sourceIp }) =>
    shown(
      await deps.requestCode({ phone: body.phone, sourceIp }),
      ({ challenge }) => ({ challenge, validSeconds: oneTimeCode.validMinutes * 60 }),
      202,
    ),
  openPhoneSession: async ({ body, sourceIp }) =>
    shown(
      await deps.open({ ...body, sourceIp }),
      ({ token, expiresAt }) => ({ token, expiresAt: isoVietnam(expiresAt) }),
      201,
    ),
  endPhoneSession: async ({ actor }) => shown(await deps.end(actor), () => ({}), 200),
  readPhoneAccess: async ({ actor, query: { code, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const read = await deps.readAccess(actor, normalisePaperNumber(code), page);
    return read.ok
      ? { status: 200, about: [read.value.dossierId], body: ownAccessView(read.value) }
      : read;
  },
  listPhoneDossiers: async ({ actor, query }) => {
    const { limit, after } = query;
    const { items, ...rest } = await deps.list(actor, { limit, ...(after && { after }) });
    const about = items.map(({ dossier }) => dossier.id);
    return { status: 200, about, body: { items: items.map(trackedView), ...rest } };
  },
});
