import * as z from 'zod';
import { takeBackOutcomes } from '#domain/shipment/take-back.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { OldPapersLine } from '#ports/old-papers-line.ts';
import type { Page } from '#ports/unit-of-work.ts';
import { PaperShape, papers } from './papers.ts';

/** Thu hồi giấy tờ (TT 17/2017): one line for each old paper, split where its copies fared apart. */
export const TakeBack = z
  .array(
    z.strictObject({
      /** Component of the dossier’s procedure; of a return order the name that the order gives. */
      paper: shape.text(200),
      outcome: z.enum(takeBackOutcomes),
      count: z.int().min(1).max(99).default(1),
    }),
  )
  .max(60);

/** Brought after the result, or declared lost. */
export const LateTakeBack = z
  .array(TakeBack.element.extend({ outcome: z.enum(['taken', 'lost-declared']) }))
  .min(1)
  .max(60);

export const OldPapersList = z.object({
  items: z.array(
    z.object({
      dossierId: shape.ulid,
      number: z.string(),
      procedure: z.string(),
      office: z.string(),
      agency: z.string(),
      since: shape.isoTime,
      /** Still with the citizen. */
      outstanding: z.array(PaperShape),
      /** Taken, and not signed for by the agency. */
      withPost: z.array(PaperShape),
    }),
  ),
  next: z.string().optional(),
});

export const oldPapersPage = ({
  items,
  next,
}: Page<OldPapersLine>): z.output<typeof OldPapersList> => ({
  items: items.map(({ since, outstanding, withPost, ...line }) => ({
    ...line,
    since: isoVietnam(since),
    outstanding: papers(outstanding),
    withPost: papers(withPost),
  })),
  ...(next !== undefined && { next }),
});
