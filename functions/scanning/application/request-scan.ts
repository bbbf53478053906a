import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import { isDepartment, type Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { ownOpenTask } from '#domain/dossier/steps/answer.ts';
import { requestScan } from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { ScanIntent, ScanMediaType } from '#domain/scan/scan.ts';
import type { Ids } from '#ports/ids.ts';
import type { ScanVault, UploadTicket } from '#ports/scan-vault.ts';
import { announcedIn, ticketsFor } from './upload-tickets.ts';

export interface RequestScan extends Omit<ScanIntent, 'id' | 'purpose' | 'files' | 'mediaType'> {
  readonly mediaType: ScanMediaType;
  /** A counter's only. */
  readonly purpose?: 'batch';
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

export interface ScanRequested {
  readonly scanId: ScanId;
  readonly version: number;
  readonly ticket: UploadTicket;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly vault: ScanVault;
}

/**
 * Announces a file and answers with a ticket for exactly those bytes. A department's file is the
 * result, or its opinion where it was asked for one; a counter's the papers of one component, or a
 * batch of several. A repeat gets the same scan with a fresh ticket.
 */
export const makeRequestScan =
  (deps: Deps) =>
  async (request: RequestScan): Promise<Outcome<ScanRequested>> => {
    const { actor, dossierId, component, assignment, declaredPages, ...file } = request;
    const purpose = purposeOf(request);
    const id = deps.ids.next(deps.clock.now()) as ScanId;
    const intent: ScanIntent = {
      id,
      purpose,
      mediaType: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      ...(purpose === 'papers' && component !== undefined && { component }),
      ...(declaredPages !== undefined && { declaredPages }),
      ...(purpose === 'opinion' && assignment !== undefined && { assignment }),
    };
    const recorded = await decideOn(
      deps,
      actOf[purpose],
      request,
      ({ dossier }, now) => {
        const own = purpose === 'opinion' ? ownTask(dossier, request) : done(undefined);
        return own.ok ? requestScan(dossier, intent, now) : own;
      },
      ({ change }) => ({
        scanId: id,
        version: change.after.version,
        announcedAt: announcedIn(change),
      }),
    );
    if (!recorded.ok) return recorded;
    const { announcedAt, ...ids } = recorded.value;
    const announced = { dossierId, scanId: ids.scanId, announcedAt };
    const ticketOf = ticketsFor(deps, announced);
    return ticketOf.ok ? done({ ...ids, ticket: await ticketOf.value(file) }) : ticketOf;
  };

const actOf = {
  papers: 'scan-papers',
  batch: 'scan-papers',
  result: 'scan-result',
  opinion: 'scan-opinion',
} as const;

const purposeOf = ({ actor, assignment, purpose }: RequestScan): ScanIntent['purpose'] => {
  if (!isDepartment(actor)) return purpose ?? 'papers';
  return assignment === undefined ? 'result' : 'opinion';
};

const ownTask = (dossier: Dossier, { actor, assignment }: RequestScan) =>
  ownOpenTask(dossier, { id: assignment ?? 0, agency: actor.agency ?? '' });
