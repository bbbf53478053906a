import * as z from 'zod';
import { dayOf, isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DossierLine, Page } from '#ports/unit-of-work.ts';

/** A line of an inbox or worklist. */
export const Line = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  status: z.string(),
  procedure: z.string(),
  procedureName: z.string().optional(),
  office: z.string(),
  code: z.string().optional(),
  dueAt: shape.isoTime.optional(),
  leasedUntil: shape.isoTime.optional(),
  registeredAt: shape.isoTime,
  /** The citizen's last day, while papers or a payment are asked for. */
  answerBy: z.iso.date().optional(),
});
export const WorklistView = z.object({ items: z.array(Line), next: z.string().optional() });

type Procedures = Pick<Catalogue, 'procedure'>;

/** As it was called when the dossier came in; who holds it stays with its agency. */
export const lineView = (
  catalogue: Procedures,
  { id, dueAt, leasedUntil, leasedBy: _, registeredAt, ...line }: DossierLine,
): z.output<typeof Line> => {
  const name = catalogue.procedure(line.procedure, dayOf(registeredAt))?.name;
  return {
    dossierId: id,
    ...line,
    ...(name !== undefined && { procedureName: name }),
    registeredAt: isoVietnam(registeredAt),
    ...(dueAt !== undefined && { dueAt: isoVietnam(dueAt) }),
    ...(leasedUntil !== undefined && { leasedUntil: isoVietnam(leasedUntil) }),
  };
};

export const pageView = (
  catalogue: Procedures,
  { items, next }: Page<DossierLine>,
): z.output<typeof WorklistView> => ({
  items: items.map((line) => lineView(catalogue, line)),
  ...(next !== undefined && { next }),
});
