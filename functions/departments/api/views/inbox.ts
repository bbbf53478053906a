import * as z from 'zod';
import { StaffShape } from '#edge/views/desk.ts';
import { Line, lineView } from '#edge/views/worklist.ts';
import type { InboxPage } from '#functions/departments/application/read-inbox.ts';
import type { Catalogue } from '#ports/catalogue.ts';

export const InboxView = z.object({
  /** `leasedBy` holds it until `leasedUntil`; what is past that, anybody may take. */
  items: z.array(Line.extend({ leasedBy: StaffShape.optional() })),
  next: z.string().optional(),
});

export const inboxView = (
  catalogue: Pick<Catalogue, 'procedure'>,
  { items, next, holders }: InboxPage,
): z.output<typeof InboxView> => ({
  items: items.map((line) => {
    const leasedBy = holders.get(line.leasedBy ?? '');
    return { ...lineView(catalogue, line), ...(leasedBy && { leasedBy }) };
  }),
  ...(next !== undefined && { next }),
});
