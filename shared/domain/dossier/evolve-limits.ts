import type { Applications } from './apply.ts';

/** Warnings leave the case where it is; a reminder is for the citizen alone. */
export const limitApplications: Applications<'limit-flagged' | 'citizen-reminded'> = {
  'limit-flagged': (dossier, { warning, at }, { recordedAt }) => ({
    ...dossier,
    flags: [...(dossier.flags ?? []), { warning, at, givenAt: recordedAt }],
  }),
  'citizen-reminded': (dossier) => dossier,
};
