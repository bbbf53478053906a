import { beforeAll, describe, expect, it } from 'vitest';
import { acceptable } from '#domain/dossier/steps/accept.ts';
import { remarksIn } from '#local/play/scanner.ts';
import { blankSheet, coverSheet, pdfOfJpegs } from '#test/support/batches.ts';
import { aCounter } from '#test/support/counters.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { jpegPage } from '#test/support/papers.ts';

const components = ['don-de-nghi', 'ban-ve', 'giay-to'];

describe('a batch of three components from the document feeder', () => {
  let pages: readonly Buffer[];
  beforeAll(async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map((seed) => jpegPage(seed)));
    if (!first || !second || !third) throw new Error('three pages were drawn');
    pages = [
      await coverSheet(dossierId, 'don-de-nghi', 2),
      first,
      await blankSheet(),
      await coverSheet(dossierId, 'ban-ve', 2),
      second,
      second,
      await coverSheet(dossierId, 'giay-to', 1),
      third,
    ];
  });

  it('is filed by its cover sheets, its blank and its repeated page are told, and it may be accepted', async () => {
    const counter = await aCounter(components);
    expect(await counter.scan(await pdfOfJpegs(pages), { purpose: 'batch' })).toMatchObject({
      state: 'verified',
      purpose: 'batch',
      legalKind: 'bản chụp',
      pages: 8,
      remarks: [
        { code: 'blank-page', page: 3 },
        { code: 'duplicate-page', page: 6 },
      ],
      parts: [
        { component: 'don-de-nghi', from: 2, to: 3 },
        { component: 'ban-ve', from: 5, to: 6 },
        { component: 'giay-to', from: 8, to: 8 },
      ],
    });
    expect(acceptable(await counter.dossier(), monday9)).toMatchObject({ ok: true });
  });

  it('is not filed with a paper before its first sheet, and the dossier may not be accepted', async () => {
    const counter = await aCounter(components);
    const stray = await pdfOfJpegs([pages[1] ?? Buffer.alloc(0), ...pages]);
    expect(await counter.scan(stray, { purpose: 'batch' })).toMatchObject({
      state: 'rejected',
      remarks: [{ code: 'stray-page', page: 1 }],
    });
    expect(acceptable(await counter.dossier(), monday9)).toMatchObject({
      ok: false,
      refusal: { code: 'component-unscanned', components },
    });
  });

  it('may lack a component, which is then still to be scanned', async () => {
    const counter = await aCounter(components);
    const told = await counter.scan(await pdfOfJpegs(pages.slice(0, 6)), { purpose: 'batch' });
    expect(remarksIn(told)).toContain('component-absent:giay-to');
    expect(acceptable(await counter.dossier(), monday9)).toMatchObject({
      refusal: { code: 'component-unscanned', components: ['giay-to'] },
    });
  });

  it('needs no declared count: a plain scan may have one, and a page too few is told', async () => {
    const counter = await aCounter(components);
    const file = await pdfOfJpegs([pages[1] ?? Buffer.alloc(0)]);
    expect(await counter.scan(file, { component: 'ban-ve', pages: 2 })).toMatchObject({
      state: 'verified',
      remarks: [{ code: 'page-count-mismatch', about: '2/1' }],
    });
    expect(await counter.scan(file, { component: 'giay-to', pages: 1 })).toMatchObject({
      state: 'verified',
      remarks: [{ code: 'duplicate-file' }],
    });
  });
});
