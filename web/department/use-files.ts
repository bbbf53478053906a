import { useEffect, useMemo, useState } from 'react';
import { type OpenedFile, openFile } from '../api/files.ts';
import { sha256Of } from '../api/sha-256.ts';
import { type Desk, useDesk } from '../api/staff.tsx';
import type { DossierTold } from './choices.ts';
import {
  type CitizenFile,
  citizenScans,
  filesOf,
  manifestOfOpened,
  nameOfFile,
} from './manifest.ts';

export const contentPath = (dossierId: string, { scanId, page }: CitizenFile): string =>
  `/v1/dossiers/${dossierId}/scans/${scanId}/content${page === undefined ? '' : `?page=${page}`}`;

export interface Files {
  readonly opened: ReadonlyMap<string, OpenedFile>;
  readonly all: number;
  /** `fit`: every file came, and together they are what was accepted. */
  readonly state: 'opening' | 'fit' | 'wrong' | 'line-cut';
  /** Reckoned here, to be echoed. */
  readonly manifestHash?: string;
  readonly again: () => void;
}

interface Came {
  readonly opened: ReadonlyMap<string, OpenedFile>;
  readonly isCut?: true;
  readonly manifestHash?: string;
}

/** One after the other: each reading is recorded, and none is made twice. */
const openAll = async (
  desk: Desk,
  dossier: DossierTold,
  known: ReadonlyMap<string, OpenedFile>,
  tell: (came: Came) => void,
): Promise<void> => {
  const opened = new Map(known);
  for (const file of citizenScans(dossier).flatMap(filesOf)) {
    const name = nameOfFile(file);
    if (opened.has(name)) continue;
    const came = await openFile(desk, contentPath(dossier.dossierId, file), file.mediaType);
    if (!came) {
      tell({ opened, isCut: true });
      return;
    }
    opened.set(name, came);
    tell({ opened: new Map(opened) });
  }
  const text = manifestOfOpened(dossier, opened);
  const manifestHash = await sha256Of(new TextEncoder().encode(text ?? ''));
  tell({ opened, manifestHash });
};

const stateOf = ({ isCut, manifestHash }: Came, expected: string | undefined): Files['state'] => {
  if (isCut) return 'line-cut';
  if (manifestHash === undefined) return 'opening';
  return manifestHash === expected ? 'fit' : 'wrong';
};

/** Opens every file of the citizen's once, reckons its hash, and holds them against the manifest. */
export const useFiles = (dossier: DossierTold): Files => {
  const desk = useDesk();
  const [came, tell] = useState<Came>({ opened: new Map() });
  const [tries, setTries] = useState(0);
  const expected = dossier.acceptance?.manifestHash;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a manifest and try, not with each drawing
  useEffect(() => {
    let isHere = true;
    void openAll(desk, dossier, came.opened, (news) => {
      if (isHere) tell(news);
    });
    return () => {
      isHere = false;
    };
  }, [dossier.dossierId, expected, tries]);
  return useMemo(
    () => ({
      opened: came.opened,
      all: citizenScans(dossier).flatMap(filesOf).length,
      state: stateOf(came, expected),
      ...(came.manifestHash !== undefined && { manifestHash: came.manifestHash }),
      again: () => setTries((n) => n + 1),
    }),
    [came, dossier, expected],
  );
};
