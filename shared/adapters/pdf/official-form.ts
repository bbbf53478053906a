import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import { barCode, qrCode } from './codes.ts';
import { copyColumns, copyRows } from './copy-counts.ts';
import { formTitle, letterhead } from './letterhead.ts';
import { draftMark, markPages, reprintMark } from './reprint-mark.ts';
import { ruledTable } from './ruled-table.ts';
import {
  type Doc,
  drawCode,
  field,
  inCopies,
  keepTogether,
  measure,
  setIn,
  signatureHeight,
  signatures,
} from './typesetting.ts';

/** A4 is read on a desk, A5 in the hand. */
const sizes = { A4: 10, A5: 8.5 } as const;

/** Heading, codes, blocks and signatures; each copy has pages of its own. */
export const drawOfficialForm = (doc: Doc, form: OfficialForm): void => {
  const first = doc.bufferedPageRange().count - 1;
  inCopies(
    doc,
    form.copies ?? [''],
    (copy) => drawCopy(doc, form, copy),
    (copy) => [form.source, form.barCode, copy].filter(Boolean).join('  ·  '),
  );
  if (form.isDraft) markPages(doc, first);
};

const drawCopy = (doc: Doc, form: OfficialForm, copy: string): void => {
  const size = sizes[form.paper];
  letterhead(doc, {
    agency: form.agency,
    ...(form.unit !== undefined && { unit: form.unit }),
    ...(form.number !== undefined && { number: `Số: ${form.number}` }),
    placeAndDate: form.placeAndDate,
    size: size - 1.5,
  });
  formTitle(doc, form.title.toUpperCase(), size + 3.5, form.subtitle ?? (copy || undefined));
  if (form.isDraft) draftMark(doc);
  if (form.reprint > 0) reprintMark(doc, form.reprint);
  codes(doc, form, size);
  const isCitizens = copy === (form.copies?.[0] ?? '');
  if (form.trackingSecret !== undefined)
    field(
      doc,
      'Mã tra cứu',
      isCitizens ? form.trackingSecret : 'chỉ ghi trên liên của người nộp',
      size,
    );
  const gap = size * 0.6;
  form.blocks.forEach((block, n) => {
    const isLast = n === form.blocks.length - 1;
    drawBlock(doc, block, size, isLast ? gap + signatureHeight(size) : 0);
  });
  doc.y += gap;
  signatures(doc, form.signers, size);
};

const codeHeight = 46;

const codes = (doc: Doc, { barCode: bars, qrCode: opens }: OfficialForm, size: number): void => {
  if (bars === undefined) return;
  const { left } = doc.page.margins;
  const top = doc.y;
  const beside = opens === undefined ? left : left + codeHeight + 8;
  const width = Math.min(260, measure(doc) - (beside - left));
  if (opens !== undefined)
    drawCode(doc, qrCode(opens), { x: left, y: top, width: codeHeight, height: codeHeight });
  drawCode(doc, barCode(bars), { x: beside, y: top + 2, width, height: 24 });
  setIn(doc, 'bold', size + 1).text(bars, beside, top + 29, { width, align: 'center' });
  doc.x = left;
  doc.y = top + codeHeight + 4;
};

const drawBlock = (doc: Doc, block: FormBlock, size: number, company: number): void => {
  if ('fields' in block) {
    for (const [label, value] of block.fields) field(doc, label, value, size);
    doc.y += 2;
  } else if ('text' in block) drawText(doc, block, size);
  else if ('papers' in block) drawPapers(doc, block.papers, size, company);
  else drawTable(doc, block, size, company);
};

const drawText = (
  doc: Doc,
  { text, style = 'regular' }: Extract<FormBlock, { readonly text: string }>,
  size: number,
): void => {
  doc.y += 2;
  const at = { width: measure(doc) };
  keepTogether(doc, setIn(doc, style, size).heightOfString(text, at));
  doc.text(text, doc.page.margins.left, doc.y, at);
};

type Papers = Extract<FormBlock, { readonly papers: unknown }>['papers'];

const drawPapers = (doc: Doc, papers: Papers, size: number, company: number): void => {
  const hasNotes = papers.some(({ note }) => note !== undefined);
  const countWidth = size * 4.4;
  const counts = copyColumns(countWidth);
  const rest = measure(doc) - 24 - countWidth * counts.length;
  const nameWidth = hasNotes ? rest * 0.55 : rest;
  ruledTable(doc, {
    columns: [
      { title: 'TT', width: 24, align: 'center' },
      { title: 'Tên thành phần hồ sơ', width: nameWidth },
      ...counts,
      ...(hasNotes ? [{ title: 'Nội dung', width: rest - nameWidth }] : []),
    ],
    rows: hasNotes ? notedRows(papers) : rowsOf(papers),
    size: size - 0.5,
    company,
  });
};

const rowsOf = (papers: Papers): readonly (readonly string[])[] =>
  copyRows(papers).map(([name, ...counts], n) => [`${n + 1}`, name, ...counts]);

/** A row for each paper: what is said of one is not said of its neighbour. */
const notedRows = (papers: Papers): readonly (readonly string[])[] =>
  papers.map((paper, n) => {
    const [[name = '', ...counts] = []] = copyRows([paper]);
    return [`${n + 1}`, name, ...counts, paper.note ?? ''];
  });

const drawTable = (
  doc: Doc,
  { columns, rows }: Extract<FormBlock, { readonly columns: unknown }>,
  size: number,
  company: number,
): void => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const unit = measure(doc) / whole;
  ruledTable(doc, {
    columns: columns.map(({ title, share }) => ({ title, width: share * unit })),
    rows,
    size: size - 0.5,
    company,
  });
};
