import { beforeAll, describe, expect, it } from 'vitest';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { UploadTicket } from '#ports/scan-vault.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import { aCounter } from '#test/support/counters.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { jpegPage } from '#test/support/papers.ts';

let page: Buffer;
let pdf: Buffer;
beforeAll(async () => {
  page = await jpegPage(1);
  pdf = Buffer.from(await pdfOfJpegs([page]));
});

interface Leaked {
  readonly counter: Awaited<ReturnType<typeof aCounter>>;
  readonly scanId: ScanId;
  readonly ticket: UploadTicket | undefined;
  readonly bytes: Buffer;
  readonly settle: () => Promise<unknown>;
  readonly page?: number;
}

const oneFile = async (bytes: Buffer): Promise<Leaked> => {
  const counter = await aCounter(['don-de-nghi']);
  const [scanId, ticket] = await counter.announceFile(bytes, 'don-de-nghi');
  return { counter, scanId, ticket, bytes, settle: () => counter.verify(scanId) };
};

/** The address of the second page. */
const pageFiles = async (): Promise<Leaked> => {
  const counter = await aCounter(['don-de-nghi']);
  const files = [page, page];
  const [scanId, tickets] = await counter.announce(files);
  counter.put(tickets[0], page);
  const settle = async () => {
    await counter.verifyPage(scanId, 1);
    return counter.verifyPage(scanId, 2);
  };
  return { counter, scanId, ticket: tickets[1], bytes: page, settle, page: 2 };
};

describe('the address of an upload, once its file is settled', () => {
  it.each<readonly [what: string, state: string, make: () => Promise<Leaked>]>([
    ['verified', 'verified', () => oneFile(pdf)],
    ['rejected', 'rejected', () => oneFile(Buffer.from('không phải PDF'))],
    ['in a batch that is rejected', 'rejected', pageFiles],
  ])('%s, changes nothing and leaves nothing', async (_, state, make) => {
    const { counter, scanId, ticket, bytes, settle, page: of } = await make();
    counter.put(ticket, bytes);
    await settle();
    const seen = async () =>
      JSON.stringify([
        await counter.line(scanId),
        await counter.ledger.kept(dossierId),
        [...counter.previews.kept.keys()],
      ]);
    const before = await seen();
    expect((await counter.line(scanId)).state).toBe(state);
    expect(counter.put(ticket, bytes)).toBe(true);
    expect(await settle()).toEqual({ ok: true, value: 'settled-before' });
    expect(await seen()).toBe(before);
    expect(await counter.quarantined(scanId, of)).toBe(false);
  });

  it('takes no other bytes, settled or not', async () => {
    const { counter, ticket, settle } = await oneFile(pdf);
    const others = Buffer.concat([pdf.subarray(0, -1), Buffer.from('!')]);
    expect(counter.put(ticket, others)).toBe(false);
    expect(counter.put(ticket, pdf)).toBe(true);
    await settle();
    expect(counter.put(ticket, others)).toBe(false);
  });
});
