import { beforeAll, describe, expect, it } from 'vitest';
import { scanPrint } from '#local/tour/paper/printed-sheet.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import { announce, put, registered, settledScan, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
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
    const [one, two] = await scannedSheets(dossierId, counted);
    if (!one || !two) throw new Error('two sheets were expected');
    const [a, b, c] = await papers(9_101, 9_102, 9_103);
    if (!a || !b || !c) throw new Error('three pages were drawn');
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
    const [one, two] = await scannedSheets(dossierId, { [first]: 1, [second]: 1 });
    if (!one || !two) throw new Error('two sheets were expected');
    const [a, b] = await papers(9_111, 9_112);
    if (!a || !b) throw new Error('two pages were drawn');
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
