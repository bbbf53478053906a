import type { LoadWasm, Pixels } from '#functions/scanning/adapters/image-decoders.ts';
import type { PageMark } from '#functions/scanning/ports/scan-inspector.ts';
import { writeFingerprint } from './fingerprint.ts';
import { type Gray, reduce, turned } from './gray.ts';
import { flawsOf } from './page-quality.ts';
import { isSamePage, type Likeness, likenessOf } from './same-page.ts';
import { makeSheetCodeReader, type SheetCode } from './sheet-code-reader.ts';
import { isUpsideDown } from './text-direction.ts';

export interface PageReport {
  /** Codes without a page number. */
  readonly findings: readonly string[];
  readonly mark: PageMark;
  /** Of a page whose repetition would be a mistake: neither blank nor a cover sheet. */
  readonly likeness?: Likeness;
}

export const unreadPage: PageReport = {
  findings: ['page-not-inspected'],
  mark: { inspected: false, blank: false, codes: [] },
};

/** What a scan's picture says of one page; `quarters`: how far a reader turns it before showing it. */
export const makePageReader = (loadWasm: LoadWasm) => {
  const readCodes = makeSheetCodeReader(loadWasm);
  return async (pixels: Pixels, quarters = 0): Promise<PageReport> => {
    const page = turned(reduce(pixels), quarters);
    const flaws = flawsOf(page, Math.max(pixels.width, pixels.height));
    if (flaws.includes('blank-page'))
      return { findings: flaws, mark: { inspected: true, blank: true, codes: [] } };
    const codes = await readCodes(page);
    return codes.length > 0 ? sheetReport(flaws, codes) : paperReport(flaws, page);
  };
};

const upsideDown = (isReversed: boolean): readonly string[] =>
  isReversed ? ['upside-down-page'] : [];

const sheetReport = (flaws: readonly string[], codes: readonly SheetCode[]): PageReport => ({
  findings: [...flaws, ...upsideDown(codes.some((code) => code.isUpsideDown))],
  mark: { inspected: true, blank: false, codes: codes.map(({ text }) => text) },
});

const paperReport = (flaws: readonly string[], page: Gray): PageReport => {
  const likeness = likenessOf(page);
  const fingerprint = writeFingerprint(likeness.fingerprint);
  return {
    findings: [...flaws, ...upsideDown(isUpsideDown(page))],
    mark: { inspected: true, blank: false, codes: [], fingerprint },
    likeness,
  };
};

/** Pages that a new one is compared with: time and memory stay bounded, whatever the file's length. */
export const remembered = 12;

/** Gathers pages one by one, so that the file's pictures are never in memory together. */
export const makeFileReport = () => {
  const findings: string[] = [];
  const marks: PageMark[] = [];
  const seen: Likeness[] = [];
  return {
    findings,
    marks,
    add: ({ findings: ofPage, mark, likeness }: PageReport): void => {
      marks.push(mark);
      findings.push(...ofPage.map((code) => `${code}:${marks.length}`));
      if (!likeness) return;
      if (seen.some((earlier) => isSamePage(earlier, likeness)))
        findings.push(`duplicate-page:${marks.length}`);
      else seen.push(likeness);
      if (seen.length > remembered) seen.shift();
    },
  };
};
