import type { DeclaredComponent, Dossier } from './dossier.ts';
import { lastSupplementOf } from './required.ts';

/** Components that may be scanned now: the declared ones, or those that the department asks for. */
export const awaited = (dossier: Dossier): readonly DeclaredComponent[] =>
  dossier.status === 'supplement-requested' ? lastSupplementOf(dossier).items : dossier.components;
