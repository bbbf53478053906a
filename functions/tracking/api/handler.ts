import type { makeTrackDossier, Tracked } from '#application/tracking/track-dossier.ts';
import { type CaseStatus, nationalStatus } from '#domain/dossier/case-status.ts';
import { normaliseDossierCode } from '#domain/identifiers/dossier-code.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import type { contract } from './contract.ts';

/** What a citizen reads; the national names of the statuses. */
const statusText: Readonly<Record<CaseStatus, { readonly vi: string; readonly en: string }>> = {
  registered: { vi: 'Mới đăng ký', en: 'Registered' },
  accepted: { vi: 'Được tiếp nhận', en: 'Accepted' },
  'not-accepted': { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  'in-progress': { vi: 'Đang xử lý', en: 'In progress' },
  'supplement-requested': { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers needed' },
  'payment-requested': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment needed' },
  'withdrawal-requested': { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal asked' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
  decided: { vi: 'Đã xử lý xong', en: 'Decided' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

export const makeHandlers = (
  track: ReturnType<typeof makeTrackDossier>,
): Handlers<typeof contract> => ({
  trackDossier: async ({ body, sourceIp }) => {
    const code = normaliseDossierCode(body.code);
    const secret = body.secret.toUpperCase().replace(/[\s-]/g, '');
    const tracked = await track({ code, secret, sourceIp });
    return tracked.ok ? { status: 200, body: trackedView(tracked.value) } : tracked;
  },
});

const trackedView = ({ dossier, parcel }: Tracked) => {
  const { acceptance, decision, delivery, status } = dossier;
  return {
    code: acceptance?.code ?? '',
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
