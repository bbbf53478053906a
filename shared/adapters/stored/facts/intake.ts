import * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { AuthorisationId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { abandonedBecause } from '#domain/scan/scan.ts';
import { textClasses } from '#domain/sight/text-class.ts';
import {
  acceptanceMembers,
  chosenDeliveryMembers,
  circumstances,
  fees,
  filingMembers,
  intakeMode,
  procedure,
  slipMembers,
} from '../case.ts';
import { judgedPage, scanIntent, scanPart } from '../scan.ts';
import { branded, count, moment, ordinal, papers, ulidOf, word, words } from '../shapes.ts';

const scanId = ulidOf<ScanId>();

/** What the counter writes: registration, scans, the slip, acceptance, the citizen's wishes. */
export const intakeFacts = [
  z.strictObject({
    type: z.literal('dossier-registered'),
    id: ulidOf<DossierId>(),
    office: word,
    intakeMode,
    ...filingMembers,
    procedure,
    components: papers,
    circumstances,
    fees,
    backEntry: z.exactOptional(
      z.strictObject({ number: branded<TemporaryNumber>(), wasComplete: z.boolean() }),
    ),
  }),
  z.strictObject({ type: z.literal('scan-requested'), scan: scanIntent }),
  z.strictObject({
    type: z.literal('scan-verified'),
    scanId,
    pages: count,
    findings: words,
    parts: z.exactOptional(z.array(scanPart)),
  }),
  z.strictObject({ type: z.literal('page-judged'), scanId, page: judgedPage }),
  z.strictObject({ type: z.literal('scan-rejected'), scanId, why: word }),
  z.strictObject({
    type: z.literal('scan-abandoned'),
    scanId,
    because: z.enum(abandonedBecause),
  }),
  z.strictObject({ type: z.literal('slip-issued'), office: word, ...slipMembers }),
  z.strictObject({
    type: z.literal('dossier-accepted'),
    agency: word,
    office: word,
    ...acceptanceMembers,
  }),
  z.strictObject({
    type: z.literal('supplement-received'),
    manifestHash: word,
    office: z.exactOptional(word),
    dueAt: z.exactOptional(moment),
    calendarVersions: words,
  }),
  z.strictObject({ type: z.literal('warning-recorded'), text: word }),
  z.strictObject({ type: z.literal('office-joined'), office: word }),
  z.strictObject({ type: z.literal('withdrawal-requested'), reason: word }),
  z.strictObject({ type: z.literal('withdrawal-granted') }),
  z.strictObject({
    type: z.literal('contact-corrected'),
    why: z.enum(['wrong-number', 'number-changed', 'citizen-asked']),
  }),
  z.strictObject({ type: z.literal('delivery-chosen'), ...chosenDeliveryMembers }),
  z.strictObject({
    type: z.literal('recipient-authorised'),
    authorisation: ulidOf<AuthorisationId>(),
  }),
  z.strictObject({
    type: z.literal('texts-erased'),
    kept: z.enum(textClasses),
    events: z.array(ordinal),
  }),
] as const;
