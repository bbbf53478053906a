import type { SlipStock, TemporaryBlock } from '#domain/offline/temporary-block.ts';
import { untimelySince } from '#domain/offline/untimely.ts';
import { type RecordKind, unlistedKind } from '#ports/records.ts';

/** The supervisors' list of slips with a time that cannot have been. */
export const untimelyList = 'untimely';

/** Blocks of slip numbers of an office, the open ones apart; and those with a time that cannot have been. */
export const temporaryBlockKind: RecordKind<TemporaryBlock> = {
  name: 'temporary-block',
  place: (block) => {
    const { office, closing, leasedAt: at } = block;
    const since = untimelySince(block);
    return {
      names: [],
      list: { name: `${office}#${closing ? 'closed' : 'open'}`, at },
      ...(since !== undefined && { secondList: { name: untimelyList, at: since } }),
    };
  },
};

export const slipStockKind = unlistedKind<SlipStock>('slip-stock');
