import type { Begun, InspectionProgress } from '#functions/scanning/ports/inspection-progress.ts';

/** For tests. */
export const makeMemoryInspectionProgress = (): InspectionProgress & {
  readonly begun: Map<string, Begun>;
} => {
  const begun = new Map<string, Begun>();
  return {
    begun,
    read: async (key) => begun.get(key),
    keep: async (key, each) => void begun.set(key, each),
    discard: async (key) => void begun.delete(key),
  };
};
