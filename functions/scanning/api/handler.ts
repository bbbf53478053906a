import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import { inWords, scanLine } from '#edge/views/dossier.ts';
import type { makeListPages, PageList } from '#functions/scanning/application/list-pages.ts';
import type {
  DescribedScan,
  makeDescribeScan,
  makeOpenScan,
} from '#functions/scanning/application/open-scan.ts';
import type { makeRequestBatch } from '#functions/scanning/application/request-batch.ts';
import type { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import type { UploadTicket } from '#ports/scan-vault.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly request: ReturnType<typeof makeRequestScan>;
  readonly requestBatch: ReturnType<typeof makeRequestBatch>;
  readonly describe: ReturnType<typeof makeDescribeScan>;
  readonly open: ReturnType<typeof makeOpenScan>;
  readonly listPages: ReturnType<typeof makeListPages>;
}

const idsOf = (params: { dossierId: string; scanId: string }) => ({
  dossierId: params.dossierId as DossierId,
  scanId: params.scanId as ScanId,
});

const uploadOf = (ticket: UploadTicket) => ({
  ...ticket,
  expiresAt: isoVietnam(ticket.expiresAt),
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
    return { status: 201, body: { ...ids, upload: uploadOf(ticket) } };
  },
  requestBatch: async ({ actor, idempotency, params, body: { pages, files } }) => {
    const requested = await on.requestBatch({
      actor,
      idempotency,
      dossierId: params.dossierId as DossierId,
      files,
      ...(pages !== undefined && { declaredPages: pages }),
    });
    if (!requested.ok) return requested;
    const { tickets, ...ids } = requested.value;
    return { status: 201, body: { ...ids, uploads: tickets.map(uploadOf) } };
  },
  describeScan: async ({ actor, params }) =>
    shown(await on.describe({ actor, ...idsOf(params) }), describedView, 200),
  openScan: async ({ actor, params, query: { page } }) => {
    const link = await on.open({ actor, ...idsOf(params), ...(page !== undefined && { page }) });
    return link.ok ? { status: 303, location: link.value.url } : link;
  },
  listPages: async ({ actor, params, query }) =>
    shown(await on.listPages({ actor, ...idsOf(params), ...query }), pagesView, 200),
});

const describedView = ({ scan, lookedAt }: DescribedScan) => ({
  ...scanLine(scan),
  ...(lookedAt && { lookedAt }),
});

const pagesView = ({ expiresAt, pages, items }: PageList) => ({
  pages,
  expiresAt: isoVietnam(expiresAt),
  items: items.map((item) => ({ ...item, remarks: item.remarks.map(inWords) })),
});
