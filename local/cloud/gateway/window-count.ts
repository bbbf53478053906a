const slots = 30;

/** Counts by key over a sliding window of so many milliseconds, in thirty slots a key. */
export const makeWindowCount = (
  windowMs: number,
  now: () => number,
): { add(key: string): number } => {
  const slotMs = windowMs / slots;
  const counts = new Map<string, Map<number, number>>();
  let sweptAt = now();
  /** A key that has not been seen for a window is forgotten: the map must not grow with the world. */
  const sweep = (oldest: number): void => {
    for (const [key, bySlot] of counts)
      if ([...bySlot.keys()].every((slot) => slot <= oldest)) counts.delete(key);
  };
  return {
    add: (key) => {
      const at = now();
      const slot = Math.floor(at / slotMs);
      const oldest = slot - slots;
      if (at - sweptAt > windowMs) {
        sweep(oldest);
        sweptAt = at;
      }
      const bySlot = counts.get(key) ?? new Map<number, number>();
      counts.set(key, bySlot);
      for (const known of bySlot.keys()) if (known <= oldest) bySlot.delete(known);
      bySlot.set(slot, (bySlot.get(slot) ?? 0) + 1);
      return [...bySlot.values()].reduce((sum, count) => sum + count, 0);
    },
  };
};
