import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { seconds } from '#domain/time/instant.ts';
import { makeWatchedInspector } from '#functions/scanning/adapters/watched/watched-inspector.ts';
import { bundleFunctions } from '#infra/function-sources.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import { jpegPage } from '#test/support/papers.ts';

describe('the thread that the bundle of verify-scan starts of itself', () => {
  let file: string;
  beforeAll(async () => {
    file = join((await bundleFunctions())('scanning/verify-scan'), 'main.mjs');
  });

  it('looks at a picture and a PDF, and makes their pictures', async () => {
    const { inspect } = makeWatchedInspector({
      start: () => new Worker(file),
      patience: seconds(20),
      memory: 2_000_000_000,
      keptBelow: 2_000_000_000,
    });
    const page = await jpegPage(1);
    const kept: number[] = [];
    const keep = ({ image }: { readonly image: Uint8Array }) => void kept.push(image.length);
    const looked = { ok: true, inspection: { pages: 1, findings: [] } };
    expect(await inspect(page, 'image/jpeg', keep)).toMatchObject(looked);
    expect(await inspect(await pdfOfJpegs([page]), 'application/pdf', keep)).toMatchObject(looked);
    expect(kept.filter((bytes) => bytes > 10_000)).toHaveLength(2);
  });
});
