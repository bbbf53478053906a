import { fileTypeFromBuffer } from 'file-type';
import { type ScanMediaType, scanLimits } from '#domain/scan/scan.ts';
import {
  PageRefused,
  type Shown,
  type ShownFile,
  type ShowPages,
} from '#functions/scanning/ports/page-pictures.ts';
import type {
  InspectionRefusal,
  InspectionResult,
  ReadPage,
  ScanInspector,
} from '#functions/scanning/ports/scan-inspector.ts';
import { type Budget, makeBudget } from './budget.ts';
import { makeFileReport } from './page/file-report.ts';
import { makeFindRepeated } from './page/find-repeated.ts';
import { grayOf, makeRoom, type Room } from './page/gray.ts';
import { makePageReader } from './page/page-reader.ts';
import { type Likeness, likenessOf } from './page/same-page.ts';
import { type Engines, makeShowPages } from './pictures/show-pages.ts';
import { isAlsoAnotherType } from './polyglot.ts';
import { makePreviewOf } from './previews/make-preview.ts';

export interface InspectionLimits {
  readonly bytes: number;
  readonly pages: number;
  /** Of one picture. */
  readonly pixels: number;
  /** What drawing one PDF may take, in bytes. */
  readonly memory: number;
  /** For looking at pages, of one message; the page at which it is over is still looked at. */
  readonly milliseconds: number;
  /**
   * Of that, for pages of an earlier message with which new ones are compared. Large pictures take so long
   * that nothing would be left: then only the nearest are.
   */
  readonly recalling: number;
}

/** An A3 page at 400 dpi has 31 million pixels. */
const usualLimits: InspectionLimits = {
  bytes: scanLimits.bytes,
  pages: scanLimits.pages,
  pixels: 60_000_000,
  memory: 512_000_000,
  milliseconds: 8_000,
  recalling: 2_000,
};

const refused = (refusal: InspectionRefusal): InspectionResult => ({ ok: false, refusal });

interface Deps {
  readonly limits: InspectionLimits;
  readonly showPages: ShowPages;
  readonly readPage: ReturnType<typeof makePageReader>;
  readonly previewOf: ReturnType<typeof makePreviewOf>;
}

interface Gathering {
  readonly report: ReturnType<typeof makeFileReport>;
  readonly room: Room;
  readonly keep: Parameters<ScanInspector['inspect']>[2];
  readonly budget: Budget;
  /** Pages of an earlier message with which those that are left are compared. */
  readonly compared: readonly number[] | undefined;
}

/** Looks into uploaded files as a reader shows them; what it was told of them counts for nothing. */
export const makeScanInspector = (
  engines: Engines,
  limits: InspectionLimits = usualLimits,
): ScanInspector => {
  const showPages = makeShowPages(engines, limits);
  const readPage = makePageReader(engines.loadWasm);
  return {
    inspect: makeInspect({ limits, showPages, readPage, previewOf: makePreviewOf(engines.sharp) }),
    findRepeated: makeFindRepeated(makeLikenessIn(showPages), limits),
  };
};

const makeInspect =
  (deps: Deps): ScanInspector['inspect'] =>
  async (bytes, declared, keep, from) => {
    const budget = makeBudget(deps.limits.milliseconds);
    const shown = await open(deps, bytes, declared);
    if (!shown.ok) return shown;
    const { pages } = shown.file;
    const isNumbered = pages > 1 || declared === 'application/pdf';
    const room = makeRoom();
    const report = makeFileReport({ isNumbered, room }, from);
    const refusal = await look(deps, shown.file, {
      report,
      room,
      keep,
      budget,
      compared: from?.compared,
    });
    if (refusal) return refused(refusal);
    const { findings, marks } = report;
    const found = { pages, findings, marks };
    return marks.length < pages
      ? { ok: false, refusal: 'unfinished', soFar: { ...found, compared: report.compared() } }
      : { ok: true, inspection: { mediaType: declared, ...found } };
  };

const open = async (
  { showPages, limits }: Deps,
  bytes: Uint8Array,
  declared: ScanMediaType,
): Promise<Shown> => {
  const refusal = await refusalOfBytes(bytes, declared, limits);
  if (refusal) return { ok: false, refusal };
  const shown = await showPages(bytes, declared);
  if (!shown.ok) return shown;
  if (shown.file.pages < 1) return { ok: false, refusal: 'no-pages' };
  return shown.file.pages > limits.pages ? { ok: false, refusal: 'too-many-pages' } : shown;
};

/** What a page that was inspected before is compared by. */
const makeLikenessIn =
  (showPages: ShowPages) =>
  async ({ bytes, mediaType }: Awaited<ReturnType<ReadPage>>): Promise<Likeness | undefined> => {
    const shown = await showPages(bytes, mediaType);
    return shown.ok ? likenessOf(grayOf(await shown.file.at(1))) : undefined;
  };

/** What can be said before anything is opened. */
const refusalOfBytes = async (
  bytes: Uint8Array,
  declared: ScanMediaType,
  limits: InspectionLimits,
): Promise<InspectionRefusal | undefined> => {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > limits.bytes) return 'too-large';
  const found = await sniff(bytes);
  if (found?.startsWith('image/hei')) return 'photo-format';
  return found === declared && !isAlsoAnotherType(bytes, declared) ? undefined : 'type-mismatch';
};

/** One page at a time, until the time is over. */
const look = async (
  deps: Deps,
  file: ShownFile,
  gathering: Gathering,
): Promise<InspectionRefusal | undefined> => {
  try {
    await lookOn(deps, file, gathering);
    return undefined;
  } catch (error) {
    if (error instanceof PageRefused) return error.refusal;
    throw error;
  }
};

const lookOn = async (
  { readPage, previewOf, limits }: Deps,
  file: ShownFile,
  { report, room, keep, budget, compared = [] }: Gathering,
): Promise<void> => {
  const recalling = makeBudget(limits.recalling);
  for (const page of compared.toReversed()) {
    const { likeness } = await readPage(await file.at(page), room);
    if (likeness) report.recall(page, likeness);
    if (recalling.isSpent()) break;
  }
  while (report.marks.length < file.pages) {
    const picture = await file.at(report.marks.length + 1);
    report.add(await readPage(picture, room));
    keep?.(await previewOf(picture));
    if (budget.isSpent()) return;
  }
};

/** Readers take a PDF's header anywhere in the first kilobyte; a TIFF may say at its end what is in it. */
const headerReach = 1_024;

/** Enough for the magic numbers; the library would otherwise walk through the stranger's file. */
const sniffedBytes = 4_100;

const sniff = async (bytes: Uint8Array): Promise<string | undefined> => {
  const found = await fileTypeFromBuffer(bytes.subarray(0, sniffedBytes));
  if (found) return found.mime;
  const start = Buffer.from(bytes.subarray(0, headerReach)).toString('latin1');
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'image/tiff';
  return start.includes('%PDF-') ? 'application/pdf' : undefined;
};
