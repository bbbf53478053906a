import { beforeAll, describe, expect, it } from 'vitest';
import { scanPrint } from '#local/play/paper/printed-sheet.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import {
  announce,
  put,
  registered,
  settledScan,
  staff,
  type Upload,
} from '#test/support/journeys.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';
import { stackUrl } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

const sheetsPath = (dossierId: string, counted: Record<string, number>, more = ''): string => {
  const pages = Object.entries(counted).map(([id, count]) => `${id}:${count}`);
  return `/v1/dossiers/${dossierId}/cover-sheets.pdf?pages=${pages.join(',')}${more}`;
};

/** The sheets as the route prints them, run through a scanner. */
const scannedSheets = async (
  dossierId: string,
  counted: Record<string, number>,
): Promise<readonly Buffer[]> => {
  const answer = await fetch(`${stackUrl()}${sheetsPath(dossierId, counted)}`, {
    headers: { authorization: `Bearer ${who.clerk.token}` },
  });
  if (!answer.ok) throw new Error(await answer.text());
  const pdf = new Uint8Array(await answer.arrayBuffer());
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

interface RequestedBatch {
  readonly scanId: string;
  readonly uploads: readonly Upload[];
}

const none = Buffer.alloc(0);

const fileOf = (bytes: Uint8Array) => ({
  mediaType: 'image/jpeg',
  bytes: bytes.length,
  sha256: sha256Of(bytes),
});

const scannedAsPdf = async (dossierId: string, pages: readonly Buffer[]) => {
  const bytes = await pdfOfJpegs(pages);
  const change = { purpose: 'batch', mediaType: 'application/pdf' };
  const { body, status } = await announce(who.clerk, dossierId, bytes, change);
  if (status !== 201) throw new Error(JSON.stringify(body));
  expect((await put(body.upload, bytes)).ok).toBe(true);
  return settledScan(who.clerk, dossierId, body.scanId);
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
      findings: [],
      parts: [
        { component: first, from: 2, to: 3 },
        { component: second, from: 5, to: 5 },
      ],
    });
    const accepted = await who.clerk.post(`/v1/dossiers/${dossierId}/accept`, {});
    expect(accepted.status).toBe(200);
    const late = await who.clerk.get(sheetsPath(dossierId, counted));
    expect([late.status, late.body['code']]).toEqual([409, 'form-not-available']);
  });

  it('is told before the citizen leaves: a separator that the feeder swallowed, a component forgotten', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const [one = none, two = none] = await scannedSheets(dossierId, { [first]: 1, [second]: 1 });
    const [a = none, b = none] = await papers(9_111, 9_112);
    expect(await scannedAsPdf(dossierId, [one, a, b])).toMatchObject({
      state: 'rejected',
      why: 'sheet-count-mismatch:1:1/2',
    });
    expect(await scannedAsPdf(dossierId, [one, a])).toMatchObject({
      state: 'verified',
      findings: [`component-absent:${second}`],
    });
    const early = await who.clerk.post(`/v1/dossiers/${dossierId}/accept`, {});
    expect(early.body).toMatchObject({ code: 'component-unscanned', components: [second] });
    expect(await scannedAsPdf(dossierId, [two, b])).toMatchObject({ findings: [] });
  });

  it('may come as a file a page, and is filed once every page is verified', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const [one = none, two = none] = await scannedSheets(dossierId, { [first]: 2, [second]: 1 });
    const [a = none, b = none, c = none] = await papers(9_121, 9_122, 9_123);
    const files = [one, a, b, two, c];
    const path = `/v1/dossiers/${dossierId}/batches`;
    const asked = { files: files.map(fileOf) };
    const announced = await who.clerk.post<RequestedBatch>(path, asked, {
      key: `batch-${dossierId}`,
    });
    expect(announced.status).toBe(201);
    const { scanId, uploads } = announced.body;
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
      findings: [],
      parts: [
        { component: first, from: 2, to: 3 },
        { component: second, from: 5, to: 5 },
      ],
    });
    const again = await who.clerk.post<RequestedBatch>(path, asked, { key: `batch-${dossierId}` });
    expect(again.body.scanId).toBe(scanId);
    const opened = `/v1/dossiers/${dossierId}/scans/${scanId}/content`;
    expect((await who.clerk.get(opened)).body).toMatchObject({ code: 'page-unknown', pages: 5 });
    const page = await who.clerk.get(`${opened}?page=3`);
    const bytes = await fetch(page.headers.get('location') ?? '');
    expect(sha256Of(new Uint8Array(await bytes.arrayBuffer()))).toBe(sha256Of(b));
  });

  it('is rejected whole by one page that cannot be read, and the page is named', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const [one = none, two = none] = await scannedSheets(dossierId, { [first]: 1, [second]: 1 });
    const [a = none] = await papers(9_131);
    const files = [one, a, two, a.subarray(0, 4_000)];
    const path = `/v1/dossiers/${dossierId}/batches`;
    const { body } = await who.clerk.post<RequestedBatch>(path, { files: files.map(fileOf) });
    for (const [n, upload] of body.uploads.entries()) await put(upload, files[n] ?? none);
    expect(await settledScan(who.clerk, dossierId, body.scanId)).toMatchObject({
      state: 'rejected',
      why: 'unreadable:4',
    });
  });

  it('has a sheet for every component or none, and a reprint says so', async () => {
    const { dossierId, first, second } = await aRegisteredDossier();
    const short = await who.clerk.get(sheetsPath(dossierId, { [first]: 1 }));
    expect(short.body).toMatchObject({ code: 'pages-uncounted', components: [second] });
    const foreign = await who.clerk.get(sheetsPath(dossierId, { 'ho-khau': 1 }));
    expect(foreign.body['code']).toBe('component-unknown');
    const absurd = await who.clerk.get(sheetsPath(dossierId, { [first]: 999 }));
    expect(absurd.body['code']).toBe('request-invalid');
    const whole = { [first]: 1, [second]: 1 };
    const again = await who.clerk.get(sheetsPath(dossierId, whole, '&reprint=1'));
    expect([again.status, again.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const stranger = await who.otherClerk.get(sheetsPath(dossierId, whole));
    expect([stranger.status, stranger.body['code']]).toEqual([404, 'dossier-unknown']);
  });
});
