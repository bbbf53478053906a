import { heard, type Told, type Trouble } from '../api/ask.ts';
import { sha256Of } from '../api/sha-256.ts';
import type { Desk } from '../api/staff.tsx';
import { upload } from '../api/upload.ts';
import { mediaTypeOf, type Unfit } from './scan-file.ts';

export type ScanTold = Told<'GET /v1/dossiers/{dossierId}/scans/{scanId}'>;

/** Where a file is on its way: each step is shown, and each end says what to do. */
export type ScanState =
  | { readonly step: 'sending' | 'checking' }
  | { readonly step: 'done'; readonly scan: ScanTold }
  | { readonly step: 'unfit'; readonly why: Unfit }
  | { readonly step: 'trouble'; readonly trouble: Trouble };

/** Sent, or not: what came of it. */
export type SendingEnd = Extract<ScanState, { step: 'done' | 'trouble' }>;
export const noAnswer: SendingEnd = { step: 'trouble', trouble: { kind: 'no-answer' } };

const pauseMs = 700;
/** Longer than the largest file takes. */
const mostPolls = 170;

const later = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pauseMs);
  });

interface Sending {
  readonly api: Desk['api'];
  readonly dossierId: string;
  /** The one component that the file shows, or a batch behind cover sheets. */
  readonly about: { readonly component: string } | { readonly purpose: 'batch' };
  readonly file: File;
  /** One a file: sent again, it is the same scan. */
  readonly key: string;
}

/** Asks until the file was looked at; what is known meanwhile is told. */
export const verdictOn = async (
  { api, dossierId }: Pick<Sending, 'api' | 'dossierId'>,
  scanId: string,
  meanwhile: (scan: ScanTold) => void = () => undefined,
): Promise<SendingEnd> => {
  const params = { dossierId, scanId };
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const told = await heard<ScanTold>(
      api.call('GET /v1/dossiers/{dossierId}/scans/{scanId}', { params }),
    );
    if (!told.ok) return { step: 'trouble', trouble: told.trouble };
    if (told.body.state !== 'quarantined') return { step: 'done', scan: told.body };
    meanwhile(told.body);
    await later();
  }
  return noAnswer;
};

/** Hashed here, announced, uploaded, and looked at by the system: what came of it, with its findings. */
export const sendScan = async (
  sending: Sending,
  show: (state: ScanState) => void,
): Promise<ScanState> => {
  const { api, dossierId, about, file, key } = sending;
  show({ step: 'sending' });
  const mediaType = mediaTypeOf(file);
  if (!mediaType) return { step: 'unfit', why: 'media-type' };
  const sha256 = await sha256Of(await file.arrayBuffer());
  const body = { ...about, mediaType, bytes: file.size, sha256 };
  const announced = await heard(
    api.call('POST /v1/dossiers/{dossierId}/scans', { params: { dossierId }, body, key }),
  );
  if (!announced.ok) return { step: 'trouble', trouble: announced.trouble };
  if (!(await upload(announced.body.upload, file))) return noAnswer;
  show({ step: 'checking' });
  return verdictOn(sending, announced.body.scanId);
};
