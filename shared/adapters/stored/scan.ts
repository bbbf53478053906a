import * as z from 'zod';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import {
  abandonedBecause,
  type JudgedPage,
  pageMediaTypes,
  type Scan,
  type ScanIntent,
  type ScanPart,
  scanMediaTypes,
  takenOutWhy,
} from '#domain/scan/scan.ts';
import { exactly } from './exactly.ts';
import { count, moment, ordinal, sha256Hex, ulidOf, word, words } from './shapes.ts';

const intentMembers = {
  id: ulidOf<ScanId>(),
  purpose: z.enum(['papers', 'batch', 'result', 'opinion']),
  assignment: z.exactOptional(ordinal),
  component: z.exactOptional(word),
  declaredPages: z.exactOptional(count),
  mediaType: z.enum([...scanMediaTypes, 'multipart/mixed']),
  bytes: count,
  sha256: sha256Hex,
  files: z.exactOptional(
    z.array(z.strictObject({ mediaType: z.enum(pageMediaTypes), bytes: count, sha256: sha256Hex })),
  ),
};
export const scanIntent = exactly<ScanIntent>()(z.strictObject(intentMembers));

export const judgedPage = exactly<JudgedPage>()(
  z.union([
    z.strictObject({ page: count, refusal: word }),
    z.strictObject({
      page: count,
      findings: words,
      mark: z.strictObject({ inspected: z.boolean(), blank: z.boolean(), codes: words }),
      fingerprint: z.exactOptional(word),
    }),
  ]),
);

export const scanPart = exactly<ScanPart>()(
  z.strictObject({ component: word, from: count, to: count }),
);

export const scan = exactly<Scan>()(
  z.discriminatedUnion('state', [
    z.strictObject({
      ...intentMembers,
      state: z.literal('quarantined'),
      requestedAt: moment,
      judged: z.exactOptional(z.array(judgedPage)),
    }),
    z.strictObject({
      ...intentMembers,
      state: z.literal('verified'),
      requestedAt: moment,
      verifiedAt: moment,
      pages: count,
      findings: words,
      parts: z.exactOptional(z.array(scanPart)),
    }),
    z.strictObject({
      ...intentMembers,
      state: z.literal('rejected'),
      requestedAt: moment,
      rejectedAt: moment,
      why: word,
    }),
    z.strictObject({
      ...intentMembers,
      state: z.literal('taken-out'),
      requestedAt: moment,
      takenOutAt: moment,
      takenOut: z.enum(takenOutWhy),
    }),
    z.strictObject({
      ...intentMembers,
      state: z.literal('abandoned'),
      requestedAt: moment,
      abandonedAt: moment,
      because: z.enum(abandonedBecause),
    }),
  ]),
);
