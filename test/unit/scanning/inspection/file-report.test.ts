import { describe, expect, it } from 'vitest';
import { makeFileReport } from '#functions/scanning/adapters/page/file-report.ts';
import { type GrayPage, grayOf } from '#functions/scanning/adapters/page/gray.ts';
import { type Likeness, likenessOf } from '#functions/scanning/adapters/page/same-page.ts';
import { mulberry32 } from '#local/play/paper/grain.ts';

/** Blots in places of its own. */
const aPage = (seed: number): Likeness => {
  const die = mulberry32(seed);
  const [width, height] = [96, 96];
  const blots = Array.from({ length: 36 }, () => (die() < 0.5 ? 0 : 255));
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const n = Math.floor(at / 3);
    return blots[Math.floor(Math.floor(n / width) / 16) * 6 + Math.floor((n % width) / 16)] ?? 0;
  });
  return likenessOf(grayOf({ data, width, height }));
};

const reported = (likeness: Likeness) => ({
  findings: [],
  mark: { inspected: true, blank: false, codes: [] },
  likeness,
});

const aReport = () => {
  const back: Pick<GrayPage, 'drawn'>[] = [];
  const report = makeFileReport(
    { isNumbered: true, room: { giveBack: (page) => void back.push(page) } },
    undefined,
  );
  return { report, back };
};

describe('the memory of a page', () => {
  it('is given back when no later page is compared with it, the oldest first', () => {
    const { report, back } = aReport();
    const pages = Array.from({ length: 14 }, (_, n) => aPage(n + 1));
    for (const page of pages.slice(0, 12)) report.add(reported(page));
    expect(back).toEqual([]);
    for (const page of pages.slice(12)) report.add(reported(page));
    expect(report.findings).toEqual([]);
    expect(back).toEqual(pages.slice(0, 2));
  });

  it('is given back at once when the page was seen before, and that one is kept', () => {
    const { report, back } = aReport();
    const [first, again] = [aPage(1), aPage(1)];
    for (const page of [first, again]) report.add(reported(page));
    expect(report.findings).toEqual(['duplicate-page:2']);
    expect(back).toHaveLength(1);
    expect(back[0]).toBe(again);
  });
});
