import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import { previewKey, shownPage } from '#functions/scanning/application/page-previews.ts';
import { blankSheet, coverSheet, pdfOfJpegs } from '#test/support/batches.ts';
import { aCounter, clerk } from '#test/support/counters.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';

const stranger: Staff = { kind: 'staff', id: 'minh', role: 'clerk', office: 'bd-long-my' };

describe('the pictures of a scan’s pages', () => {
  let page: Buffer;
  let pdf: Buffer;
  beforeAll(async () => {
    page = await jpegPage(1);
    pdf = await pdfOfJpegs([page, await blankSheet()]);
  });

  it('are there for whoever may open the original, each with what it shows and what is wrong with it', async () => {
    const counter = await aCounter(['ban-ve']);
    const scan = await counter.scan(pdf, { component: 'ban-ve' });
    const scanId = scan.scanId as Parameters<typeof counter.line>[0];
    const ask = { actor: clerk, dossierId, scanId, from: 1, count: 20 };
    const listed = await counter.pages(ask);
    const shows = { sha256: sha256Of(pdf) };
    expect(listed).toMatchObject({
      ok: true,
      value: {
        pages: 2,
        items: [
          { page: 1, shows: { ...shows, page: 1 }, remarks: [] },
          { page: 2, shows: { ...shows, page: 2 }, remarks: [{ code: 'blank-page' }] },
        ],
      },
    });
    expect(await counter.pages({ ...ask, actor: stranger })).toMatchObject({
      refusal: { code: 'dossier-unknown' },
    });
    expect(await counter.pages({ ...ask, from: 3 })).toMatchObject({
      refusal: { code: 'page-unknown', pages: 2 },
    });
  });

  it('are small JPEGs of the page as a reader shows it', async () => {
    const counter = await aCounter(['ban-ve']);
    const { scanId } = await counter.scan(pdf, { component: 'ban-ve' });
    const { scans } = await counter.dossier();
    const scan = scans.find(({ id }) => id === scanId);
    if (!scan) throw new Error('no scan');
    const of = (size: 'image' | 'thumbnail') =>
      counter.previews.kept.get(previewKey(shownPage(dossierId, scan, 1), size));
    const [image, thumbnail] = [of('image'), of('thumbnail')];
    expect(image?.shows).toBe(sha256Of(pdf));
    expect(await sharp(image?.bytes).metadata()).toMatchObject({ format: 'jpeg', height: 1_403 });
    expect(await sharp(thumbnail?.bytes).metadata()).toMatchObject({ format: 'jpeg', height: 240 });
    expect(thumbnail?.bytes.length).toBeLessThan(20_000);
  });

  it('of a batch in files show each its own file, and go when the batch is not filed', async () => {
    const counter = await aCounter(['ban-ve']);
    const files = [await coverSheet(dossierId, 'ban-ve', 1), page];
    const filed = await counter.bring(files);
    for (const n of [1, 2]) await counter.verifyPage(filed, n);
    const listed = await counter.pages({
      actor: clerk,
      dossierId,
      scanId: filed,
      from: 2,
      count: 5,
    });
    expect(listed).toMatchObject({
      value: { pages: 2, items: [{ page: 2, shows: { sha256: sha256Of(page), page: 1 } }] },
    });
    const kept = counter.previews.kept.size;
    const stray = await counter.bring([page, ...files]);
    for (const n of [1, 2, 3]) await counter.verifyPage(stray, n);
    expect((await counter.line(stray)).state).toBe('rejected');
    expect(counter.previews.kept.size).toBe(kept);
  });

  it('that were never made leave the original to be opened', async () => {
    const counter = await aCounter(['ban-ve']);
    const { scanId } = await counter.scan(pdf, { component: 'ban-ve' });
    for (const key of [...counter.previews.kept.keys()]) await counter.previews.discard(key);
    const listed = await counter.pages({
      actor: clerk,
      dossierId,
      scanId: scanId as never,
      from: 1,
      count: 1,
    });
    expect(listed.ok && listed.value.items[0]?.links).toBeUndefined();
  });
});
