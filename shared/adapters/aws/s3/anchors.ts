import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Anchor } from '#domain/anchor/anchor.ts';
import { parseDay, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Anchors } from '#ports/anchors.ts';
import {
  type Anchored,
  anchorIn,
  anchorKey,
  folderOf,
  hashesIn,
  leavesKey,
} from './anchor-objects.ts';

interface Deps {
  /** From `makeS3Client`. */
  readonly s3: S3Client;
  /** Object-locked; refuses every write that could overwrite. */
  readonly bucket: string;
  /** Of events unless told. */
  readonly of?: Anchored;
}

/** The days among the keys of a folder that have one ending, in order. */
const daysOf = (
  keys: readonly string[],
  folder: string,
  ending: 'json' | 'leaves',
): readonly VietnamDay[] =>
  keys
    .filter((key) => key.startsWith(folder) && key.endsWith(`.${ending}`))
    .flatMap((key) => parseDay(key.slice(folder.length, -ending.length - 1)) ?? [])
    .sort();

/** The anchors as objects of the evidence bucket: written once, locked for five years. */
export const makeAnchors = (deps: Deps): Anchors => {
  const { of = 'events' } = deps;
  const folder = folderOf(of);
  const read = async (day: string): Promise<Anchor> =>
    anchorIn(await textOf(deps, anchorKey(day, of)));
  return {
    find: async (day) => {
      // Asked by list: without the right to list, S3 answers a missing key with "access denied".
      const [key] = await keysUnder(deps, anchorKey(day, of));
      return key === undefined ? undefined : read(day);
    },
    latest: async () => {
      const last = daysOf(await keysUnder(deps, folder), folder, 'json').at(-1);
      return last === undefined ? undefined : read(last);
    },
    days: async () => {
      const keys = await keysUnder(deps, folder);
      return { anchors: daysOf(keys, folder, 'json'), leaves: daysOf(keys, folder, 'leaves') };
    },
    leavesOf: async (day) => hashesIn(await textOf(deps, leavesKey(day, of))),
    keepLeaves: async (day, leaves) => {
      const isNew = await putOnce(deps, leavesKey(day, of), `${leaves.join('\n')}\n`, 'text/plain');
      return isNew ? leaves : hashesIn(await textOf(deps, leavesKey(day, of)));
    },
    keep: async (anchor) => {
      const text = JSON.stringify(anchor);
      const isNew = await putOnce(deps, anchorKey(anchor.day, of), text, 'application/json');
      if (!isNew && (await textOf(deps, anchorKey(anchor.day, of))) !== text)
        throw new Error(`another anchor stands for ${anchor.day}`);
    },
  };
};

const textOf = async ({ s3, bucket }: Deps, key: string): Promise<string> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (!Body) throw new Error('an object without a body');
  return Body.transformToString();
};

const keysUnder = async ({ s3, bucket }: Deps, prefix: string): Promise<readonly string[]> => {
  const keys: string[] = [];
  let next: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ...(next !== undefined && { ContinuationToken: next }),
      }),
    );
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.push(Key);
    next = page.NextContinuationToken;
  } while (next !== undefined);
  return keys;
};

/** False when the key is taken. */
const putOnce = async (
  { s3, bucket }: Deps,
  key: string,
  text: string,
  contentType: string,
): Promise<boolean> => {
  try {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: text,
        ContentType: contentType,
        ChecksumSHA256: createHash('sha256').update(text).digest('base64'),
        IfNoneMatch: '*',
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return false;
    throw error;
  }
};
