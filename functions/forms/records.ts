import { unlistedKind } from '#ports/records.ts';
import type { PrintCount } from './domain/print-count.ts';

export const printCountKind = unlistedKind<PrintCount>('print-count');
