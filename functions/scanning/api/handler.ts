import type { makeDescribeScan, makeOpenScan } from '#application/scanning/open-scan.ts';
import type { makeRequestScan } from '#application/scanning/request-scan.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { scanLine } from '#edge/views/dossier.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly request: ReturnType<typeof makeRequestScan>;
  readonly describe: ReturnType<typeof makeDescribeScan>;
  readonly open: ReturnType<typeof makeOpenScan>;
}

const idsOf = (params: { dossierId: string; scanId: string }) => ({
  dossierId: params.dossierId as DossierId,
  scanId: params.scanId as ScanId,
});

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  requestScan: async ({ actor, idempotency, params, body }) => {
    const { component, purpose, pages, assignment, ...file } = body;
    const requested = await on.request({
      actor,
      idempotency,
      dossierId: params.dossierId as DossierId,
      ...file,
      ...(component !== undefined && { component }),
      ...(purpose !== undefined && { purpose }),
      ...(pages !== undefined && { declaredPages: pages }),
      ...(assignment !== undefined && { assignment }),
    });
    if (!requested.ok) return requested;
    const { ticket, ...ids } = requested.value;
    const upload = { ...ticket, expiresAt: isoVietnam(ticket.expiresAt) };
    return { status: 201, body: { ...ids, upload } };
  },
  describeScan: async ({ actor, params }) => {
    const scan = await on.describe({ actor, ...idsOf(params) });
    return scan.ok ? { status: 200, body: scanLine(scan.value) } : scan;
  },
  openScan: async ({ actor, params }) => {
    const link = await on.open({ actor, ...idsOf(params) });
    return link.ok ? { status: 303, location: link.value.url } : link;
  },
});
