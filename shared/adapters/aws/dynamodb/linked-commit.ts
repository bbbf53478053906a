import { keptChain, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { KeptEvent, Sealing } from '#domain/history/sealed-text.ts';
import type { Commit, DossierWrite } from '#ports/unit-of-work.ts';

export interface LinkedWrite extends DossierWrite {
  readonly links: readonly KeptEvent[];
}

/** A commit with its events as they will be kept: salts are drawn once, however often it is planned. */
export interface LinkedCommit extends Omit<Commit, 'dossiers'> {
  readonly dossiers: readonly LinkedWrite[];
}

export type Hashing = Sealing & { readonly sha256: Sha256Hex };

export const linkedCommit = (
  { dossiers = [], ...commit }: Commit,
  hashing: Hashing,
): LinkedCommit => ({
  ...commit,
  dossiers: dossiers.map((write) => ({
    ...write,
    links: keptChain(write.change.events, write.chainHash, hashing),
  })),
});
