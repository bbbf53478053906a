/** Lambda takes 6 MB; some room is left for the brackets around the records. */
const payloadBytes = 6_291_456 - 1024;

/** Cuts a batch where the next record would make the event too large to invoke with. */
export const payloadChunks = <T>(
  items: readonly T[],
  toRecord: (item: T) => unknown,
): readonly (readonly T[])[] => {
  const chunks: T[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(toRecord(item))) + 1;
    const last = chunks.at(-1);
    if (last && bytes <= room) {
      last.push(item);
      room -= bytes;
    } else {
      chunks.push([item]);
      room = payloadBytes - bytes;
    }
  }
  return chunks;
};
