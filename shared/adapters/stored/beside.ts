import * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Answer } from '#ports/unit-of-work.ts';
import { exactly } from './exactly.ts';
import { applicant } from './head.ts';
import { scan } from './scan.ts';
import { count, sha256Hex, ulidOf, word } from './shapes.ts';

const answer = exactly<Answer>()(
  z.strictObject({ scope: word, key: word, requestHash: word, result: z.unknown() }),
);
const dossierId = ulidOf<DossierId>();

/** What lies beside heads and events, as it is read. Each throws on what nobody can have written. */
export const readApplicant = (stored: unknown) => applicant.parse(stored);
export const readScan = (stored: unknown) => scan.parse(stored);
export const readAnswer = (stored: unknown) => answer.parse(stored);
export const readDossierId = (stored: unknown) => dossierId.parse(stored);
export const readRecordId = (stored: unknown) => word.parse(stored);
export const readHash = (stored: unknown) => sha256Hex.parse(stored);
export const readSequence = (stored: unknown) => count.parse(stored);
