import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import { edgeHeaders } from '#plan/edge-headers.ts';
import type { HttpEvent } from './call.ts';

/** The address whose tries are counted together. */
export type ViewerAddress = (event: HttpEvent) => Promise<string>;

/** Whoever called the API itself: a caller, or CloudFront for all of its viewers. */
const callerOf = ({ requestContext }: HttpEvent): string => requestContext.http.sourceIp;

/** Of functions that count nothing by address. */
export const callersAddress: ViewerAddress = async (event) => tried(callerOf(event));

/**
 * Behind CloudFront every request comes from CloudFront, so what is limited by address would be shared by
 * the whole province. The viewer's address is believed where the shared secret stands beside it; anybody
 * else who sends such a header is counted by the address that he really called from.
 *
 * `secrets`: today's and, while it is being changed, the one before; asked only where a secret was sent.
 */
export const viewerAddress =
  (secrets: () => Promise<readonly string[]>): ViewerAddress =>
  async (event) => {
    const { [edgeHeaders.secret]: secret, [edgeHeaders.viewer]: viewer } = event.headers;
    if (secret === undefined || viewer === undefined || isIP(viewer) === 0)
      return tried(callerOf(event));
    const isEdge = (await secrets()).some((known) => isSame(known, secret));
    return tried(isEdge ? viewer : callerOf(event));
  };

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In the same time wherever they differ; hashed, because lengths must be equal. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

/** A line has 2^64 IPv6 addresses, so its /64 is what is counted. */
const tried = (address: string): string =>
  isIPv6(address) ? `${prefixOf(address)}::/64` : address;

/** `2001:db8::7` → `2001:db8:0:0` */
const prefixOf = (address: string): string => {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Math.max(0, 8 - groups(head).length - after.length);
  return [...groups(head), ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
