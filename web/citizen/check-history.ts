import { canonical, GENESIS, linkText } from '#domain/dossier/chain.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import { instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Told } from '../api/ask.ts';
import { hex, sha256Of } from '../api/sha-256.ts';

export type History = Told<'GET /v1/track/history'>;
export type Anchor = Told<'GET /v1/anchors/{day}'>;
type Event = History['events'][number];

type Held<What extends string> =
  | { readonly what: What; readonly ok: true; readonly count: number }
  | { readonly what: What; readonly ok: false; readonly version: number };

/** What was checked, and how it came out; where it does not hold, at which version first. */
export type Finding =
  | Held<'chain'>
  | Held<'texts'>
  | {
      readonly what: 'anchor';
      readonly ok: boolean;
      readonly day: string;
      readonly version: number;
    }
  | { readonly what: 'rest'; readonly ok: boolean; readonly count: number };

const bytes = (text: string) => new TextEncoder().encode(text);

const sha256 = (text: string): Promise<string> => sha256Of(bytes(text));

const hmac = async (salt: string, text: string): Promise<string> => {
  const way = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes(salt), way, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, bytes(text)));
};

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** What is not shown has its place in the chain alone: what comes after it stands on its hash. */
const isHashed = async (event: Event, before: string): Promise<boolean> =>
  'withheld' in event
    ? isHash(event.hash)
    : event.hash === (await sha256(linkText(event as unknown as WrittenEvent, before)));

const checkChain = async ({ dossierId, events }: History): Promise<Finding> => {
  let last = GENESIS;
  for (const [n, event] of events.entries()) {
    const isInPlace =
      event.dossierId === dossierId && event.version === n + 1 && event.prevHash === last;
    if (!isInPlace || !(await isHashed(event, last)))
      return { what: 'chain', ok: false, version: n + 1 };
    last = event.hash;
  }
  return events.length === 0
    ? { what: 'chain', ok: false, version: 0 }
    : { what: 'chain', ok: true, count: events.length };
};

/** The seal at a place in a fact: `items.0.reason`. */
const sealAt = (fact: unknown, at: string): unknown =>
  [...at.split('.'), 'hmacSha256'].reduce<unknown>(
    (thing, member) => (Object(thing) === thing ? Reflect.get(Object(thing), member) : undefined),
    fact,
  );

const checkTexts = async ({ events }: History): Promise<Finding> => {
  let count = 0;
  for (const event of events) {
    if ('withheld' in event) continue;
    for (const { at, salt, text } of event.texts ?? []) {
      if (sealAt(event.fact, at) !== (await hmac(salt, text)))
        return { what: 'texts', ok: false, version: event.version };
      count += 1;
    }
  }
  return { what: 'texts', ok: true, count };
};

type Proof = NonNullable<History['proof']>;

/** The root that a leaf and its path lead to (RFC 9162, over hex texts). */
const rootFrom = async (leaf: string, path: Proof['path']): Promise<string> => {
  let hash = await sha256(`\u0000${leaf}`);
  for (const { side, hash: other } of path)
    hash = await sha256(`\u0001${side === 'left' ? other + hash : hash + other}`);
  return hash;
};

const dayIn = ({ recordedAt }: Pick<Event, 'recordedAt'>): string => dayOf(instant(recordedAt));

/** The anchor is the published one, is what its own hash says, and has the event in it. */
const checkAnchor = async (
  { events }: History,
  { version, path, anchor: spokenOf }: Proof,
  anchor: Anchor,
): Promise<Finding> => {
  const { day, count, root, previous } = anchor;
  const event = events[version - 1];
  const ok =
    anchor.hash === (await sha256(canonical({ day, count, root, previous }))) &&
    canonical(spokenOf) === canonical(anchor) &&
    event !== undefined &&
    dayIn(event) === day &&
    (await rootFrom(event.hash, path)) === root;
  return { what: 'anchor', ok, day, version };
};

/** Whatever was recorded on an anchored day is covered: nothing may be slipped in behind. */
const checkRest = ({ events }: History, { version }: Proof, { day }: Anchor): Finding => {
  const rest = events.slice(version);
  return { what: 'rest', ok: rest.every((event) => dayIn(event) > day), count: rest.length };
};

/**
 * Checks a history as `/verify-history.mjs` does, in the page: nobody has to be believed but the anchor,
 * of which others keep copies. Without an anchor there is one finding less, and nothing is proven.
 */
export const checkHistory = async (
  history: History,
  anchor: Anchor | undefined,
): Promise<readonly Finding[]> => {
  const findings = [await checkChain(history), await checkTexts(history)];
  const { proof } = history;
  if (!proof || !anchor) return findings;
  return [
    ...findings,
    await checkAnchor(history, proof, anchor),
    checkRest(history, proof, anchor),
  ];
};

export const verdictOf = (findings: readonly Finding[]): 'broken' | 'proven' | 'unproven' => {
  if (findings.some(({ ok }) => !ok)) return 'broken';
  return findings.some(({ what }) => what === 'anchor') ? 'proven' : 'unproven';
};
