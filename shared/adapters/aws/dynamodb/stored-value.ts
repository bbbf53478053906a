import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { marshalling } from './document.ts';

export const largestItem = 400 * 1024;

/**
 * What is read again after the write: without properties that are `undefined`, as a copy that nobody
 * shares. @throws as the document client does, for what a table cannot keep.
 */
export const asStored = <T extends object>(value: T): T =>
  unmarshall(marshall(value, marshalling)) as T;

/** Roughly as DynamoDB counts: names and values in UTF-8 bytes. Exact sizes matter to no use case. */
export const itemBytes = (item: object): number =>
  // A letter is three bytes at most: what cannot be too large need not be counted.
  JSON.stringify(item).length * 3 < largestItem ? 0 : bytesOf(marshall(item, marshalling));

const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + nameBytes(name) + bytesOf(each),
    0,
  );
};

/** `S`, `N`, `M` and their like are types, not names. */
const nameBytes = (name: string): number =>
  /^(S|N|M|L|B|BOOL|NULL)$/.test(name) ? 1 : Buffer.byteLength(name);
