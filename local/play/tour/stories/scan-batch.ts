import { randomInt } from 'node:crypto';
import { type Client, clientOf, type Told } from '#local/play/client.ts';
import { scanPrint } from '#local/play/paper/printed-sheet.ts';
import { blackAndWhite, darkCover, scanPage } from '#local/play/paper/scan-page.ts';
import { remarksIn, sha256Of } from '#local/play/scanner.ts';
import { writeArtefact } from '#local/play/tour/artefact.ts';
import { Disagreement, eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { findProcedure, register } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';
import { lease } from './supplement.ts';

type Batch = Told<'GET /v1/dossiers/{dossierId}/scans/{scanId}'>;

interface Counter extends Way {
  readonly clerk: Client;
  readonly dossierId: string;
  readonly components: readonly string[];
}

/** What clerk and department see of a batch whose faults are told while the citizen waits. */
export const scanBatch = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8493${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const counter = await atTheCounter(way);
  const sheets = await printSheets(counter);
  const papers = await drawPapers(counter);
  await swallowSeparator(counter, sheets, papers);
  await spoilPage(counter, sheets, papers);
  const whole = await scanAgain(counter, sheets, papers);
  await departmentOpens(counter, whole);
};

const atTheCounter = async (way: Way): Promise<Counter> => {
  const { url, narrator } = way;
  const clerk = await clientOf(url, 'lan.vithanh');
  return narrator.step(
    'Clerk Lan',
    'registers a dossier and counts its pages: two and one',
    async () => {
      const procedure = await findProcedure(url, narrator);
      const required = procedure.components.filter((component) => component.required);
      const { dossierId } = await register(clerk, way, procedure.code, required);
      return { ...way, clerk, dossierId, components: required.map(({ id }) => id) };
    },
  );
};

/** The first component has two pages, every other one. */
const pagesOf = (components: readonly string[]): string =>
  components.map((id, n) => `${id}:${n === 0 ? 2 : 1}`).join(',');

/** What the rules of digitisation ask for, and what duplicates are told apart at. */
const scanner = { skewDegrees: 0.6, noise: 0.04, dpi: 200 } as const;

const printSheets = ({ narrator, clerk, dossierId, components }: Counter) =>
  narrator.step('Clerk Lan', 'prints the cover sheets of this batch', async () => {
    const path = `/v1/dossiers/${dossierId}/cover-sheets.pdf`;
    const pdf = await clerk.bytes(`${path}?pages=${pagesOf(components)}`);
    narrator.sees(writeArtefact('cover-sheets.pdf', pdf));
    const sheets = await scanPrint(pdf, { seed: randomInt(1_000_000), ...scanner });
    narrator.agree('one sheet a component', sheets.length === components.length);
    return sheets.map(jpeg);
  });

interface Page {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg' | 'image/tiff';
}
type Pages = readonly Page[];

const jpeg = (bytes: Buffer): Page => ({ bytes, mediaType: 'image/jpeg' });

const drawPaper = (component: string, number: number): Promise<Buffer> =>
  scanPage({
    ...scanner,
    seed: randomInt(1_000_000),
    title: `Giấy tờ ${number}`,
    lines: [`Thành phần: ${component}`, 'Người nộp: Nguyễn Thị Ánh', `Số: ${randomInt(9_999)}`],
    format: 'jpeg',
  });

/** A certificate in its dark cover, its page in black and white (G4), and one page for each other component. */
const drawPapers = ({ narrator, components: [first = '', ...others] }: Counter) =>
  narrator.step('Clerk Lan', 'lays each sheet on its papers and feeds the scanner', async () => {
    const cover = jpeg(await darkCover({ ...scanner, seed: randomInt(1_000_000) }));
    const certificate = await blackAndWhite(await drawPaper(first, 1));
    const papers = await Promise.all(
      others.map(async (component, n) => [jpeg(await drawPaper(component, n + 2))]),
    );
    return [[cover, { bytes: certificate, mediaType: 'image/tiff' } as const], ...papers];
  });

const stacked = (sheets: Pages, papers: readonly Pages[]): Pages =>
  papers.flatMap((pages, n) => [...sheets.slice(n, n + 1), ...pages]);

/** Announces the pages, uploads each, and waits for the word on the whole. */
const bring = async ({ clerk, dossierId }: Counter, pages: Pages): Promise<Batch> => {
  const { scanId, uploads } = await clerk.call('POST /v1/dossiers/{dossierId}/batches', {
    params: { dossierId },
    body: {
      files: pages.map(({ bytes, mediaType }) => ({
        mediaType,
        bytes: bytes.length,
        sha256: sha256Of(bytes),
      })),
    },
  });
  await Promise.all(
    uploads.map(async ({ url, headers }, n) => {
      const body = new Blob([new Uint8Array(pages[n]?.bytes ?? [])]);
      const put = await fetch(url, { method: 'PUT', headers, body });
      if (!put.ok) throw new Disagreement(`page ${n + 1} refused: ${put.status}`);
    }),
  );
  return eventually(`verification of ${scanId}`, async () => {
    const batch = await clerk.call('GET /v1/dossiers/{dossierId}/scans/{scanId}', {
      params: { dossierId, scanId },
    });
    return batch.state === 'quarantined' ? undefined : batch;
  });
};

const swallowSeparator = (counter: Counter, sheets: Pages, papers: readonly Pages[]) =>
  counter.narrator.step('Clerk Lan', 'scans; the feeder swallows the second sheet', async () => {
    const { narrator } = counter;
    const batch = await bring(counter, stacked(sheets, papers).toSpliced(3, 1));
    narrator.sees(`${batch.state}: ${remarksIn(batch).join(' ')}`);
    narrator.agree(
      'nothing is filed: two pages were counted behind the first sheet, three lie there',
      batch.state === 'rejected' && remarksIn(batch).join() === 'sheet-count-mismatch:1:2/3',
    );
  });

const spoilPage = (counter: Counter, sheets: Pages, papers: readonly Pages[]) =>
  counter.narrator.step('Clerk Lan', 'scans again; one file arrives cut off', async () => {
    const { narrator } = counter;
    const pages = stacked(sheets, papers);
    const cut = jpeg(pages[1]?.bytes.subarray(0, 6_000) ?? Buffer.alloc(1));
    const batch = await bring(counter, pages.with(1, cut));
    narrator.sees(`${batch.state}: ${remarksIn(batch).join(' ')}`);
    narrator.agree('the page names itself', remarksIn(batch).join() === 'damaged-file:2');
  });

const scanAgain = (counter: Counter, sheets: Pages, papers: readonly Pages[]) =>
  counter.narrator.step('Clerk Lan', 'scans once more, whole, and accepts', async () => {
    const { narrator, clerk, dossierId } = counter;
    const batch = await bring(counter, stacked(sheets, papers));
    for (const { component, from, to } of batch.parts ?? [])
      narrator.sees(`${component}: pages ${from}–${to}`);
    for (const { code, page, vi, doVi } of batch.remarks ?? [])
      narrator.sees(`to look at: ${code} ${page ?? ''} ${vi} ${doVi}`);
    narrator.agree('every component is filed', batch.parts?.length === papers.length);
    narrator.agree('nothing is left to look at', batch.remarks?.length === 0);
    narrator.agree('it is a bản chụp', batch.legalKind === 'bản chụp');
    const accepted = await clerk.call('POST /v1/dossiers/{dossierId}/accept', {
      params: { dossierId },
      body: {},
    });
    narrator.sees(`mã hồ sơ ${accepted.code}`);
    return { ...accepted, batch };
  });

const departmentOpens = (
  { url, narrator, dossierId }: Counter,
  { batch, manifestHash, code, trackingSecret, agency }: Awaited<ReturnType<typeof scanAgain>>,
) =>
  narrator.step('Officer Hoa', 'opens the batch page by page and acknowledges it', async () => {
    const officer = await clientOf(url, 'hoa.nnmt');
    const at = { dossierId, code, trackingSecret, manifestHash, agencyId: agency.id, scans: [] };
    const leaseNo = await eventually('a lease', () => lease(officer, at).catch(() => undefined));
    const lines: string[] = [];
    for (const { page, sha256, bytes } of batch.files ?? []) {
      const path = `/v1/dossiers/${dossierId}/scans/${batch.scanId}/content?page=${page}`;
      const seen = await officer.bytes(path);
      narrator.agree(`page ${page}, byte for byte`, sha256Of(seen) === sha256);
      lines.push(`${batch.scanId}/${page} ${sha256Of(seen)} ${bytes}\n`);
    }
    await looksThrough(officer, { narrator, dossierId, batch });
    const hash = sha256Of(Buffer.from(lines.sort().join('')));
    narrator.agree('the hash of what she opened is the counter’s', hash === manifestHash);
    await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params: { dossierId },
      body: { leaseNo, manifestHash: hash },
    });
  });

/** Page by page as pictures, which are derived from the files that were just opened. */
const looksThrough = async (
  officer: Client,
  {
    narrator,
    dossierId,
    batch,
  }: Pick<Counter, 'narrator' | 'dossierId'> & { readonly batch: Batch },
): Promise<void> => {
  const { pages, items } = await officer.call('GET /v1/dossiers/{dossierId}/scans/{scanId}/pages', {
    params: { dossierId, scanId: batch.scanId },
  });
  narrator.agree('a picture for every page', pages === items.length);
  for (const { page, shows, links } of items) {
    const file = batch.files?.find((each) => each.page === page);
    narrator.agree(`picture ${page} says which file it shows`, shows.sha256 === file?.sha256);
    for (const url of links ? [links.image, links.thumbnail] : ['']) {
      const picture = Buffer.from(await (await fetch(url)).arrayBuffer());
      narrator.agree(`picture ${page} is a JPEG`, picture.readUInt16BE(0) === 0xff_d8);
    }
  }
};
