/** One piece of work for each, so many at once: what is waited for is the store, and memory holds so many. */
export const abreast = async <T>(
  each: readonly T[],
  many: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < each.length; at += many)
    await Promise.all(each.slice(at, at + many).map(work));
};
