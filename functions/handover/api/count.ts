import type * as z from 'zod';
import type { Count, Pouch } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { contract } from './contract.ts';

/** The count as the receiver typed it; what was not typed is what the manifest lists. */
export const countOf = (
  pouch: Pouch,
  { isSealIntact, strays, lines, orders }: z.output<typeof contract.countPouch.body>,
): Count => ({
  isSealIntact,
  strays,
  ...(orders.length > 0 && {
    orders: orders.map(({ returnOrderId, verdict, isTaken, remark }) => ({
      returnOrderId: returnOrderId as ReturnOrderId,
      verdict,
      isTaken,
      ...(remark !== undefined && { remark }),
    })),
  }),
  lines: lines.map(({ dossierId, verdict, isTaken, found, extra, remark }) => ({
    dossierId: dossierId as DossierId,
    verdict,
    isTaken,
    found: found ?? pouch.lines.find((line) => line.dossierId === dossierId)?.papers ?? [],
    extra,
    ...(remark !== undefined && { remark }),
  })),
});
