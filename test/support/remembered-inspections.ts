import { sha256Bytes } from '#adapters/node/seals.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import type { InspectionResult, ScanInspector } from '#functions/scanning/ports/scan-inspector.ts';

interface Remembered {
  readonly result: InspectionResult;
  readonly previews: readonly PagePreview[];
}

/** What is said of a file follows from its bytes: tests that bring the same one again need not wait for it. */
export const remembering = (inspector: ScanInspector): ScanInspector => {
  const known = new Map<string, Promise<Remembered>>();
  const look = async (...[bytes, declared]: Parameters<ScanInspector['inspect']>) => {
    const previews: PagePreview[] = [];
    const keep = (preview: PagePreview) => void previews.push(preview);
    return { result: await inspector.inspect(bytes, declared, keep), previews };
  };
  return {
    ...inspector,
    inspect: async (bytes, declared, keep, from) => {
      if (from) return inspector.inspect(bytes, declared, keep, from);
      const key = `${declared} ${sha256Bytes(bytes)}`;
      const looked = known.get(key) ?? look(bytes, declared);
      known.set(key, looked);
      const { result, previews } = await looked;
      for (const preview of previews) keep?.(preview);
      return result;
    },
  };
};
