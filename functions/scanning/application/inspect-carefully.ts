import type { ScanMediaType } from '#domain/scan/scan.ts';
import { seconds } from '#domain/time/instant.ts';
import type {
  AskToGoOn,
  InspectionProgress,
} from '#functions/scanning/ports/inspection-progress.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import type { InspectionResult, ScanInspector } from '#functions/scanning/ports/scan-inspector.ts';
import type { Clock } from '#ports/clock.ts';

export interface Inspecting {
  readonly inspector: ScanInspector;
  readonly progress: InspectionProgress;
  readonly goOn: AskToGoOn;
  readonly clock: Clock;
}

interface Asked {
  /** The file's key in quarantine. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly mediaType: ScanMediaType;
}

/** Longer no worker lives, as its plan says: whoever began before and has not ended is dead. */
export const longestWork = seconds(30);

export type Looked = (
  | InspectionResult
  /** Another message works on it at this moment, and comes again itself should it die. */
  | { readonly ok: false; readonly refusal: 'looked-at-elsewhere' }
) & {
  /** Pages that messages before this one looked at. */
  readonly earlier: number;
};

/**
 * An inspection that leaves a trace of its beginning. A file at which a worker died before is refused by
 * the next one and not looked at again; one with too many pages for a message is left to a following one.
 */
export const inspectCarefully = async (
  { inspector, progress, goOn, clock }: Inspecting,
  { key, bytes, mediaType }: Asked,
  keep: (preview: PagePreview) => void,
): Promise<Looked> => {
  const begun = await progress.read(key);
  const earlier = begun?.soFar?.marks.length ?? 0;
  const now = clock.now();
  if (begun?.at !== undefined)
    return {
      ok: false,
      refusal: now < begun.at + longestWork ? 'looked-at-elsewhere' : 'too-complex',
      earlier,
    };
  const before = { ...(begun?.soFar && { soFar: begun.soFar }) };
  await progress.keep(key, { ...before, at: now });
  try {
    const result = await inspector.inspect(bytes, mediaType, keep, begun?.soFar);
    if (result.ok || result.refusal !== 'unfinished') {
      await progress.discard(key);
      return { ...result, earlier };
    }
    await progress.keep(key, { soFar: result.soFar });
    await goOn(key);
    return { ...result, earlier };
  } catch (error) {
    // Whoever can say that it failed is not dead: the next message tries again.
    await progress.keep(key, before);
    throw error;
  }
};
