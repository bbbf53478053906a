import * as z from 'zod';
import { correctionAnswers, correctionStates } from '#domain/dossier/correction.ts';
import { takenOutWhy } from '#domain/scan/scan.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { CorrectionRecord } from '#functions/corrections/domain/record.ts';
import type { Page } from '#ports/unit-of-work.ts';

const owner = z.object({
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  address: z.string(),
  number: z.string().optional(),
});

/** `null`: there was none, or there is none any more. */
const Values = z.object({
  name: z.string().nullish(),
  personalNumber: z.string().nullish(),
  address: z.string().nullish(),
  email: z.string().nullish(),
  owner: owner.nullish(),
});

const Counted = z.array(z.object({ id: z.string(), copyKind: z.string(), count: z.int() }));

export const CorrectionsView = z.object({
  items: z.array(
    z.object({
      correctionId: shape.ulid,
      reason: z.string(),
      at: shape.isoTime,
      by: z.string(),
      corrected: z.discriminatedUnion('what', [
        z.object({
          what: z.literal('applicant'),
          before: Values,
          after: Values,
          identityChecked: z.boolean(),
        }),
        z.object({ what: z.literal('scan'), scanId: shape.ulid, why: z.enum(takenOutWhy) }),
        z.object({ what: z.literal('components'), before: Counted, after: Counted }),
      ]),
      answer: z
        .object({
          answer: z.enum(correctionAnswers),
          at: shape.isoTime,
          by: z.string(),
          word: z.string().optional(),
        })
        .optional(),
    }),
  ),
  next: z.string().optional(),
});

export const CorrectedView = z.object({
  correctionId: shape.ulid,
  dossierVersion: z.int(),
  state: z.enum(correctionStates),
});

export const correctionsPage = ({
  items,
  next,
}: Page<CorrectionRecord>): z.output<typeof CorrectionsView> => ({
  items: items.map(({ id, reason, at, by, corrected, answer }) => ({
    correctionId: id,
    reason,
    at: isoVietnam(at),
    by,
    corrected:
      corrected.what === 'components'
        ? { ...corrected, before: [...corrected.before], after: [...corrected.after] }
        : corrected,
    ...(answer && { answer: { ...answer, at: isoVietnam(answer.at) } }),
  })),
  ...(next !== undefined && { next }),
});
