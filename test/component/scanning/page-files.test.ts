import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptable } from '#domain/dossier/steps/accept.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import { remarksIn } from '#local/play/scanner.ts';
import { blankSheet, coverSheet, pdfOfJpegs, upsideDown } from '#test/support/batches.ts';
import { aCounter, clerk } from '#test/support/counters.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';

const components = ['don-de-nghi', 'ban-ve', 'giay-to'];
const nothing = Buffer.alloc(0);
const inOrder = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => n + 1);

/** The pages of a batch, with a blank back, a page twice and a sheet upside down. */
let pages: readonly Buffer[];
beforeAll(async () => {
  const [first = nothing, second = nothing, third = nothing] = await Promise.all(
    [1, 2, 3].map((seed) => jpegPage(seed)),
  );
  pages = [
    await coverSheet(dossierId, 'don-de-nghi', 2),
    first,
    await blankSheet(),
    await coverSheet(dossierId, 'ban-ve', 2),
    second,
    second,
    await upsideDown(await coverSheet(dossierId, 'giay-to', 1)),
    third,
  ];
});

describe('a batch that the scanner wrote as a file a page', () => {
  it('ends with the same findings and parts as one PDF of the same pages', async () => {
    const [pdf, files] = [await aCounter(components), await aCounter(components)];
    const asPdf = await pdf.scan(await pdfOfJpegs(pages), { purpose: 'batch' });
    const scanId = await files.bring(pages);
    for (const page of inOrder(8)) await files.verifyPage(scanId, page);
    const asFiles = await files.line(scanId);
    expect(asFiles).toMatchObject({
      state: 'verified',
      legalKind: 'bản chụp',
      mediaType: 'multipart/mixed',
      pages: 8,
      remarks: [
        { code: 'blank-page', page: 3 },
        { code: 'duplicate-page', page: 6 },
        { code: 'upside-down-page', page: 7 },
      ],
    });
    expect([asFiles.remarks, asFiles.parts]).toEqual([asPdf.remarks, asPdf.parts]);
    expect(acceptable(await files.dossier(), monday9)).toMatchObject({ ok: true });
  });

  it('is verified when every page is, whatever order the messages come in', async () => {
    const counter = await aCounter(components);
    const scanId = await counter.bring(pages);
    for (const page of [8, 3, 1, 5, 5, 7, 2, 6])
      expect(await counter.verifyPage(scanId, page)).toEqual({ ok: true, value: 'page-judged' });
    const waiting = await counter.line(scanId);
    expect(waiting.state).toBe('quarantined');
    expect(waiting.files?.filter(({ isJudged }) => !isJudged).map(({ page }) => page)).toEqual([4]);
    expect(acceptable(await counter.dossier(), monday9)).toMatchObject({
      refusal: { code: 'scan-unverified' },
    });
    expect(await counter.verifyPage(scanId, 4)).toEqual({ ok: true, value: 'verified' });
    expect(await counter.verifyPage(scanId, 4)).toEqual({ ok: true, value: 'settled-before' });
    expect(remarksIn(await counter.line(scanId))).toContain('duplicate-page:6');
  });

  it('is settled once when its messages run side by side', async () => {
    const counter = await aCounter(components);
    const scanId = await counter.bring(pages);
    // One of them comes twice, as queues may deliver.
    const messages = [...inOrder(8), 2];
    const outcomes = await Promise.all(messages.map((page) => counter.verifyPage(scanId, page)));
    expect(outcomes).toContainEqual({ ok: true, value: 'verified' });
    const history = await counter.ledger.history(dossierId);
    expect(history.filter(({ fact }) => fact.type === 'page-judged')).toHaveLength(8);
    expect(history.filter(({ fact }) => fact.type === 'scan-verified')).toHaveLength(1);
  });

  it('goes on from a crash between the last page and the word on the whole', async () => {
    const counter = await aCounter(components);
    const scanId = await counter.bring(pages);
    for (const page of inOrder(7)) await counter.verifyPage(scanId, page);
    const { verifying } = counter;
    const promoted: string[] = [];
    const dying = makeVerifyPage({
      ...verifying,
      vault: {
        ...verifying.vault,
        promote: async (file) => {
          if (promoted.length === 3) throw new Error('out of time');
          promoted.push(file.key);
          return verifying.vault.promote(file);
        },
      },
    });
    await expect(dying({ dossierId, scanId, page: 8 })).rejects.toThrow('out of time');
    expect((await counter.line(scanId)).state).toBe('quarantined');
    expect(await counter.verifyPage(scanId, 8)).toEqual({ ok: true, value: 'verified' });
  });

  it('is rejected whole by a page that is none, which names itself, and nothing is kept', async () => {
    const counter = await aCounter(components);
    const broken = (pages[1] ?? nothing).subarray(0, 5_000);
    const text = Buffer.from('không phải ảnh');
    const files = [pages[0] ?? nothing, broken, ...pages.slice(2, 7), text];
    const scanId = await counter.bring(files);
    for (const page of inOrder(8)) await counter.verifyPage(scanId, page);
    const line = await counter.line(scanId);
    expect([line.state, ...remarksIn(line)]).toEqual([
      'rejected',
      'damaged-file:2',
      'type-mismatch:8',
    ]);
    const kept = await counter.vault.link({
      key: `${dossierId}/${scanId}/1`,
      fileName: 'x',
      contentType: 'image/jpeg',
      seconds: 60,
    });
    expect(counter.vault.open(kept)).toBeUndefined();
    expect(acceptable(await counter.dossier(), monday9)).toMatchObject({
      refusal: { code: 'component-unscanned', components },
    });
  });

  it.each([
    [
      'a separator was swallowed',
      (all: readonly Buffer[]) => all.toSpliced(3, 1),
      'sheet-count-mismatch:1:2/4',
    ],
    [
      'a paper lies before the first sheet',
      (all: readonly Buffer[]) => all.slice(1),
      'stray-page:1 stray-page:2',
    ],
  ] as const)('is not filed where %s', async (_, change, why) => {
    const counter = await aCounter(components);
    const files = change(pages);
    const scanId = await counter.bring(files);
    for (const page of inOrder(files.length)) await counter.verifyPage(scanId, page);
    const line = await counter.line(scanId);
    expect([line.state, remarksIn(line).join(' ')]).toEqual(['rejected', why]);
  });

  it('may mix JPEG and PNG, and a code of a stranger’s leaves no text in the history', async () => {
    const counter = await aCounter(components);
    const png = await sharp(pages[1]).png().toBuffer();
    const foreign = await coverSheet('Nguyễn Thị Ánh' as typeof dossierId, 'ban-ve', 1);
    const scanId = await counter.bring([pages[0] ?? nothing, png, foreign]);
    for (const page of inOrder(3)) await counter.verifyPage(scanId, page);
    expect(remarksIn(await counter.line(scanId))).toEqual([
      'foreign-page:3',
      'sheet-count-mismatch:1:2/1',
    ]);
    expect(JSON.stringify(await counter.ledger.history(dossierId))).not.toContain('Nguyễn');
  });

  it('is read page by page, and each page is a line of the manifest', async () => {
    const counter = await aCounter(components);
    const scanId = await counter.bring(pages);
    for (const page of inOrder(8)) await counter.verifyPage(scanId, page);
    const { scans } = await counter.dossier();
    const lines = pages.map(
      (bytes, n) => `${scanId}/${n + 1} ${sha256Of(bytes)} ${bytes.length}\n`,
    );
    expect(manifestText(scans)).toBe(lines.sort().join(''));
    const open = (page?: number) =>
      counter.open({ actor: clerk, dossierId, scanId, ...(page !== undefined && { page }) });
    const link = await open(5);
    if (!link.ok) throw new Error(link.refusal.code);
    expect(counter.vault.open(link.value.url)).toMatchObject({
      bytes: pages[4],
      contentType: 'image/jpeg',
      fileName: `ban-chup-batch-${scanId}-5.jpg`,
    });
    for (const page of [undefined, 9])
      expect(await open(page)).toMatchObject({ refusal: { code: 'page-unknown', pages: 8 } });
    const { scanId: single } = await counter.scan(await pdfOfJpegs(pages.slice(1, 2)), {
      component: 'ban-ve',
    });
    const ofSingle = { actor: clerk, dossierId, scanId: single as typeof scanId };
    expect(await counter.open(ofSingle)).toMatchObject({ ok: true });
    expect(await counter.open({ ...ofSingle, page: 1 })).toMatchObject({
      refusal: { code: 'page-unknown', pages: 1 },
    });
  });
});
