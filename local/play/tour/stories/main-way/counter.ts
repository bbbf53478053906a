import { type Client, clientOf, makeClient, type Sent, type Told } from '#local/play/client.ts';
import { scanPage, scanPdf } from '#local/play/paper/scan-page.ts';
import { type Paper, type Scanned, scan, sha256Of } from '#local/play/scanner.ts';
import { writeArtefact } from '#local/play/tour/artefact.ts';
import type { Way } from './way.ts';

export interface AtCounter {
  readonly dossierId: string;
  readonly code: string;
  readonly agencyId: string;
  readonly trackingSecret: string;
  readonly manifestHash: string;
  readonly scans: readonly Scanned[];
}

export type Procedure = Told<'GET /v1/procedures/{code}'>;

type Accepted = Told<'POST /v1/dossiers/{dossierId}/accept'>;

const landSearch = 'dat dai cap doi';

/** The counter: look up, count, scan, accept, print. `search` is what the clerk types. */
export const counter = async (
  way: Way,
  search = landSearch,
  told: Circumstances = {},
): Promise<AtCounter> => {
  const { url, narrator } = way;
  const clerk = await narrator.step('Clerk Lan', 'signs in at Bưu điện Vị Thanh', () =>
    clientOf(url, 'lan.vithanh'),
  );
  const procedure = await narrator.step('Clerk Lan', `finds the procedure: "${search}"`, () =>
    findProcedure(url, narrator, search),
  );
  const components = procedure.components.filter(({ required }) => required);
  const { dossierId } = await narrator.step(
    'Clerk Lan',
    'registers the dossier of Nguyễn Thị Ánh',
    () => register(clerk, way, procedure.code, components, told),
  );
  const scans = await narrator.step('Clerk Lan', 'scans the papers, page by page', () =>
    scanAll(clerk, way, dossierId, components),
  );
  const accepted = await narrator.step('Clerk Lan', 'accepts: code, appointment, route', () =>
    accept(clerk, way, dossierId, scans),
  );
  await narrator.step('Clerk Lan', 'prints the receipt (Mẫu 01)', async () => {
    const pdf = await clerk.bytes(`/v1/dossiers/${dossierId}/documents/receipt.pdf`);
    narrator.agree('a PDF', Buffer.from(pdf.subarray(0, 5)).toString() === '%PDF-');
    narrator.sees(`${writeArtefact('receipt.pdf', pdf)} (${Math.round(pdf.length / 1024)} KB)`);
  });
  const { code, agency, trackingSecret, manifestHash } = accepted;
  return { dossierId, code, agencyId: agency.id, trackingSecret, manifestHash, scans };
};

type Components = Procedure['components'];

/** What is told besides the papers. */
export type Circumstances = Partial<Sent<'POST /v1/dossiers'>>;

export const register = (
  clerk: Client,
  { phone }: Way,
  procedure: string,
  components: Components,
  told: Circumstances = {},
) =>
  clerk.call('POST /v1/dossiers', {
    body: {
      procedure,
      intakeMode: 'onestop',
      applicant: {
        name: 'Nguyễn Thị Ánh',
        personalNumber: '093190001234',
        phone: phone.replace('+84', '0'),
        address: 'Ấp 3, xã Vị Tân, TP Cần Thơ',
      },
      components: components.map(({ id, copyKind, count }) => ({ id, copyKind, count })),
      // Phí, lệ phí as the catalogue has them.
      fees: { postageVnd: 28_000 },
      ...told,
    },
  });

export const scanAll = async (
  clerk: Client,
  { narrator }: Way,
  dossierId: string,
  components: Components,
): Promise<readonly Scanned[]> => {
  const scanned: Scanned[] = [];
  for (const paper of await papersFor(components)) {
    const done = await scan(clerk, dossierId, paper);
    const size = `${Math.round(done.bytes.length / 1024)} KB`;
    narrator.sees(
      `${done.component}: ${done.mediaType}, ${done.pages} p., ${size}, ${done.sha256.slice(0, 12)}…`,
    );
    scanned.push(done);
  }
  return scanned;
};

const accept = async (
  clerk: Client,
  { narrator }: Way,
  dossierId: string,
  scans: readonly Scanned[],
): Promise<Accepted> => {
  const answer = await clerk.call('POST /v1/dossiers/{dossierId}/accept', {
    params: { dossierId },
    body: {},
  });
  narrator.sees(`mã hồ sơ ${answer.code} → ${answer.agency.name}`);
  for (const line of answer.explanation.vi) narrator.sees(`  ${line}`);
  narrator.agree(
    'the receipt’s manifest is the hash of what was scanned',
    answer.manifestHash === manifestOf(scans),
  );
  return answer;
};

export const findProcedure = async (
  url: string,
  narrator: Way['narrator'],
  search = landSearch,
): Promise<Procedure> => {
  const anyone = makeClient(url);
  const { items } = await anyone.call('GET /v1/procedures', { query: { q: search } });
  const [first] = items;
  narrator.agree('found without diacritics', first !== undefined);
  const procedure = await anyone.call('GET /v1/procedures/{code}', {
    params: { code: first?.code ?? '' },
  });
  narrator.sees(`${procedure.code} ${procedure.name}`);
  return procedure;
};

/** The first component as a two-page PDF, the others as single pages, JPEG and PNG in turn. */
const papersFor = (components: Procedure['components']): Promise<readonly Paper[]> =>
  Promise.all(
    components.map(async ({ id, name }, n): Promise<Paper> => {
      const page = {
        seed: n + 1,
        title: name,
        lines: [
          'Kính gửi: cơ quan có thẩm quyền',
          `Thành phần: ${name}`,
          'Người nộp: Nguyễn Thị Ánh',
        ],
        skewDegrees: n % 2 === 0 ? 0.8 : -1.1,
        noise: 0.04,
        dpi: 150,
      } as const;
      if (n === 0)
        return {
          component: id,
          mediaType: 'application/pdf',
          bytes: await scanPdf({ pages: [page, { ...page, seed: 99 }] }),
        };
      const format = n % 2 === 0 ? 'png' : 'jpeg';
      const mediaType = format === 'png' ? 'image/png' : 'image/jpeg';
      return { component: id, mediaType, bytes: await scanPage({ ...page, format }) };
    }),
  );

/** The manifest hash as anyone can compute it from the files in hand. */
export const manifestOf = (
  scans: readonly Pick<Scanned, 'scanId' | 'sha256' | 'bytes'>[],
): string =>
  sha256Of(
    Buffer.from(
      scans
        .map(({ scanId, sha256, bytes }) => `${scanId} ${sha256} ${bytes.length}\n`)
        .sort()
        .join(''),
    ),
  );
