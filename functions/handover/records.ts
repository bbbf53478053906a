import { type Pouch, pouchState } from '#domain/handover/pouch.ts';
import type { RecordKind } from '#ports/records.ts';

/** Whose turn it is: an open pouch lies with the sender, any other with the receiver. */
export const pouchKind: RecordKind<Pouch> = {
  name: 'pouch',
  place: (pouch) => {
    const state = pouchState(pouch);
    if (state === 'settled') return { names: [] };
    const list = { open: pouch.from.id, signed: 'all' }[state as string] ?? pouch.to.id;
    return { names: [], list: { name: `${list}#${state}`, at: pouch.countBy ?? pouch.opened.at } };
  },
};
