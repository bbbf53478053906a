import type { Holder } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';

/** Where each sheet really lies, by the hands that move it and not by what is written: one entry a sheet. */
export type World = Map<string, Holder>;

export const same = (a: Holder | undefined, b: Holder): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const kindOf = (sheet: string): string => sheet.split('#')[0] ?? '';

/** So many sheets of each kind out of these hands, the first that has one: somebody must. */
export const handed = (
  world: World,
  papers: readonly Paper[],
  from: readonly Holder[],
  to: Holder,
) => {
  const moved: string[] = [];
  for (const paper of papers)
    for (let n = 0; n < paper.count; n++) {
      const sheet = from
        .map((hand) =>
          [...world].find(
            ([name, at]) => kindOf(name) === paper.id && same(at, hand) && !moved.includes(name),
          ),
        )
        .find((found) => found !== undefined);
      if (!sheet) throw new Error(`nobody there can hand over ${paper.id}`);
      world.set(sheet[0], to);
      moved.push(sheet[0]);
    }
  return moved;
};

const ordinalOf = (world: World, id: string) =>
  [...world.keys()].filter((name) => kindOf(name) === id).length + 1;

export const comesIn = (world: World, papers: readonly Paper[], to: Holder): void => {
  for (const { id, count } of papers)
    for (let n = 0; n < count; n++) world.set(`${id}#${ordinalOf(world, id)}`, to);
};

export const inHands = (
  holdings: readonly { readonly id: string; readonly count: number; readonly holder: Holder }[],
) => holdings.map(({ id, count, holder }) => `${count} ${id} ${JSON.stringify(holder)}`).sort();

export const asHoldings = (world: World) => {
  const sums = new Map<string, { id: string; count: number; holder: Holder }>();
  for (const [sheet, holder] of world) {
    const id = kindOf(sheet);
    const key = `${id} ${JSON.stringify(holder)}`;
    sums.set(key, { id, holder, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  return [...sums.values()];
};
