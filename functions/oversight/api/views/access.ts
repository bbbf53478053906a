import type * as z from 'zod';
import type { AccessEntry } from '#domain/access/access-entry.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { AccessPage, BulkReadingView } from '#functions/oversight/api/access-contract.ts';
import type { BulkReading } from '#functions/oversight/domain/bulk-reading.ts';
import type { Page } from '#ports/unit-of-work.ts';

const lineView = ({
  at,
  reader,
  name,
  capacity,
  place,
  operation,
  what,
  subject,
  refused,
}: AccessEntry) => ({
  at: isoVietnam(at),
  reader,
  ...(name !== undefined && { name }),
  ...(capacity && { capacity }),
  ...(place !== undefined && { place }),
  operation,
  what,
  ...(subject !== undefined && { subject }),
  ...(refused !== undefined && { refused }),
});

export const accessPageView = ({
  items,
  next,
}: Page<AccessEntry>): z.output<typeof AccessPage> => ({
  items: items.map(lineView),
  ...(next !== undefined && { next }),
});

export const bulkReadingView = ({
  id,
  day,
  reader,
  name,
  capacity,
  place,
  dossiers,
  refused,
  since,
  settled,
}: BulkReading): z.output<typeof BulkReadingView> => ({
  bulkReadingId: id,
  day,
  reader,
  ...(name !== undefined && { name }),
  ...(capacity && { capacity }),
  ...(place !== undefined && { place }),
  dossiers,
  refused,
  since: isoVietnam(since),
  ...(settled && {
    settled: { by: settled.by, at: isoVietnam(settled.at), finding: settled.finding },
  }),
});
