import { textSealing } from '#adapters/node/sealing.ts';
import { keptChain, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';

/** Events as they are written, without what lies beside them. */
export const chain = (
  events: readonly DossierEvent[],
  prevHash: string,
  sha256: Sha256Hex,
): readonly WrittenEvent[] =>
  keptChain(events, prevHash, { ...textSealing, sha256 }).map(({ written }) => written);
