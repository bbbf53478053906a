import type { DossierChange } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { addressEnds, type ScanIntent, type ScanMediaType } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { ScanVault, UploadTicket } from '#ports/scan-vault.ts';
import { scanObjectKey } from './scan-object-key.ts';

interface Announced extends Pick<ScanIntent, 'files'> {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
  readonly announcedAt: Instant;
}

interface Uploaded {
  readonly mediaType: ScanMediaType;
  readonly bytes: number;
  readonly sha256: string;
  /** From 1, of a batch in several files. */
  readonly page?: number;
}

interface Deps {
  readonly vault: ScanVault;
  readonly clock: Clock;
}

/** When the change announced its file: its last event is the announcement. */
export const announcedIn = ({ events, after }: DossierChange): Instant =>
  events.at(-1)?.recordedAt ?? after.registeredAt;

/**
 * Gives tickets for an announced file, or for each file of a batch. Whoever asks again gets fresh ones,
 * which die when the first would have: from then on nobody waits for the file.
 */
export const ticketsFor = (
  { vault, clock }: Deps,
  { dossierId, scanId, announcedAt, ...intent }: Announced,
): Outcome<(file: Uploaded) => Promise<UploadTicket>> => {
  const now = clock.now();
  const expiresAt = addressEnds(intent, announcedAt);
  if (expiresAt <= now) return refuse({ code: 'scan-address-dead' });
  return done(({ mediaType: contentType, bytes, sha256, page }) => {
    const key = scanObjectKey(dossierId, scanId, page);
    return vault.ticket({ key, contentType, bytes, sha256, now, expiresAt });
  });
};
