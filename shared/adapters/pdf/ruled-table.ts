import { type Doc, ink, pageEnd, type Style, setIn } from './typesetting.ts';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Neighbours of one group stand below a common title. */
  readonly group?: string;
}

/** Cells, one text over the whole width, or sums. */
export type Row =
  | readonly string[]
  | { readonly section: string }
  | { readonly total: readonly string[] };

interface RuledTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly size: number;
  /** What follows the last row on the same page, in points: signatures never stand alone. */
  readonly company?: number;
}

interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly style: Style;
}

const padding = 2.5;
const below = 4;
const grey = '#ececec';

/** Ruled lines; a row is never torn, and each page begins with the column titles. */
export const ruledTable = (doc: Doc, table: RuledTable): void => {
  doc.y += 2;
  heading(doc, table);
  for (const [n, row] of table.rows.entries()) {
    const cells = cellsOf(doc, table.columns, row);
    const height = Math.min(heightOf(doc, cells, table.size), pageRoom(doc, table));
    if (doc.y + height + companyOf(table, n) > pageEnd(doc)) {
      doc.addPage();
      heading(doc, table);
    }
    drawRow(doc, cells, { top: doc.y, height, size: table.size });
    doc.y += height;
  }
  doc.x = doc.page.margins.left;
  doc.y += below;
};

/** A section never ends a page: its first line comes along. What ends the form has a row before it. */
const companyOf = ({ rows, size, company = 0 }: RuledTable, n: number): number => {
  const row = rows[n];
  const next = row && 'section' in row ? size * 2 : 0;
  return n === rows.length - 1 ? next + below + company : next;
};

/** What a row may take at most: a page without its column titles. */
const pageRoom = (doc: Doc, table: RuledTable): number =>
  pageEnd(doc) - doc.page.margins.top - titleHeight(doc, table) * 2;

const cellsOf = (doc: Doc, columns: readonly Column[], row: Row): readonly Cell[] => {
  const { left } = doc.page.margins;
  if ('section' in row) {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    return [{ text: row.section, x: left, width, align: 'left', style: 'bold' }];
  }
  const [texts, style] = 'total' in row ? [row.total, 'bold' as const] : [row, 'regular' as const];
  let x = left;
  return columns.map(({ width, align = 'left' }, n) => {
    const cell: Cell = { text: texts[n] ?? '', x, width, align, style };
    x += width;
    return cell;
  });
};

const heightOf = (doc: Doc, cells: readonly Cell[], size: number): number =>
  Math.max(
    size * 1.3,
    ...cells.map(({ text, width, style }) =>
      setIn(doc, style, size).heightOfString(text, { width: width - padding * 2 }),
    ),
  ) +
  padding * 2;

interface Line {
  readonly top: number;
  readonly height: number;
  readonly size: number;
  readonly fill?: string;
}

const drawRow = (doc: Doc, cells: readonly Cell[], line: Line): void => {
  const { top, height, size, fill } = line;
  const inner = height - padding * 2;
  for (const { text, x, width, align, style } of cells) {
    doc.rect(x, top, width, height).lineWidth(0.5);
    if (fill) doc.fillAndStroke(fill, ink);
    else doc.stroke(ink);
    const at = { width: width - padding * 2, align };
    const lines = setIn(doc, style, size).heightOfString(text, at);
    const middle = align === 'left' && !fill ? 0 : Math.max(0, (inner - lines) / 2);
    doc.text(text, x + padding, top + padding + middle, {
      ...at,
      height: inner + size,
      ellipsis: true,
    });
  }
  doc.x = doc.page.margins.left;
  doc.y = top;
};

const titleHeight = (doc: Doc, { columns, size }: RuledTable): number =>
  heightOf(doc, titleCells(doc, columns), size - 0.5);

const titleCells = (doc: Doc, columns: readonly Column[]): readonly Cell[] =>
  cellsOf(
    doc,
    columns,
    columns.map(({ title }) => title),
  ).map((cell) => ({ ...cell, align: 'center', style: 'bold' }));

/** Column titles; where some stand in a group, the others reach over both lines. */
const heading = (doc: Doc, table: RuledTable): void => {
  const size = table.size - 0.5;
  const low = titleHeight(doc, table);
  const groups = groupCells(doc, table.columns);
  const high = groups.length ? heightOf(doc, groups, size) : 0;
  // A title that would stand alone at the foot of a page goes with its rows.
  if (doc.y + high + low * 2 > pageEnd(doc)) doc.addPage();
  const top = doc.y;
  const titles = titleCells(doc, table.columns);
  const grouped = titles.filter((_, n) => table.columns[n]?.group !== undefined);
  const alone = titles.filter((_, n) => table.columns[n]?.group === undefined);
  drawRow(doc, alone, { top, height: high + low, size, fill: grey });
  drawRow(doc, groups, { top, height: high, size, fill: grey });
  drawRow(doc, grouped, { top: top + high, height: low, size, fill: grey });
  doc.y = top + high + low;
};

const groupCells = (doc: Doc, columns: readonly Column[]): readonly Cell[] => {
  const titles = titleCells(doc, columns);
  const cells = new Map<string, Cell>();
  columns.forEach(({ group }, n) => {
    const title = titles[n];
    if (group === undefined || !title) return;
    const known = cells.get(group);
    cells.set(group, {
      ...title,
      text: group,
      x: known?.x ?? title.x,
      width: (known?.width ?? 0) + title.width,
    });
  });
  return [...cells.values()];
};
