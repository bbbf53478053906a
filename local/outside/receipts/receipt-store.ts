import { join } from 'node:path';
import { openJournal } from '#local/kit/journal.ts';
import type { Asked } from './check-receipt.ts';

export interface IssuedLine {
  readonly key: string;
  readonly form: string;
  readonly sign: string;
  readonly number: number;
  readonly issuedAt: string;
  readonly asked: Asked;
  /** The key of what stands in its place. */
  readonly replacedBy?: string;
  readonly isCancelled: boolean;
}

type Line =
  | { readonly kind: 'issued'; readonly line: IssuedLine }
  | { readonly kind: 'cancelled'; readonly key: string }
  | { readonly kind: 'told'; readonly day: string; readonly id: string };

export interface ReceiptStore {
  find(key: string): IssuedLine | undefined;
  all(): readonly IssuedLine[];
  issue(line: IssuedLine): void;
  cancel(key: string): void;
  /** A line that is there already is no second one. */
  tell(day: string, id: string): void;
  told(): Readonly<Record<string, readonly string[]>>;
}

interface Kept {
  readonly issued: Map<string, IssuedLine>;
  readonly told: Map<string, Set<string>>;
}

const issuedBy = ({ issued }: Kept, line: IssuedLine): void => {
  issued.set(line.key, line);
  const before = issued.get(line.asked.replaces ?? '');
  if (before) issued.set(before.key, { ...before, replacedBy: line.key });
};

const apply = (kept: Kept, line: Line): void => {
  const { issued, told } = kept;
  switch (line.kind) {
    case 'issued':
      issuedBy(kept, line.line);
      break;
    case 'cancelled': {
      const known = issued.get(line.key);
      if (known) issued.set(line.key, { ...known, isCancelled: true });
      break;
    }
    case 'told':
      told.set(line.day, (told.get(line.day) ?? new Set()).add(line.id));
      break;
  }
};

/** Biên lai that were issued and what the tax office was told, on disk, read back at the start. */
export const openReceiptStore = (directory: string): ReceiptStore => {
  const journal = openJournal<Line>(join(directory, 'receipts', 'receipts.jsonl'));
  const kept: Kept = { issued: new Map(), told: new Map() };
  for (const line of journal.entries) apply(kept, line);
  const keep = (line: Line): void => {
    journal.append(line);
    apply(kept, line);
  };
  const { issued, told } = kept;
  return {
    find: (key) => issued.get(key),
    all: () => [...issued.values()],
    issue: (line) => keep({ kind: 'issued', line }),
    cancel: (key) => keep({ kind: 'cancelled', key }),
    tell: (day, id) => {
      if (!told.get(day)?.has(id)) keep({ kind: 'told', day, id });
    },
    told: () => Object.fromEntries([...told].map(([day, ids]) => [day, [...ids]])),
  };
};
