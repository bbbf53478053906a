import type { PreviewStore } from '#functions/scanning/ports/preview-store.ts';

export interface MemoryPreviewStore extends PreviewStore {
  readonly kept: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly shows: string }>;
}

/** For tests. */
export const makeMemoryPreviewStore = (): MemoryPreviewStore => {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly shows: string }>();
  return {
    kept,
    keep: async ({ key, bytes, shows }) => void kept.set(key, { bytes, shows }),
    has: async (key) => kept.has(key),
    link: async ({ key }) => `memory://previews/${key}`,
    discard: async (key) => void kept.delete(key),
  };
};
