import type { Heard } from './ask.ts';
import { heard, type Told } from './ask.ts';
import { sha256Of } from './sha-256.ts';
import type { Desk } from './staff.tsx';
import { upload } from './upload.ts';

type Scan = Told<'GET /v1/dossiers/{dossierId}/scans/{scanId}'>;
type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff' | 'image/webp';

const mediaTypes: readonly string[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
] satisfies readonly MediaType[];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Looked at within a minute, or somebody asks again. */
const looksAMinute = 60;

/**
 * Announces a file of a department, sends it to its address and waits until it was looked at; `verified`,
 * `rejected` with its reasons, or still `quarantined` after a minute.
 */
export const sendFile = async (
  { api }: Pick<Desk, 'api'>,
  { dossierId, file, key }: { dossierId: string; file: File; key: string },
): Promise<Heard<Scan>> => {
  const bytes = await file.arrayBuffer();
  const mediaType = (mediaTypes.includes(file.type) ? file.type : 'application/pdf') as MediaType;
  const announced = await heard(
    api.call('POST /v1/dossiers/{dossierId}/scans', {
      params: { dossierId },
      body: { mediaType, bytes: bytes.byteLength, sha256: await sha256Of(bytes) },
      key,
    }),
  );
  if (!announced.ok) return announced;
  const { scanId, upload: to } = announced.body;
  if (!(await upload(to, bytes))) return lineCut;
  return looked(() =>
    heard(
      api.call('GET /v1/dossiers/{dossierId}/scans/{scanId}', { params: { dossierId, scanId } }),
    ),
  );
};

const lineCut = { ok: false, trouble: { kind: 'no-answer' } } as const;

const looked = async (look: () => Promise<Heard<Scan>>): Promise<Heard<Scan>> => {
  let scan = await look();
  for (let n = 0; n < looksAMinute && scan.ok && scan.body.state === 'quarantined'; n++) {
    await pause(1_000);
    scan = await look();
  }
  return scan;
};

export interface OpenedFile {
  /** For showing and for saving; goes with the page. */
  readonly url: string;
  readonly bytes: number;
  /** Of what came, not of what was promised. */
  readonly sha256: string;
}

/** Fetches a file whole and reckons its hash. Undefined: no answer, or refused. */
export const openFile = async (
  { open }: Pick<Desk, 'open'>,
  path: string,
  mediaType: string,
): Promise<OpenedFile | undefined> => {
  const answer = await open(path).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const bytes = await answer.arrayBuffer().catch(() => undefined);
  if (!bytes) return undefined;
  // Of the kind that was looked at, whatever the answer says: a page of ours shows it.
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  return { url, bytes: bytes.byteLength, sha256: await sha256Of(bytes) };
};
