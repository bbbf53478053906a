import type { CataloguePress, ReadPointer } from '#ports/catalogue-shelf.ts';

/** Publications in memory; a put of the same version twice keeps the first, as S3 does. */
export const makeMemoryCatalogueShelf = (): CataloguePress => {
  const texts = new Map<string, string>();
  let current: ReadPointer | undefined;
  let moves = 0;
  return {
    pointer: async (known) => (known && current?.tag === known ? 'unchanged' : current),
    text: async (version) => texts.get(version),
    put: async (version, text) => {
      if (!texts.has(version)) texts.set(version, text);
    },
    move: async (pointer, from) => {
      if (current?.tag !== from?.tag) return false;
      moves += 1;
      current = { pointer, tag: String(moves) };
      return true;
    },
  };
};
