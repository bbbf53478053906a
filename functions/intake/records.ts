import type { SlipStock, TemporaryBlock } from '#domain/offline/temporary-block.ts';
import { type RecordKind, unlistedKind } from '#ports/records.ts';

/** Blocks of slip numbers of an office, the open ones apart. */
export const temporaryBlockKind: RecordKind<TemporaryBlock> = {
  name: 'temporary-block',
  place: ({ office, closing, leasedAt: at }) => ({
    names: [],
    list: { name: `${office}#${closing ? 'closed' : 'open'}`, at },
  }),
};

export const slipStockKind = unlistedKind<SlipStock>('slip-stock');
