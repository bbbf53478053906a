import * as z from 'zod';
import type { LostResult } from '#domain/handover/lost-result.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { Page } from '#ports/unit-of-work.ts';

export const LostResultView = z.object({
  /** Of the dossier or of the return order. */
  lostId: shape.ulid,
  about: z.enum(['dossier', 'return-order']),
  number: z.string(),
  office: z.string(),
  agency: z.string(),
  pouchId: shape.ulid,
  since: shape.isoTime,
  /** One has it in hand; until another confirms it, it is still lost. */
  found: z
    .object({
      at: shape.isoTime,
      by: z.string(),
      place: z.object({ kind: z.enum(['office', 'agency']), id: z.string() }),
      word: z.string(),
    })
    .optional(),
  ended: z.object({ how: z.enum(['found', 'reissued']), at: shape.isoTime }).optional(),
});

export const LostResultList = z.object({
  items: z.array(LostResultView),
  next: z.string().optional(),
});

export const lostResultView = (lost: LostResult): z.output<typeof LostResultView> => {
  const { found, ended } = lost;
  return {
    lostId: lost.id,
    about: lost.about,
    number: lost.number,
    office: lost.office,
    agency: lost.agency,
    pouchId: lost.pouch,
    since: isoVietnam(lost.since),
    ...(found && {
      found: {
        at: isoVietnam(found.at),
        by: found.name,
        place: { ...found.place },
        word: found.word,
      },
    }),
    ...(ended && { ended: { how: ended.how, at: isoVietnam(ended.at) } }),
  };
};

export const lostResultPage = ({
  items,
  next,
}: Page<LostResult>): z.output<typeof LostResultList> => ({
  items: items.map(lostResultView),
  ...(next !== undefined && { next }),
});
