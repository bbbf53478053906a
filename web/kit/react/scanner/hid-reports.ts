/**
 * Reports of a scanner in HID-POS mode (HID Point of Sale Usage Tables 1.02, page 0x8C), as counters' makes send
 * them: length, AIM symbology identifier of three characters, up to 56 bytes of what was read, two bytes of the
 * maker's own, and whether more follows.
 */
export const scannedData = 0x02;

const at = { length: 0, data: 4, more: 62 } as const;
const mostBytes = 56;
/** No code of ours is longer; what is belongs to nobody. */
const mostText = 4_096;

/** What has come of a scan so far. */
export type Pieces = readonly Uint8Array[];

export interface HidStep {
  readonly pieces: Pieces;
  /** A scan that is whole. */
  readonly text?: string;
}

/** Bytes are UTF-8, and a letter may be cut between two reports: they are read when all are there. */
const textOf = (pieces: Pieces): string =>
  // Scanners may be set to end what they read as a line.
  new TextDecoder()
    .decode(Uint8Array.from(pieces.flatMap((piece) => [...piece])))
    .replace(/[\r\n]+$/, '');

/** One report more; a report that is none of a scan changes nothing. */
export const takeReport = (before: Pieces, reportId: number, report: Uint8Array): HidStep => {
  const length = report[at.length];
  if (reportId !== scannedData || length === undefined) return { pieces: before };
  const data = report.slice(at.data, at.data + Math.min(length, mostBytes));
  const pieces = [...before, data];
  if (pieces.length * mostBytes > mostText) return { pieces: [] };
  const isMore = ((report[at.more] ?? 0) & 1) === 1;
  if (isMore) return { pieces };
  const text = textOf(pieces);
  return text === '' ? { pieces: [] } : { pieces: [], text };
};

/** What a serial port has said and not ended yet. */
export interface SerialStep {
  readonly rest: Uint8Array<ArrayBuffer>;
  readonly texts: readonly string[];
}

const isEnd = (byte: number): boolean => byte === 10 || byte === 13;

/** Lines as they end, by CR, LF or both, wherever the port cuts its bytes. */
export const takeBytes = (before: Uint8Array, came: Uint8Array): SerialStep => {
  const bytes = Uint8Array.from([...before, ...came]);
  const last = bytes.findLastIndex(isEnd);
  const rest = bytes.slice(last + 1);
  const whole = new TextDecoder().decode(bytes.subarray(0, last + 1));
  return {
    rest: rest.length > mostText ? new Uint8Array() : rest,
    texts: whole.split(/[\r\n]+/).filter((text) => text !== ''),
  };
};
