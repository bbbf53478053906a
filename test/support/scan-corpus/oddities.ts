/** What `odd-thread.ts` does with a file that begins with this byte. */
export const oddities = {
  plain: 0,
  hangs: 1,
  hoards: 2,
  dies: 3,
  fails: 4,
  dawdles: 5,
  swells: 6,
  grows: 7,
  counts: 8,
} as const;
