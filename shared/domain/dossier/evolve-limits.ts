import type { Applications } from './apply.ts';

/** Of dates that were moved long ago nobody asks any more; the history has them. */
const keptFlags = 60;

/** Warnings leave the case where it is; a reminder is for the citizen alone. */
export const limitApplications: Applications<'limit-flagged' | 'citizen-reminded'> = {
  'limit-flagged': (dossier, { warning, at }, { recordedAt }) => ({
    ...dossier,
    flags: [...(dossier.flags ?? []).slice(1 - keptFlags), { warning, at, givenAt: recordedAt }],
  }),
  'citizen-reminded': (dossier) => dossier,
};
