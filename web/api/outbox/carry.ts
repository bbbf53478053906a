import { type Client, makeClient } from '#api/client.ts';
import type { ProblemDetails } from '#api/problem-details.ts';
import type { Told } from '../ask.ts';
import type { Contracts } from '../contracts.ts';
import type { Act, Answer, Heard } from './act.ts';
import { carryInPouch } from './carry-in-pouch.ts';
import type { Carry } from './sender.ts';

/** Longer than a gateway waits for a function. */
const mostAnswerMs = 40_000;
/** A file of the largest size over a slow line. */
const mostUploadMs = 300_000;
const pollMs = 700;
/** After that it is asked again later, and other acts go first. */
const mostPolls = 40;

interface Way {
  readonly token: () => Promise<string | undefined>;
  readonly fetch: typeof fetch;
  /** The bytes of a page; undefined where they are gone. */
  readonly blob: (page: string) => Promise<Blob | undefined>;
}

/** `fetch` that gives up after a while: an answer that does not come is no answer. */
const within =
  (send: typeof fetch, ms: number): typeof fetch =>
  async (input, init) => {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), ms);
    try {
      return await send(input, { ...init, signal: over.signal });
    } finally {
      clearTimeout(timer);
    }
  };

const retryAfterOf = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
};

class SignedOut extends Error {}

/** The typed client, with the act's own bytes as they were written when it was done. */
const clientFor = ({ token, fetch: send }: Way, { by, body, kind }: Act) => {
  let retryAfterMs: number | undefined;
  const client = makeClient<Contracts>({
    url: '',
    capacity: by.role,
    token: async () => {
      const held = await token();
      if (held === undefined) throw new SignedOut();
      return held;
    },
    fetch: async (input, init) => {
      // Of a number that is packed the bytes are those of what it means, each time the same.
      const bytes = init?.body === undefined || kind === 'pack' ? {} : { body };
      const response = await within(send, mostAnswerMs)(input, { ...init, ...bytes });
      retryAfterMs = retryAfterOf(response);
      return response;
    },
  });
  return { client, retryAfter: () => retryAfterMs };
};

interface Sending {
  readonly way: Way;
  readonly act: Act;
  readonly client: Client<Contracts>;
  readonly dossierId: string;
  /** Keeps what is known of an act while it is under way. */
  readonly note: (answer: Answer) => Promise<void>;
  readonly refused: (problem: ProblemDetails) => Heard;
}

const { parse } = JSON;

const simple = async ({ act, client, dossierId, refused }: Sending): Promise<Heard> => {
  const params = { dossierId };
  const { key } = act;
  // The types are those of what was written down; the bytes are the act's own.
  const body = parse(act.body);
  switch (act.kind) {
    case 'enter': {
      const told = await client.call('POST /v1/back-entries', { body, key });
      return told.ok ? done({ dossierId: told.body.dossierId }) : refused(told.problem);
    }
    case 'open': {
      const told = await client.call('POST /v1/dossiers', { body, key });
      return told.ok ? done({ dossierId: told.body.dossierId }) : refused(told.problem);
    }
    case 'accept': {
      const told = await client.call('POST /v1/dossiers/{dossierId}/accept', { params, body, key });
      return told.ok ? done({ code: told.body.code }) : refused(told.problem);
    }
    default: {
      const told = await client.call('POST /v1/dossiers/{dossierId}/slip', { params, body, key });
      return told.ok ? done({ code: told.body.slip }) : refused(told.problem);
    }
  }
};

const done = (answer: Answer): Heard => ({ kind: 'done', answer });

type ScanTold = Told<'GET /v1/dossiers/{dossierId}/scans/{scanId}'>;

/** What became of a file, once it was looked at; undefined: it lies there, or has not come. */
const verdictOf = (scan: ScanTold): Heard | undefined => {
  const { scanId } = scan;
  if (scan.state === 'verified') return done({ scanId });
  if (scan.state === 'abandoned') return { kind: 'address-dead' };
  if (scan.state === 'quarantined') return undefined;
  const reasons = scan.remarks?.map(({ vi }) => vi) ?? [];
  return { kind: 'rejected', reasons, answer: { scanId } };
};

const look = async (
  { client, dossierId, refused }: Sending,
  scanId: string,
): Promise<Heard | undefined> => {
  const params = { dossierId, scanId };
  const told = await client.call('GET /v1/dossiers/{dossierId}/scans/{scanId}', { params });
  return told.ok ? verdictOf(told.body) : refused(told.problem);
};

const later = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pollMs);
  });

const awaitVerdict = async (sending: Sending, scanId: string): Promise<Heard> => {
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const verdict = await look(sending, scanId);
    if (verdict) return verdict;
    await later();
  }
  return { kind: 'under-way', answer: { scanId } };
};

/** The address takes exactly the announced bytes, once: that they are there already is as good. */
const upload = async (
  { way }: Sending,
  to: { readonly url: string; readonly method: string; readonly headers: Record<string, string> },
  blob: Blob,
): Promise<boolean> => {
  const { url, method, headers } = to;
  const sent = await within(way.fetch, mostUploadMs)(url, { method, headers, body: blob });
  return sent.ok || sent.status === 412;
};

/**
 * A file: announced with its hash, sent to its address, looked at. Announced before, it is asked for
 * first, and a repeated announcement gets a fresh address for the same scan.
 */
const scan = async (sending: Sending): Promise<Heard> => {
  const { way, act, client, dossierId, refused, note } = sending;
  const known = act.answer?.scanId;
  const before = known === undefined ? undefined : await look(sending, known);
  if (before) return before;
  const params = { dossierId };
  const body = parse(act.body);
  const told = await client.call('POST /v1/dossiers/{dossierId}/scans', {
    params,
    body,
    key: act.key,
  });
  if (!told.ok && told.problem.code === 'scan-address-dead')
    // Never known here, the address was never used; known, the file may lie there and is judged yet.
    return known === undefined
      ? { kind: 'address-dead' }
      : { kind: 'under-way', answer: { scanId: known } };
  if (!told.ok) return refused(told.problem);
  const { scanId, upload: to } = told.body;
  // Before the first byte of the file: nobody sends it a second time under another number.
  await note({ scanId });
  const blob = await way.blob(act.page ?? '');
  if (!blob) return { kind: 'rejected', reasons: [], answer: { scanId } };
  return (await upload(sending, to, blob)) ? awaitVerdict(sending, scanId) : { kind: 'no-answer' };
};

/** Sends acts as the person and in the capacity that they were done in. */
export const carryBy =
  (way: Way): Carry =>
  async (act, opened, note) => {
    const { client, retryAfter } = clientFor(way, act);
    const refused = (problem: ProblemDetails): Heard => {
      const retryAfterMs = retryAfter();
      return { kind: 'refused', problem, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    };
    const dossierId = opened?.dossierId ?? '';
    const sending: Sending = { way, act, client, dossierId, refused, note };
    try {
      if (act.pouch !== undefined) return await carryInPouch(sending, act.pouch);
      return await (act.kind === 'scan' ? scan(sending) : simple(sending));
    } catch (error) {
      return error instanceof SignedOut ? { kind: 'signed-out' } : { kind: 'no-answer' };
    }
  };
