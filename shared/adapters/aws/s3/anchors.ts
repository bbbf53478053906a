import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Anchor } from '#domain/anchor/anchor.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Anchors } from '#ports/anchors.ts';

interface Deps {
  /** From `makeS3Client`. */
  readonly s3: S3Client;
  /** Object-locked; refuses every write that could overwrite. */
  readonly bucket: string;
}

const Stored = z.object({
  day: z.string().transform((day) => day as VietnamDay),
  count: z.int(),
  root: z.string(),
  previous: z.string(),
  hash: z.string(),
});

const folder = 'anchors/';
const anchorKey = (day: string): string => `${folder}${day}.json`;
const leavesKey = (day: string): string => `${folder}${day}.leaves`;
const dayOfKey = (key: string): string | undefined => /^anchors\/(.+)\.json$/.exec(key)?.[1];

/** The anchors as objects of the evidence bucket: written once, locked for five years. */
export const makeAnchors = (deps: Deps): Anchors => {
  const read = async (day: string): Promise<Anchor> =>
    Stored.parse(JSON.parse(await textOf(deps, anchorKey(day))));
  return {
    find: async (day) => {
      // Asked by list: without the right to list, S3 answers a missing key with "access denied".
      const [key] = await keysUnder(deps, anchorKey(day));
      return key === undefined ? undefined : read(day);
    },
    latest: async () => {
      const days = (await keysUnder(deps, folder)).flatMap((key) => dayOfKey(key) ?? []);
      const last = days.sort().at(-1);
      return last === undefined ? undefined : read(last);
    },
    leavesOf: async (day) => hashesIn(await textOf(deps, leavesKey(day))),
    keepLeaves: async (day, leaves) => {
      const isNew = await putOnce(deps, leavesKey(day), `${leaves.join('\n')}\n`, 'text/plain');
      return isNew ? leaves : hashesIn(await textOf(deps, leavesKey(day)));
    },
    keep: async (anchor) => {
      const text = JSON.stringify(anchor);
      const isNew = await putOnce(deps, anchorKey(anchor.day), text, 'application/json');
      if (!isNew && (await textOf(deps, anchorKey(anchor.day))) !== text)
        throw new Error(`another anchor stands for ${anchor.day}`);
    },
  };
};

const hashesIn = (text: string): readonly string[] => text.split('\n').filter(Boolean);

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
