import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import { percentEncode } from '#local/cloud/object-store/signing/canonical-request.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import type { ObjectVersion } from '#local/cloud/object-store/storage/object-version.ts';
import { document, element, optionalElement } from '#local/cloud/object-store/xml.ts';

interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  readonly encode: (text: string) => string;
}

const readListing = ({ query }: Call): Listing => {
  const maxKeys = query.get('max-keys') ?? '1000';
  const encoding = query.get('encoding-type');
  if (!/^\d{1,9}$/.test(maxKeys))
    throw new S3Error(
      'InvalidArgument',
      'Provided max-keys not an integer or within integer range',
    );
  if (encoding !== undefined && encoding !== 'url')
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(1000, Number(maxKeys)),
    encode: encoding ? (text) => percentEncode(text).replaceAll('%2F', '/') : (text) => text,
  };
};

/** The part of a key up to the delimiter behind the prefix: what stands for all keys below it. */
const commonPrefix = ({ prefix, delimiter }: Listing, key: string): string | undefined => {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
};

interface Page<T> {
  readonly entries: readonly T[];
  readonly prefixes: readonly string[];
  /** Where the next page begins. */
  readonly last: { readonly key: string; readonly entry?: T } | undefined;
  readonly truncated: boolean;
}

const paginate = <T>(
  listing: Listing,
  rows: readonly { readonly key: string; readonly entry: T }[],
): Page<T> => {
  const entries: T[] = [];
  const prefixes: string[] = [];
  let last: Page<T>['last'];
  for (const { key, entry } of rows) {
    const common = commonPrefix(listing, key);
    if (common !== undefined && common === prefixes.at(-1)) {
      last = { key, entry };
      continue;
    }
    if (entries.length + prefixes.length === listing.maxKeys)
      return { entries, prefixes, last, truncated: listing.maxKeys > 0 };
    if (common === undefined) entries.push(entry);
    else prefixes.push(common);
    last = { key, entry };
  }
  return { entries, prefixes, last, truncated: false };
};

const isAfter = (key: string, marker: string): boolean =>
  Buffer.compare(Buffer.from(key), Buffer.from(marker)) > 0;

const prefixElements = (listing: Listing, prefixes: readonly string[]): readonly string[] =>
  prefixes.map((prefix) => element('CommonPrefixes', [element('Prefix', listing.encode(prefix))]));

const objectElements = (listing: Listing, version: ObjectVersion): readonly string[] => [
  element('Key', listing.encode(version.key)),
  element('LastModified', new Date(version.lastModified).toISOString()),
  element('ETag', version.etag),
  element('Size', version.size),
  element('StorageClass', 'STANDARD'),
];

const tokenOf = (key: string): string => Buffer.from(key).toString('base64url');

export const listObjectsV2 = async (call: Call, bucket: Bucket): Promise<Answer> => {
  if (call.query.get('list-type') !== '2')
    throw new S3Error('InvalidArgument', 'Invalid List Type specified in Request');
  const listing = readListing(call);
  const token = call.query.get('continuation-token');
  const startAfter = call.query.get('start-after');
  const marker = token === undefined ? startAfter : Buffer.from(token, 'base64url').toString();
  const rows = bucket.index
    .keys(listing.prefix)
    .filter((key) => marker === undefined || isAfter(key, marker))
    .flatMap((key) => {
      const entry = bucket.index.versions(key)[0];
      return entry && !entry.deleteMarker ? [{ key, entry }] : [];
    });
  const page = paginate(listing, rows);
  return {
    status: 200,
    xml: document('ListBucketResult', [
      element('Name', bucket.spec.name),
      element('Prefix', listing.encode(listing.prefix)),
      optionalElement('Delimiter', listing.delimiter || undefined),
      optionalElement('StartAfter', startAfter && listing.encode(startAfter)),
      optionalElement('EncodingType', call.query.get('encoding-type')),
      optionalElement('ContinuationToken', token),
      element('MaxKeys', listing.maxKeys),
      element('KeyCount', page.entries.length + page.prefixes.length),
      element('IsTruncated', page.truncated),
      optionalElement(
        'NextContinuationToken',
        page.truncated && page.last ? tokenOf(page.last.key) : undefined,
      ),
      ...page.entries.map((entry) => element('Contents', objectElements(listing, entry))),
      ...prefixElements(listing, page.prefixes),
    ]),
  };
};

const versionRows = (
  bucket: Bucket,
  listing: Listing,
  keyMarker: string | undefined,
  versionMarker: string | undefined,
): readonly { key: string; entry: ObjectVersion }[] =>
  bucket.index.keys(listing.prefix).flatMap((key) => {
    const versions = bucket.index.versions(key).map((entry) => ({ key, entry }));
    if (keyMarker === undefined || isAfter(key, keyMarker)) return versions;
    if (key !== keyMarker || versionMarker === undefined) return [];
    const at = versions.findIndex(({ entry }) => entry.versionId === versionMarker);
    return at < 0 ? [] : versions.slice(at + 1);
  });

const versionElement = (bucket: Bucket, listing: Listing, version: ObjectVersion): string => {
  const latest = bucket.index.versions(version.key)[0]?.sequence === version.sequence;
  const identity = [element('VersionId', version.versionId), element('IsLatest', latest)];
  return version.deleteMarker
    ? element('DeleteMarker', [
        element('Key', listing.encode(version.key)),
        ...identity,
        element('LastModified', new Date(version.lastModified).toISOString()),
      ])
    : element('Version', [...objectElements(listing, version), ...identity]);
};

export const listObjectVersions = async (call: Call, bucket: Bucket): Promise<Answer> => {
  const listing = readListing(call);
  const keyMarker = call.query.get('key-marker');
  const versionMarker = call.query.get('version-id-marker');
  const page = paginate(listing, versionRows(bucket, listing, keyMarker, versionMarker));
  const next = page.truncated ? page.last : undefined;
  return {
    status: 200,
    xml: document('ListVersionsResult', [
      element('Name', bucket.spec.name),
      element('Prefix', listing.encode(listing.prefix)),
      element('KeyMarker', listing.encode(keyMarker ?? '')),
      element('VersionIdMarker', versionMarker ?? ''),
      optionalElement('Delimiter', listing.delimiter || undefined),
      optionalElement('EncodingType', call.query.get('encoding-type')),
      element('MaxKeys', listing.maxKeys),
      element('IsTruncated', page.truncated),
      optionalElement('NextKeyMarker', next && listing.encode(next.key)),
      optionalElement('NextVersionIdMarker', next?.entry?.versionId),
      ...page.entries.map((entry) => versionElement(bucket, listing, entry)),
      ...prefixElements(listing, page.prefixes),
    ]),
  };
};
