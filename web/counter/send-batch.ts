import { heard, type Told } from '../api/ask.ts';
import { sha256Of } from '../api/sha-256.ts';
import type { Desk } from '../api/staff.tsx';
import { upload } from '../api/upload.ts';
import { type Batch, pageTypeOf } from './batch.ts';
import { noAnswer, type ScanTold, type SendingEnd, sendScan, verdictOn } from './send-scan.ts';

type Pages = Extract<Batch<File>, { kind: 'pages' }>;
export type Fit = Exclude<Batch<File>, { kind: 'unfit' }>;

/** As of a single file; besides how many pages are there, or were looked at. */
export type BatchState =
  | SendingEnd
  | { readonly step: 'sending' | 'checking'; readonly of: number; readonly at: number };

export interface SendingBatch {
  readonly api: Desk['api'];
  readonly dossierId: string;
  readonly batch: Fit;
  /** One a batch: sent again, it is the same scan. */
  readonly key: string;
}

/** So many uploads at once: a counter's line is no data centre's. */
const abreastOf = 3;

const hashed = async (file: File) => ({
  mediaType: pageTypeOf(file) ?? 'image/jpeg',
  bytes: file.size,
  sha256: await sha256Of(await file.arrayBuffer()),
});

type Uploads = Told<'POST /v1/dossiers/{dossierId}/batches'>['uploads'];

/** Every page to its own address; false where one did not arrive. */
const uploadAll = async (
  uploads: Uploads,
  files: readonly File[],
  arrived: (count: number) => void,
): Promise<boolean> => {
  const left = files.flatMap((file, n) => {
    const ticket = uploads[n];
    return ticket ? [{ file, ticket }] : [];
  });
  let count = 0;
  const carry = async (): Promise<boolean> => {
    const next = left.shift();
    if (!next) return true;
    if (!(await upload(next.ticket, next.file))) return false;
    count += 1;
    arrived(count);
    return carry();
  };
  const ways = await Promise.all(Array.from({ length: abreastOf }, carry));
  return ways.every(Boolean);
};

const judgedIn = ({ files = [] }: ScanTold): number =>
  files.filter(({ isJudged }) => isJudged).length;

const sendPages = async (
  { api, dossierId, key }: SendingBatch,
  { files }: Pages,
  show: (state: BatchState) => void,
): Promise<BatchState> => {
  const of = files.length;
  show({ step: 'sending', at: 0, of });
  const announced = await heard(
    api.call('POST /v1/dossiers/{dossierId}/batches', {
      params: { dossierId },
      body: { files: await Promise.all(files.map(hashed)) },
      key,
    }),
  );
  if (!announced.ok) return { step: 'trouble', trouble: announced.trouble };
  const { uploads, scanId } = announced.body;
  if (!(await uploadAll(uploads, files, (at) => show({ step: 'sending', at, of }))))
    return noAnswer;
  show({ step: 'checking', at: 0, of });
  return verdictOn({ api, dossierId }, scanId, (scan) =>
    show({ step: 'checking', at: judgedIn(scan), of }),
  );
};

/** A batch behind its cover sheets: announced, uploaded, looked at, and filed by its components. */
export const sendBatch = async (
  sending: SendingBatch,
  show: (state: BatchState) => void,
): Promise<BatchState> => {
  const { batch } = sending;
  if (batch.kind === 'pages') return sendPages(sending, batch, show);
  const one = { ...sending, file: batch.file, about: { purpose: 'batch' } } as const;
  const ended = await sendScan(one, (state) => {
    if (state.step === 'sending' || state.step === 'checking')
      show({ step: state.step, at: 0, of: 1 });
  });
  return ended.step === 'done' || ended.step === 'trouble' ? ended : noAnswer;
};
