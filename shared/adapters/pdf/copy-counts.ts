import type { CopyKind } from '#ports/printed-form.ts';
import type { Column } from './ruled-table.ts';

interface Counted {
  readonly name: string;
  readonly copyKind: CopyKind;
  readonly count: number;
}

const kinds = ['bản chính', 'chứng thực', 'photo'] as const satisfies readonly CopyKind[];

const titles: Readonly<Record<CopyKind, string>> = {
  'bản chính': 'Bản chính',
  'chứng thực': 'Chứng thực',
  photo: 'Photo',
};

/** Số lượng, in the three columns of the forms. */
export const copyColumns = (width: number): readonly Column[] =>
  kinds.map((kind) => ({ title: titles[kind], width, align: 'center', group: 'Số lượng' }));

/** A name and its three counts; neighbours of one name share a row, an uncounted kind stays empty. */
export const copyRows = (
  components: readonly Counted[],
): readonly (readonly [string, ...string[]])[] => {
  const rows: { readonly name: string; readonly counts: Map<CopyKind, number> }[] = [];
  for (const { name, copyKind, count } of components) {
    const last = rows.at(-1);
    const row = last?.name === name ? last : { name, counts: new Map<CopyKind, number>() };
    if (row !== last) rows.push(row);
    row.counts.set(copyKind, (row.counts.get(copyKind) ?? 0) + count);
  }
  return rows.map(({ name, counts }) => [name, ...cells(counts)]);
};

/** The sums of the three columns. */
export const copyTotals = (components: readonly Counted[]): readonly string[] => {
  const [row] = copyRows(components.map((component) => ({ ...component, name: '' })));
  return row?.slice(1) ?? kinds.map(() => '');
};

const cells = (counts: ReadonlyMap<CopyKind, number>): readonly string[] =>
  kinds.map((kind) => {
    const count = counts.get(kind);
    return count ? String(count).padStart(2, '0') : '';
  });
