import { normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { bearerOf } from '#edge/actor.ts';
import type { Handlers } from '#edge/call.ts';
import { normaliseSecret } from '#edge/secret.ts';
import { oneTimeCode } from '#functions/tracking/application/one-time-code.ts';
import type { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import type { makeReadOwnAccess } from '#functions/tracking/application/read-own-access.ts';
import type { makeRequestOtp } from '#functions/tracking/application/request-otp.ts';
import type { makeOpenSession } from '#functions/tracking/application/session.ts';
import type { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import type { contract } from './contract.ts';
import { detailView } from './detail-view.ts';
import { ownAccessView } from './own-access-view.ts';
import { trackedPage } from './tracked-page.ts';
import { trackedView } from './tracked-view.ts';

interface Deps {
  readonly track: ReturnType<typeof makeTrackDossier>;
  readonly requestOtp: ReturnType<typeof makeRequestOtp>;
  readonly openSession: ReturnType<typeof makeOpenSession>;
  readonly readDetail: ReturnType<typeof makeReadDetail>;
  readonly readAccess: ReturnType<typeof makeReadOwnAccess>;
}

export const makeHandlers = (deps: Deps): Handlers<typeof contract> => ({
  trackDossier: async ({ body, sourceIp }) => {
    const tracked = await deps.track({ ...asPrinted(body), sourceIp });
    return tracked.ok
      ? { status: 200, about: [tracked.value.dossier.id], body: trackedView(tracked.value) }
      : tracked;
  },
  trackOnPage: async ({ body, sourceIp }) => {
    const tracked = await deps.track({ ...asPrinted(body), sourceIp });
    if (!tracked.ok) return tracked;
    const page = trackedPage(trackedView(tracked.value));
    return { status: 200, about: [tracked.value.dossier.id], page };
  },
  requestOtp: async ({ body, sourceIp }) => {
    const asked = await deps.requestOtp({ ...asPrinted(body), sourceIp });
    return asked.ok
      ? { status: 202, body: { validSeconds: oneTimeCode.validMinutes * 60 } }
      : asked;
  },
  openSession: async ({ body, sourceIp }) => {
    const opened = await deps.openSession({ ...asPrinted(body), otp: body.otp, sourceIp });
    if (!opened.ok) return opened;
    const { token, expiresAt } = opened.value;
    return { status: 201, body: { token, expiresAt: isoVietnam(expiresAt) } };
  },
  readOwnAccess: async ({ headers, query: { limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const read = await deps.readAccess(bearerOf(headers), page);
    return read.ok
      ? { status: 200, about: [read.value.dossierId], body: ownAccessView(read.value) }
      : read;
  },
  readTrackedDetail: async ({ headers }) => {
    const detail = await deps.readDetail(bearerOf(headers));
    return detail.ok
      ? { status: 200, about: [detail.value.dossier.id], body: detailView(detail.value) }
      : detail;
  },
});

/** Code and secret as they stand on the receipt, however they were typed. */
const asPrinted = ({ code, secret }: { readonly code: string; readonly secret: string }) => ({
  code: normalisePaperNumber(code),
  secret: normaliseSecret(secret),
});
