import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { requestScan } from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { type PageFile, pageListText, type ScanIntent } from '#domain/scan/scan.ts';
import type { Ids } from '#ports/ids.ts';
import type { ScanVault, UploadTicket } from '#ports/scan-vault.ts';
import { announcedIn, ticketsFor } from './upload-tickets.ts';

export interface RequestBatch {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  /** In the feeder's order, cover sheets included. */
  readonly files: readonly PageFile[];
  readonly declaredPages?: number;
}

export interface BatchRequested {
  readonly scanId: ScanId;
  readonly version: number;
  /** One a page, in order. */
  readonly tickets: readonly UploadTicket[];
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly vault: ScanVault;
  readonly sha256: (text: string) => string;
}

/**
 * Announces the pages of a batch that the scanner wrote as files, all or none. A repeat gets the same
 * batch with fresh tickets; what is uploaded already stays.
 */
export const makeRequestBatch =
  (deps: Deps) =>
  async (request: RequestBatch): Promise<Outcome<BatchRequested>> => {
    const { dossierId, files, declaredPages } = request;
    const id = deps.ids.next(deps.clock.now()) as ScanId;
    const intent: ScanIntent = {
      id,
      purpose: 'batch',
      mediaType: 'multipart/mixed',
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      sha256: deps.sha256(pageListText(files)),
      files,
      ...(declaredPages !== undefined && { declaredPages }),
    };
    const recorded = await decideOn(
      deps,
      'scan-papers',
      request,
      ({ dossier }, now) => requestScan(dossier, intent, now),
      ({ change }) => ({
        scanId: id,
        version: change.after.version,
        announcedAt: announcedIn(change),
      }),
    );
    if (!recorded.ok) return recorded;
    const { announcedAt, ...ids } = recorded.value;
    const announced = { dossierId, scanId: ids.scanId, announcedAt, files };
    const ticketOf = ticketsFor(deps, announced);
    if (!ticketOf.ok) return ticketOf;
    const tickets = files.map((file, n) => ticketOf.value({ ...file, page: n + 1 }));
    return done({ ...ids, tickets: await Promise.all(tickets) });
  };
