import { makeReadDossier } from '#application/intake/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { findScan } from '#domain/dossier/steps/scans.ts';
import { mayOpen, mayRead } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Scan } from '#domain/scan/scan.ts';
import type { ScanVault } from '#ports/scan-vault.ts';
import { loadVisible } from '../deciding.ts';
import { scanObjectKey } from './scan-object-key.ts';

interface OpenScan {
  readonly actor: Staff;
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
}

type Reading = Parameters<typeof makeReadDossier>[0];

const shownScan = (actor: Staff, dossier: Dossier, scanId: ScanId): Scan | undefined => {
  const scan = findScan(dossier, scanId);
  return scan && mayOpen(actor, dossier, scan) ? scan : undefined;
};

/** What is known of one file: state, pages, findings. */
export const makeDescribeScan =
  ({ ledger }: Pick<Reading, 'ledger'>) =>
  async ({ actor, dossierId, scanId }: OpenScan): Promise<Outcome<Scan>> => {
    const found = await loadVisible(ledger, actor, dossierId, mayRead);
    if (!found.ok) return found;
    const scan = shownScan(actor, found.value.dossier, scanId);
    return scan ? done(scan) : refuse({ code: 'scan-unknown' });
  };

/** A link lives long enough to open the file and too short to be passed on. */
const linkSeconds = 60;

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** A short-lived link to a verified file. Nobody reads one that is not verified. */
export const makeOpenScan = (deps: Reading & { readonly vault: ScanVault }) => {
  const read = makeReadDossier(deps, 'scan', mayRead);
  return async ({ actor, dossierId, scanId }: OpenScan): Promise<Outcome<{ url: string }>> => {
    const found = await read({ actor, dossierId });
    if (!found.ok) return found;
    const scan = shownScan(actor, found.value.dossier, scanId);
    if (!scan) return refuse({ code: 'scan-unknown' });
    if (scan.state !== 'verified') return refuse({ code: 'scan-not-readable-yet' });
    const url = await deps.vault.link({
      key: scanObjectKey(dossierId, scanId),
      fileName: `${scan.component ?? scan.purpose}-${scanId}.${extensions[scan.mediaType]}`,
      contentType: scan.mediaType,
      seconds: linkSeconds,
    });
    return done({ url });
  };
};
