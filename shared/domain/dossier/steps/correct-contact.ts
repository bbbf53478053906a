import { done } from '#domain/refusal.ts';
import type { Dossier } from '../dossier.ts';
import type { ContactCorrection } from '../dossier-event.ts';
import { type Decision, forbidden } from './step.ts';

/** The applicant's phone was another: legal while anything may still have to be told. */
export const correctContact = (dossier: Dossier, why: ContactCorrection): Decision =>
  forbidden('correct-contact', dossier.status) ?? done([{ type: 'contact-corrected', why }]);
