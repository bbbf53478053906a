import {
  type AbandonedBecause,
  addressEnds,
  isOfCitizen,
  papersShown,
  type Scan,
} from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { awaited } from './awaited.ts';
import type { Dossier } from './dossier.ts';
import type { DecidedFact } from './handing.ts';

type Waiting = Extract<Scan, { state: 'quarantined' }>;

interface Unused {
  readonly scan: Waiting;
  readonly because: AbandonedBecause;
}

const isWaiting = (scan: Scan): scan is Waiting => scan.state === 'quarantined';

/**
 * Announced files that hold nobody up any more: nothing can be uploaded for them now, or a file that was
 * announced later shows what they were to show. A batch shows whatever is awaited.
 */
export const unused = (dossier: Dossier, now: Instant): readonly Unused[] =>
  dossier.scans.flatMap((scan, place): readonly Unused[] => {
    if (!isWaiting(scan)) return [];
    if (addressEnds(scan, scan.requestedAt) <= now) return [{ scan, because: 'address-dead' }];
    return isShownLater(dossier, scan, place) ? [{ scan, because: 'shown-later' }] : [];
  });

const isShownLater = (
  dossier: Dossier,
  { purpose, component }: Waiting,
  place: number,
): boolean => {
  const later = dossier.scans.slice(place + 1).filter(isOfCitizen);
  const shown = new Set(papersShown(later).map((paper) => paper.component));
  if (purpose === 'papers') return component !== undefined && shown.has(component);
  return purpose === 'batch' && awaited(dossier).every(({ id }) => shown.has(id));
};

/** The citizen's announced files that somebody still has to wait for. */
export const stillComing = (dossier: Dossier, now: Instant): readonly Waiting[] => {
  const dead = new Set(unused(dossier, now).map(({ scan }) => scan.id));
  return dossier.scans.filter(isWaiting).filter((scan) => isOfCitizen(scan) && !dead.has(scan.id));
};

/** Gives up what is dead, so that it is read in the history why nobody waited for it. */
export const givingUp = (dead: readonly Unused[]): readonly DecidedFact[] =>
  dead.map(({ scan, because }) => ({
    type: 'scan-abandoned',
    scanId: scan.id,
    because,
  }));

/**
 * Closes the manifest: of the citizen's papers none can be added to it any more, so whatever is still
 * announced is given up.
 */
export const closingManifest = (dossier: Dossier, now: Instant): readonly DecidedFact[] => {
  const dead = new Map(unused(dossier, now).map(({ scan, because }) => [scan.id, because]));
  return dossier.scans
    .filter(isWaiting)
    .filter(isOfCitizen)
    .map(({ id }) => ({
      type: 'scan-abandoned',
      scanId: id,
      because: dead.get(id) ?? 'case-went-on',
    }));
};

/** The dossier as whoever reads it now is to see it: what is dead is not shown as under way. */
export const withoutDeadScans = (dossier: Dossier, now: Instant): Dossier => {
  const dead = new Map(unused(dossier, now).map(({ scan, because }) => [scan.id, because]));
  if (dead.size === 0) return dossier;
  return {
    ...dossier,
    scans: dossier.scans.map((scan) => {
      const because = dead.get(scan.id);
      return because === undefined ? scan : abandoned(scan, because, now);
    }),
  };
};

/** Of a batch in files nothing is kept but that it was announced: the history has the rest. */
export const abandoned = (
  { id, purpose, assignment, component, declaredPages, mediaType, bytes, sha256, ...scan }: Scan,
  because: AbandonedBecause,
  at: Instant,
): Scan => ({
  id,
  purpose,
  ...(assignment !== undefined && { assignment }),
  ...(component !== undefined && { component }),
  ...(declaredPages !== undefined && { declaredPages }),
  mediaType,
  bytes,
  sha256,
  state: 'abandoned',
  requestedAt: scan.requestedAt,
  abandonedAt: at,
  because,
});
