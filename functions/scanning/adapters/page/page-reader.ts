import type { PageFinding } from '#domain/scan/findings.ts';
import type { LoadWasm } from '#functions/scanning/adapters/pictures/webassembly.ts';
import type { PagePicture } from '#functions/scanning/ports/page-pictures.ts';
import type { PageMark } from '#functions/scanning/ports/scan-inspector.ts';
import { writeFingerprint } from './fingerprint.ts';
import { type GrayPage, grayOf, type Room } from './gray.ts';
import { flawsOf, isScanned } from './page-quality.ts';
import { type Likeness, likenessOf } from './same-page.ts';
import { makeSheetCodeReader, type SheetCode } from './sheet-code-reader.ts';
import { isUpsideDown } from './text-direction.ts';

export interface PageReport {
  /** Without a page number. */
  readonly findings: readonly PageFinding[];
  readonly mark: PageMark;
  /** Of a page whose repetition would be a mistake: neither blank nor a cover sheet. */
  readonly likeness?: Likeness;
}

/** A page that shows less than it should may have been anything, a cover sheet too. */
const damagedPage: PageReport = {
  findings: ['damaged-page'],
  mark: { inspected: false, blank: false, codes: [] },
};

/** What a page's picture says of it. */
export const makePageReader = (loadWasm: LoadWasm) => {
  const judge = makeJudge(makeSheetCodeReader(loadWasm));
  return async (picture: PagePicture, room: Room): Promise<PageReport> => {
    if (picture.damaged) return damagedPage;
    const page = grayOf(picture, room);
    const report = await judge(page, picture);
    if (!report.likeness) room.giveBack(page);
    return report;
  };
};

const makeJudge =
  (readCodes: ReturnType<typeof makeSheetCodeReader>) =>
  async (page: GrayPage, picture: PagePicture): Promise<PageReport> => {
    const flaws = flawsOf(page, picture);
    if (flaws.includes('blank-page'))
      return { findings: flaws, mark: { inspected: true, blank: true, codes: [] } };
    const codes = await readCodes(page.judged);
    if (codes.length > 0) return sheetReport(flaws, codes);
    const { isReversed } = picture;
    // Of letters that are drawn it is known which way they run; a scan may have some laid beneath it.
    const isKnown = !isScanned(picture) && isReversed !== undefined;
    // Smeared letters have no shapes that say it.
    const isShown = () => !flaws.includes('blurred-page') && isUpsideDown(page);
    return paperReport(
      [...flaws, ...upsideDown(isKnown ? isReversed : isShown())],
      likenessOf(page, { isScanned: isScanned(picture) }),
    );
  };

const upsideDown = (isReversed: boolean): readonly PageFinding[] =>
  isReversed ? ['upside-down-page'] : [];

const sheetReport = (flaws: readonly PageFinding[], codes: readonly SheetCode[]): PageReport => ({
  findings: [...flaws, ...upsideDown(codes.some((code) => code.isUpsideDown))],
  mark: { inspected: true, blank: false, codes: codes.map(({ text }) => text) },
});

const paperReport = (findings: readonly PageFinding[], likeness: Likeness): PageReport => ({
  findings,
  mark: {
    inspected: true,
    blank: false,
    codes: [],
    fingerprint: writeFingerprint(likeness.fingerprint),
  },
  likeness,
});
