import { constants, inflateSync } from 'node:zlib';
import { hasActions, plain } from './hidden-actions.ts';
import { isOutside } from './outside-streams.ts';

const delimiter = '(?![A-Za-z0-9_.-])';
const longNames = new RegExp(`/(?:JavaScript|Launch|RichMedia|SubmitForm|ImportData)${delimiter}`);
const allNames = new RegExp(
  `/(?:JS|XFA|JavaScript|Launch|RichMedia|SubmitForm|ImportData|GoToE)${delimiter}`,
);

/** What object streams unpack to, of one file together; those of a scanned dossier have some kilobytes. */
const mostUnpacked = 8_000_000;

/** Before `stream`, so far back at most, stands what kind of stream it is. */
const dictionaryReach = 50_000;

/** A dossier of 300 pages has some thousands. */
const mostStreams = 20_000;

export type Hidden = 'nothing' | 'active' | 'endless';

/**
 * Looks through the bytes as they stand: a reader that mends a file by reading it from top to bottom
 * finds objects where one that follows the cross-reference table finds none. In compressed data short
 * names occur by chance, so there only long ones count, and what stands behind the key of an action.
 */
export const findHidden = (file: Uint8Array): Hidden => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const text = bytes.toString('latin1');
  const names = plain(text);
  if (longNames.test(names) || hasActions(names)) return 'active';
  const left: Left = { named: mostUnpacked, sniffed: mostUnpacked };
  let seen = 0;
  for (const { start, before, dictionary } of streams(text)) {
    seen += 1;
    if (seen > mostStreams) return 'endless';
    if (before !== undefined && isOutside(before)) return 'active';
    const found = inStream(bytes.subarray(start), dictionary, left);
    if (found !== 'nothing') return found;
  }
  return 'nothing';
};

/** What may still be unpacked: of what says that it holds objects, and of what only looks like it. */
interface Left {
  named: number;
  sniffed: number;
}

interface StreamText {
  /** Where the data begins. */
  readonly start: number;
  /** What stands before it as it is; undefined where it is the end of one. */
  readonly before: string | undefined;
  readonly dictionary: string;
}

/** Everything that calls itself a stream, with what stands before it since the last one. */
const streams = function* (text: string): Generator<StreamText> {
  const keyword = /stream\r?\n/g;
  let from = 0;
  for (let found = keyword.exec(text); found; found = keyword.exec(text)) {
    const before = text.slice(Math.max(from, found.index - dictionaryReach), found.index);
    from = keyword.lastIndex;
    const dictionary = plain(before.slice(before.lastIndexOf('endobj') + 1));
    yield { start: from, before: before.endsWith('end') ? undefined : before, dictionary };
  }
};

const inStream = (data: Buffer, dictionary: string, left: Left): Hidden => {
  if (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary))
    // Some readers look for the filter elsewhere, or unpack it twice: what we do not read is not let in.
    return isUsuallyPacked(dictionary) ? inObjects(data, left, 'named') : 'active';
  if (left.sniffed <= 0 || !beginsLikeObjects(data)) return 'nothing';
  const found = inObjects(data, left, 'sniffed');
  // A page's own drawing may be long and begin with numbers too.
  return found === 'endless' ? 'nothing' : found;
};

const inObjects = (data: Buffer, left: Left, budget: keyof Left): Hidden => {
  const objects = unpacked(data, left[budget]);
  left[budget] -= objects?.length ?? left[budget];
  if (objects === undefined) return 'endless';
  const names = plain(objects.toString('latin1'));
  return allNames.test(names) || hasActions(names) ? 'active' : 'nothing';
};

/** Not packed, or by Flate alone; nothing of it by reference. */
const isUsuallyPacked = (dictionary: string): boolean => {
  const [, filter] =
    /\/(?:Filter|F)\b\s*(\[[^\]]{0,200}\]|\/\w+|[^/\s]\S{0,20})/.exec(dictionary) ?? [];
  const isUsual = filter === undefined || /^\[?\s*(?:\/(?:FlateDecode|Fl)\s*)?\]?$/.test(filter);
  return isUsual && !/\/Predictor\s*(?!1\b)\d/.test(dictionary);
};

/** An object stream begins with the numbers and places of its objects, whatever its dictionary says. */
const beginsLikeObjects = (data: Buffer): boolean => {
  if (!isZlib(data)) return false;
  try {
    const start = inflateSync(data.subarray(0, 1_024), { finishFlush: constants.Z_SYNC_FLUSH });
    return /^(?:\s|%[^\r\n]*[\r\n])*\d+\s+\d+\s/.test(start.toString('latin1', 0, 2_000));
  } catch {
    return false;
  }
};

/** The two bytes with which Flate's data begins (RFC 1950, 2.2). */
const isZlib = ([method = 0, flags = 0]: Buffer): boolean =>
  method % 16 === 8 && (method * 256 + flags) % 31 === 0;

/** Undefined when there is more than may be; what is not packed, or packed otherwise, is read as it stands. */
const unpacked = (data: Buffer, most: number): Buffer | undefined => {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    const near = data.subarray(0, most + 'endstream'.length);
    const end = near.indexOf('endstream');
    return end < 0 ? undefined : near.subarray(0, end);
  }
};
