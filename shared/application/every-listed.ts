import type { Page, PageAsk } from '#ports/unit-of-work.ts';

/** All of a list that a day's work bounds, page by page. */
export const everyListed = async <T>(
  list: (page: PageAsk) => Promise<Page<T>>,
): Promise<readonly T[]> => {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await list({ limit: 100, ...(after !== undefined && { after }) });
    all.push(...items);
    after = next;
  } while (after !== undefined);
  return all;
};
