import { nationalStatus } from '#domain/dossier/case-status.ts';
import { normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { bearerOf } from '#edge/actor.ts';
import type { Handlers } from '#edge/call.ts';
import { normaliseSecret } from '#edge/secret.ts';
import { oneTimeCode } from '#functions/tracking/application/one-time-code.ts';
import type { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import type { makeRequestOtp } from '#functions/tracking/application/request-otp.ts';
import type { makeOpenSession } from '#functions/tracking/application/session.ts';
import type { makeTrackDossier, Tracked } from '#functions/tracking/application/track-dossier.ts';
import type { contract } from './contract.ts';
import { detailView } from './detail-view.ts';
import { statusText } from './texts.ts';

interface Deps {
  readonly track: ReturnType<typeof makeTrackDossier>;
  readonly requestOtp: ReturnType<typeof makeRequestOtp>;
  readonly openSession: ReturnType<typeof makeOpenSession>;
  readonly readDetail: ReturnType<typeof makeReadDetail>;
}

export const makeHandlers = (deps: Deps): Handlers<typeof contract> => ({
  trackDossier: async ({ body, sourceIp }) => {
    const tracked = await deps.track({ ...asPrinted(body), sourceIp });
    return tracked.ok ? { status: 200, body: trackedView(tracked.value) } : tracked;
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
  readTrackedDetail: async ({ headers }) => {
    const detail = await deps.readDetail(bearerOf(headers));
    return detail.ok ? { status: 200, body: detailView(detail.value) } : detail;
  },
});

/** Code and secret as they stand on the receipt, however they were typed. */
const asPrinted = ({ code, secret }: { readonly code: string; readonly secret: string }) => ({
  code: normalisePaperNumber(code),
  secret: normaliseSecret(secret),
});

const trackedView = ({ dossier, parcel }: Tracked) => {
  const { acceptance, backEntry, decision, delivery, status } = dossier;
  return {
    code: acceptance?.code ?? backEntry?.number ?? '',
    status,
    statusText: statusText[status],
    nationalStatus: nationalStatus[status],
    ...(acceptance && { acceptedAt: isoVietnam(acceptance.acceptedAt) }),
    ...(acceptance?.dueAt !== undefined && { dueAt: isoVietnam(acceptance.dueAt) }),
    ...(decision && { decidedAt: isoVietnam(decision.decidedAt) }),
    ...(delivery && {
      delivery: {
        carrier: delivery.carrier,
        waybill: delivery.waybill,
        state: parcel ?? 'label-made',
        ...(delivery.deliveredAt !== undefined && {
          deliveredAt: isoVietnam(delivery.deliveredAt),
        }),
      },
    }),
  };
};
