import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { seconds } from '#domain/time/instant.ts';
import { makeWatchedInspector } from '#functions/scanning/adapters/watched/watched-inspector.ts';
import { oddities } from '#test/support/scan-corpus/oddities.ts';

const start = (): Worker =>
  new Worker(new URL('../../../support/scan-corpus/odd-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 32 },
    stderr: true,
  });

/** More than this process has so far, and less than the thread takes where it swells. */
const mostMemory = process.memoryUsage.rss() + 400_000_000;
const keptBelow = process.memoryUsage.rss() + 200_000_000;

const inspector = makeWatchedInspector({
  start,
  patience: seconds(1.5),
  memory: mostMemory,
  keptBelow,
});
const file = (what: keyof typeof oddities): Uint8Array => Uint8Array.of(oddities[what], 1, 2);
const inspect = (what: keyof typeof oddities) => inspector.inspect(file(what), 'image/png');
const looked = { ok: true, inspection: { pages: 3 } };

describe('a thread that looks at strangers’ files, watched from without', () => {
  it.each(['hangs', 'hoards', 'swells', 'dies'] as const)(
    'refuses the file at which it %s, and looks at the next',
    async (what) => {
      expect(await inspect(what)).toEqual({ ok: false, refusal: 'too-complex' });
      expect(await inspect('plain')).toMatchObject(looked);
    },
  );

  it('has patience with each page, not with all of them', async () => {
    const kept: number[] = [];
    const keep = ({ page }: { readonly page: number }) => void kept.push(page);
    expect(await inspector.inspect(file('dawdles'), 'image/png', keep)).toMatchObject(looked);
    expect(kept).toEqual([1, 2, 3]);
  });

  it('says a defect of ours as what it is: the message comes again', async () => {
    await expect(inspect('fails')).rejects.toThrow('a defect of ours');
    expect(await inspect('plain')).toMatchObject(looked);
  });

  it('goes on from where an earlier message ended', async () => {
    const from = { pages: 9, findings: [], marks: [], compared: [] };
    expect(await inspector.inspect(file('plain'), 'image/png', undefined, from)).toMatchObject({
      inspection: { pages: 9 },
    });
  });

  it('is kept for the next question, but not with the memory that a large file made it take', async () => {
    const served = async () => {
      const result = await inspect('counts');
      return result.ok && result.inspection.pages;
    };
    const before = await served();
    expect(await served()).toBe(Number(before) + 1);
    expect(await inspect('grows')).toMatchObject(looked);
    expect(await served()).toBe(1);
  });

  it('is asked one thing at a time', async () => {
    const both = await Promise.all([inspect('dies'), inspect('plain')]);
    expect(both).toMatchObject([{ refusal: 'too-complex' }, looked]);
  });

  const seen = [3, 4].map((page) => ({ page, fingerprint: '' }));

  it('has files read for it while it compares', async () => {
    const read = async (page: number) =>
      ({ bytes: Uint8Array.of(page + 10), mediaType: 'image/png' }) as const;
    expect(await inspector.findRepeated(seen, read)).toMatchObject({ repeated: [13, 14] });
  });

  it('leaves uncompared what it does not survive, and says a failed reading', async () => {
    const read = async () => ({ bytes: file('hangs'), mediaType: 'image/png' }) as const;
    expect(await inspector.findRepeated(seen, read)).toMatchObject({ unchecked: [3, 4] });
    const failing = async () => Promise.reject(new Error('not there'));
    await expect(inspector.findRepeated(seen, failing)).rejects.toThrow('not there');
  });
});
