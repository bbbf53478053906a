import { gunzipSync, gzipSync } from 'node:zlib';
import { asStored } from './stored-value.ts';

/** Letters of JSON from which a value is packed: most are far shorter, and readable in the table. */
const long = 64 * 1024;

/**
 * A value as its item holds it. A long one is gzipped JSON, a Binary in the place of the map: a pouch's
 * count repeats its manifest, and both repeat the ids of a few procedures, so what would pass an item's
 * 400 KB is a tenth of it. @throws as the document client does, for what a table cannot keep.
 */
export const packed = (value: object): object =>
  JSON.stringify(value).length < long ? value : gzipSync(JSON.stringify(asStored(value)));

/** What {@link packed} was given, as a table keeps it. */
export const unpacked = (attribute: unknown): unknown =>
  attribute instanceof Uint8Array ? JSON.parse(gunzipSync(attribute).toString('utf8')) : attribute;
