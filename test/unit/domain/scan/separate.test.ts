import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverSheetPayload } from '#adapters/pdf/cover-sheets.ts';
import { parseCoverSheet } from '#domain/scan/cover-sheet.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { BatchPage } from '#domain/scan/scan.ts';
import { papersShown, type Scan } from '#domain/scan/scan.ts';
import { judgeBatch, separate, uncountedBlanks } from '#domain/scan/separate.ts';
import { aScan, dossierId, monday9 } from '#test/support/dossiers.ts';

const expected = { dossierId, components: ['don-de-nghi', 'ban-ve', 'giay-to'] };

const paper: BatchPage = { inspected: true, blank: false, codes: [] };
const blank: BatchPage = { inspected: true, blank: true, codes: [] };
const unseen: BatchPage = { inspected: false, blank: false, codes: [] };
const bearing = (...codes: readonly string[]): BatchPage => ({ ...paper, codes });
const sheet = (component: string, pages: number, dossier: string = dossierId): BatchPage =>
  bearing(`PC1|${dossier}|${component}|${pages}`);

const judged = (...pages: readonly BatchPage[]) => judgeBatch(separate(pages, expected));

describe('a batch behind cover sheets', () => {
  it('is separated into its components, without the sheets', () => {
    expect(
      judged(
        sheet('don-de-nghi', 2),
        paper,
        paper,
        sheet('ban-ve', 1),
        paper,
        sheet('giay-to', 1),
        paper,
      ),
    ).toEqual({
      ok: true,
      parts: [
        { component: 'don-de-nghi', from: 2, to: 3 },
        { component: 'ban-ve', from: 5, to: 5 },
        { component: 'giay-to', from: 7, to: 7 },
      ],
    });
  });

  it('may hold blank backs, counted or not', () => {
    expect(judged(sheet('ban-ve', 2), paper, blank, paper, blank)).toMatchObject({ ok: true });
    expect(judged(sheet('ban-ve', 4), paper, blank, paper, blank)).toMatchObject({ ok: true });
  });

  it.each([
    ['blanks that nobody counted', [sheet('ban-ve', 2), paper, blank, paper], ['1:2/3']],
    ['blanks that were counted', [sheet('ban-ve', 3), paper, blank, paper], []],
    ['no blank', [sheet('ban-ve', 1), paper], []],
    ['a count that agrees neither way', [sheet('ban-ve', 4), paper, blank], []],
  ] as const)('says where only the count without blank pages agrees: %s', (_, pages, told) => {
    expect(uncountedBlanks(separate(pages, expected))).toEqual(
      told.map((where) => `blank-pages-uncounted:${where}`),
    );
  });

  it.each([
    ['papers before the first sheet', [paper, sheet('ban-ve', 1), paper], 'stray-page:1'],
    [
      "another dossier's sheet and what lies behind it",
      [sheet('ban-ve', 1), paper, sheet('ban-ve', 1, 'X'.repeat(26)), paper],
      'foreign-page:3 foreign-page:4',
    ],
    [
      'a component that this dossier does not have',
      [sheet('ban-do', 1), paper],
      'unknown-component-page:1 unknown-component-page:2 no-cover-sheet',
    ],
    [
      'two codes on one page',
      [bearing(`PC1|${dossierId}|ban-ve|1`, `PC1|${dossierId}|giay-to|1`)],
      'foreign-page:1 no-cover-sheet',
    ],
    ['a page too few', [sheet('ban-ve', 2), paper], 'sheet-count-mismatch:1:2/1'],
    [
      'a sheet whose code was not read: only the count shows it',
      [sheet('ban-ve', 1), paper, paper, paper],
      'sheet-count-mismatch:1:1/3',
    ],
    ['a sheet with nothing behind it', [sheet('ban-ve', 1)], 'sheet-count-mismatch:1:1/0'],
    ['a page that nobody could look at', [sheet('ban-ve', 1), paper, unseen], 'uncertain-page:3'],
    ['nothing', [], 'no-cover-sheet'],
  ] as const)('is not filed when it holds %s', (_, pages, why) => {
    expect(judged(...pages)).toEqual({ ok: false, why });
  });

  it('puts every page in exactly one place, whatever lies on the glass', () => {
    const anyPage = fc.oneof(
      fc.constantFrom(paper, blank, unseen, sheet('ban-do', 1), bearing('PC1|'), bearing('a', 'b')),
      fc
        .tuple(fc.constantFrom(...expected.components), fc.integer({ min: 1, max: 9 }))
        .map(([component, pages]) => sheet(component, pages)),
      fc.constant(sheet('ban-ve', 1, 'X'.repeat(26))),
    );
    fc.assert(
      fc.property(fc.array(anyPage), (pages) => {
        const found = separate(pages, expected);
        const places = [
          ...found.strays,
          ...found.foreign,
          ...found.unknown,
          ...found.uncertain,
          ...found.parts.flatMap(({ sheet: own, from, to }) => [
            own,
            ...Array.from({ length: to - from + 1 }, (_, n) => from + n),
          ]),
        ];
        expect(places.toSorted((a, b) => a - b)).toEqual(pages.map((_, n) => n + 1));
      }),
    );
  });
});

describe('the code of a cover sheet', () => {
  it('is read as it was printed', () => {
    const printed = { id: 'ban-ve', name: '', copyKind: 'bản chính', count: 1, pages: 12 } as const;
    expect(parseCoverSheet(coverSheetPayload(dossierId, printed))).toEqual({
      dossierId,
      component: 'ban-ve',
      pages: 12,
    });
  });

  it.each(['PC1|a|b', 'PC1|a|b|0', 'PC1|a|b|-1', 'PC1|a|b|1|2', 'PC2|a|b|1', 'https://x'])(
    'is no other text: %s',
    (text) => expect(parseCoverSheet(text)).toBeUndefined(),
  );
});

describe('a verified batch', () => {
  const { component: _, ...bare } = aScan({ purpose: 'batch' });
  const scan: Scan = {
    ...bare,
    state: 'verified',
    requestedAt: monday9,
    verifiedAt: monday9,
    pages: 4,
    findings: [],
    parts: [
      { component: 'don-de-nghi', from: 2, to: 2 },
      { component: 'ban-ve', from: 4, to: 4 },
    ],
  };

  it('shows each of its components with its own pages', () => {
    expect(papersShown([scan])).toEqual([
      { component: 'don-de-nghi', pages: 1, sha256: scan.sha256 },
      { component: 'ban-ve', pages: 1, sha256: scan.sha256 },
    ]);
  });

  it('is one line of the manifest: the department opens one file', () => {
    expect(manifestText([scan])).toBe(`${scan.id} ${scan.sha256} ${scan.bytes}\n`);
  });
});
