import {
  isOfCitizen,
  isVerified,
  type Scan,
  type ScanIntent,
  scanLimits,
} from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { unused } from './abandoned-scans.ts';
import type { Dossier } from './dossier.ts';

type Quota = keyof typeof scanLimits.quota;

/** Whose share of the dossier a file counts into. */
const shareOf = (dossier: Dossier, { purpose }: ScanIntent): Quota => {
  if (purpose === 'result' || purpose === 'opinion') return purpose;
  return dossier.status === 'supplement-requested' ? 'supplement' : 'filed';
};

/** What a quota is shared with: files of the same share that are there, or may still come. */
const isSameShare = ({ supplements }: Dossier, { purpose, assignment }: ScanIntent) => {
  const asked = supplements.at(-1)?.requestedAt;
  return (scan: Scan): boolean => {
    if (purpose === 'result' || purpose === 'opinion')
      return scan.purpose === purpose && scan.assignment === assignment;
    return isOfCitizen(scan) && (asked === undefined || scan.requestedAt >= asked);
  };
};

/** Announced files of the same share that nothing can come of any more. */
export const deadOfShare = (dossier: Dossier, intent: ScanIntent, now: Instant) => {
  const isShared = isSameShare(dossier, intent);
  return unused(dossier, now).filter(({ scan }) => isShared(scan));
};

/**
 * The limit that is reached, if one is. A file that was refused or given up takes no room, nor does an
 * announcement whose address is dead: otherwise whoever fails often enough could never decide.
 */
export const quotaUsedUp = (
  dossier: Dossier,
  intent: ScanIntent,
  now: Instant,
): number | undefined => {
  const dead = new Set(unused(dossier, now).map(({ scan }) => scan.id));
  const shared = dossier.scans.filter(isSameShare(dossier, intent));
  const open = shared.filter(({ id, state }) => state === 'quarantined' && !dead.has(id)).length;
  const taken = open + shared.filter(isVerified).length;
  const quota = scanLimits.quota[shareOf(dossier, intent)];
  if (taken >= quota) return quota;
  return open >= scanLimits.openAtOnce ? scanLimits.openAtOnce : undefined;
};
