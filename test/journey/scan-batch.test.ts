import { beforeAll, describe, expect, it } from 'vitest';
import { scanPrint } from '#local/play/paper/printed-sheet.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import {
  announce,
  put,
  registered,
  type Staff,
  settledScan,
  staff,
} from '#test/support/journeys.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const coverSheets = 'GET /v1/dossiers/{dossierId}/cover-sheets.pdf';
const accept = 'POST /v1/dossiers/{dossierId}/accept';
const announceBatch = 'POST /v1/dossiers/{dossierId}/batches';
const open = 'GET /v1/dossiers/{dossierId}/scans/{scanId}/content';

const sheetsOf = (dossierId: string, counted: Record<string, number>) => {
  const pages = Object.entries(counted).map(([id, count]) => `${id}:${count}`);
  return { params: { dossierId }, query: { pages: pages.join(',') } };
};

/** The sheets as the route prints them, run through a scanner. */
const scannedSheets = async (
  dossierId: string,
  counted: Record<string, number>,
): Promise<readonly Buffer[]> => {
  const pdf = await who.clerk.call(coverSheets, sheetsOf(dossierId, counted));
  return scanPrint(pdf, { seed: 7, skewDegrees: 0.7, noise: 0.04, dpi: 150 });
};

const aRegisteredDossier = async () => {
  const { dossierId, registration } = await registered(who.clerk);
  const [first = '', second = '', ...others] = registration.components.map(({ id }) => id);
  if (others.length > 0) throw new Error('two components were expected');
  return { dossierId, first, second };
};

const papers = (...seeds: readonly number[]): Promise<Buffer[]> =>
  Promise.all(seeds.map((seed) => jpegPage(seed)));

const none = Buffer.alloc(0);

const fileOf = (bytes: Uint8Array) => ({
  mediaType: 'image/jpeg' as const,
  bytes: bytes.length,
  sha256: sha256Of(bytes),
});

const scannedAsPdf = async (dossierId: string, pages: readonly Buffer[]) => {
  const bytes = await pdfOfJpegs(pages);
  const change = { purpose: 'batch', mediaType: 'application/pdf' } as const;
  const { scanId, upload } = await announce(who.clerk, dossierId, bytes, change);
  expect((await put(upload, bytes)).ok).toBe(true);
  return settledScan(who.clerk, dossierId, scanId);
};

describe('a batch behind the cover sheets that the counter prints', () => {
  it('is filed by its components, with the pages that were counted, and the dossier is accepted', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const counted = { [first]: 2, [second]: 1 };
    const [one = none, two = none] = await scannedSheets(dossierId, counted);
    const [a = none, b = none, c = none] = await papers(9_101, 9_102, 9_103);
    expect(await scannedAsPdf(dossierId, [one, a, b, two, c])).toMatchObject({
      state: 'verified',
      legalKind: 'bản chụp',
      pages: 5,
      remarks: [],
      parts: [
        { component: first, from: 2, to: 3 },
        { component: second, from: 5, to: 5 },
      ],
    });
    await who.clerk.call(accept, { params: { dossierId }, body: {} });
    const late = await who.clerk.refused(409, coverSheets, sheetsOf(dossierId, counted));
    expect(late.code).toBe('form-not-available');
  });

  it('is told before the citizen leaves: a separator that the feeder swallowed, a component forgotten', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const [one = none, two = none] = await scannedSheets(dossierId, { [first]: 1, [second]: 1 });
    const [a = none, b = none] = await papers(9_111, 9_112);
    expect(await scannedAsPdf(dossierId, [one, a, b])).toMatchObject({
      state: 'rejected',
      remarks: [{ code: 'sheet-count-mismatch', page: 1, about: '1/2' }],
    });
    expect(await scannedAsPdf(dossierId, [one, a])).toMatchObject({
      state: 'verified',
      remarks: [{ code: 'component-absent', about: second }],
    });
    const early = await who.clerk.refused(409, accept, { params: { dossierId }, body: {} });
    expect(early).toMatchObject({ code: 'component-unscanned', components: [second] });
    expect(await scannedAsPdf(dossierId, [two, b])).toMatchObject({ remarks: [] });
  });

  it('may come as a file a page, and is filed once every page is verified', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const [one = none, two = none] = await scannedSheets(dossierId, { [first]: 2, [second]: 1 });
    const [a = none, b = none, c = none] = await papers(9_121, 9_122, 9_123);
    const files = [one, a, b, two, c];
    const batch = {
      params: { dossierId },
      body: { files: files.map(fileOf) },
      key: `batch-${dossierId}`,
    };
    const { scanId, uploads } = await who.clerk.call(announceBatch, batch);
    // From the last to the first, and one of them twice: the second PUT is refused by the store.
    for (const [n, bytes] of [...files.entries()].reverse()) {
      const upload = uploads[n];
      if (!upload) throw new Error('an upload for each page was expected');
      expect((await put(upload, bytes)).ok).toBe(true);
      if (n === 2) expect((await put(upload, bytes)).status).toBe(412);
    }
    expect(await settledScan(who.clerk, dossierId, scanId)).toMatchObject({
      state: 'verified',
      pages: 5,
      remarks: [],
      parts: [
        { component: first, from: 2, to: 3 },
        { component: second, from: 5, to: 5 },
      ],
    });
    expect((await who.clerk.call(announceBatch, batch)).scanId).toBe(scanId);
    const params = { dossierId, scanId };
    const unnamed = await who.clerk.attempt(open, { params });
    expect(unnamed).toMatchObject({ ok: false, problem: { code: 'page-unknown', pages: 5 } });
    const page = await who.clerk.call(open, { params, query: { page: 3 } });
    const bytes = await fetch(page.location);
    expect(sha256Of(new Uint8Array(await bytes.arrayBuffer()))).toBe(sha256Of(b));
  });

  it('is rejected whole by one page that cannot be read, and the page is named', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const [one = none, two = none] = await scannedSheets(dossierId, { [first]: 1, [second]: 1 });
    const [a = none] = await papers(9_131);
    const files = [one, a, two, a.subarray(0, 4_000)];
    const { scanId, uploads } = await who.clerk.call(announceBatch, {
      params: { dossierId },
      body: { files: files.map(fileOf) },
    });
    for (const [n, upload] of uploads.entries()) await put(upload, files[n] ?? none);
    expect(await settledScan(who.clerk, dossierId, scanId)).toMatchObject({
      state: 'rejected',
      remarks: [{ code: 'damaged-file', page: 4 }],
    });
  });

  it('has a sheet for every component or none, and a reprint says so', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const refused = async (counted: Record<string, number>) => {
      const answer = await who.clerk.attempt(coverSheets, sheetsOf(dossierId, counted));
      return answer.ok ? undefined : answer.problem;
    };
    const short = await refused({ [first]: 1 });
    expect(short).toMatchObject({ code: 'pages-uncounted', components: [second] });
    expect((await refused({ 'ho-khau': 1 }))?.code).toBe('component-unknown');
    expect((await refused({ [first]: 999 }))?.code).toBe('request-invalid');
    const whole = { [first]: 1, [second]: 1 };
    const once = await who.clerk.call(coverSheets, sheetsOf(dossierId, whole));
    const again = await who.clerk.call(coverSheets, sheetsOf(dossierId, whole));
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(false);
    const stranger = await who.otherClerk.refused(404, coverSheets, sheetsOf(dossierId, whole));
    expect(stranger.code).toBe('dossier-unknown');
  });
});
