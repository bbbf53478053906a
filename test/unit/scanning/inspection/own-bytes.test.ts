import { describe, expect, it } from 'vitest';
import { makeShowPages } from '#functions/scanning/adapters/pictures/show-pages.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import { jpegPage } from '#test/support/papers.ts';
import { engines } from './engines.ts';

/** Pages as a scanner sends them. */
const files = [
  ['image/jpeg', () => jpegPage(71)],
  ['application/pdf', async () => pdfOfJpegs([await jpegPage(72)])],
] as const;

/**
 * An engine's memory is shared between threads and written again for the next page: whoever still holds a
 * view of it then uploads another page's picture, or one that no longer has its hash.
 */
describe.each(files)('of a page of %s', (mediaType, file) => {
  it('previews are bytes of their own, in no engine’s memory', async () => {
    const kept: PagePreview[] = [];
    await makeScanInspector(engines).inspect(await file(), mediaType, (each) => kept.push(each));
    expect(kept).toHaveLength(1);
    for (const { image, thumbnail } of kept)
      for (const { buffer } of [image, thumbnail]) expect(buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('so is the picture that all findings are judged on', async () => {
    const show = makeShowPages(engines, { pixels: 60_000_000, memory: 512_000_000 });
    const shown = await show(await file(), mediaType);
    if (!shown.ok) throw new Error(shown.refusal);
    const { data } = await shown.file.at(1);
    expect(data.buffer).toBeInstanceOf(ArrayBuffer);
  });
});
