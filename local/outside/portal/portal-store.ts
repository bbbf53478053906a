import { join } from 'node:path';
import { openJournal } from '#local/kit/journal.ts';

export type Fields = Readonly<Record<string, unknown>>;

type Line =
  | { readonly kind: 'put'; readonly code: string; readonly document: Fields; readonly at: string }
  | { readonly kind: 'progress'; readonly code: string; readonly entry: Fields }
  | { readonly kind: 'rewind' | 'forget'; readonly code: string };

export interface Copy {
  readonly code: string;
  /** The copy is the last; what it was before stands ahead of it. */
  readonly versions: readonly { readonly document: Fields; readonly at: string }[];
  readonly progress: readonly Fields[];
}

export interface PortalStore {
  find(code: string): Copy | undefined;
  copies(): readonly Copy[];
  put(code: string, document: Fields, at: string): void;
  addProgress(code: string, entry: Fields): void;
  /** Back to what the copy was; false where it never was anything else. */
  rewind(code: string): boolean;
  forget(code: string): void;
}

const nothing = { versions: [], progress: [] };

const apply = (copies: Map<string, Copy>, line: Line): void => {
  const { code } = line;
  const copy = copies.get(code) ?? { code, ...nothing };
  switch (line.kind) {
    case 'put': {
      const versions = [...copy.versions, { document: line.document, at: line.at }];
      copies.set(code, { ...copy, versions });
      break;
    }
    case 'progress':
      copies.set(code, { ...copy, progress: [...copy.progress, line.entry] });
      break;
    case 'rewind':
      copies.set(code, { ...copy, versions: copy.versions.slice(0, -1) });
      break;
    case 'forget':
      copies.delete(code);
      break;
  }
};

/** The national copies: lines on disk, read back at the start. */
export const openPortalStore = (directory: string): PortalStore => {
  const journal = openJournal<Line>(join(directory, 'portal', 'copies.jsonl'));
  const copies = new Map<string, Copy>();
  for (const line of journal.entries) apply(copies, line);
  const keep = (line: Line): void => {
    journal.append(line);
    apply(copies, line);
  };
  return {
    find: (code) => copies.get(code),
    copies: () => [...copies.values()],
    put: (code, document, at) => keep({ kind: 'put', code, document, at }),
    addProgress: (code, entry) => keep({ kind: 'progress', code, entry }),
    rewind: (code) => {
      if ((copies.get(code)?.versions.length ?? 0) < 2) return false;
      keep({ kind: 'rewind', code });
      return true;
    },
    forget: (code) => keep({ kind: 'forget', code }),
  };
};
