import type { RecordKind } from '#ports/records.ts';
import type { BulkReading } from './domain/bulk-reading.ts';

/** One a person and day; a supervisor's list until it is settled. */
export const bulkReadingKind: RecordKind<BulkReading> = {
  name: 'bulk-reading',
  place: ({ reader, day, since, settled }) => ({
    names: [`${reader}#${day}`],
    list: { name: settled ? 'settled' : 'open', at: since },
  }),
};
