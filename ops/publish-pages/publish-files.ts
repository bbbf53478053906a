import { globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type BucketAddress, makeObjects, unforeseen } from '#adapters/aws/s3/objects.ts';
import { contentTypeOf } from '#local/cloud/edge/content-type.ts';
import { assetsAt, shellWorkerAt } from '#plan/web-places.ts';

/** Of the files of a build, by their keys. */
export interface Published {
  readonly put: readonly string[];
  /** Files whose names change with their content, and which were there. */
  readonly kept: readonly string[];
}

const assets = `${assetsAt.slice(1)}/`;
const worker = shellWorkerAt.slice(1);
const rank = (key: string): number => {
  if (key.startsWith(assets)) return 0;
  return key === worker ? 2 : 1;
};

/** What a page names goes before the page, and the worker, which keeps both, comes last. */
export const inOrder = (keys: readonly string[]): readonly string[] =>
  keys.toSorted((one, other) => rank(one) - rank(other) || one.localeCompare(other));

/**
 * Puts a build of the pages where CloudFront reads them. Nothing is taken away: who has a page of
 * yesterday open still fetches its parts by their old names.
 * @throws Error where S3 answers otherwise than expected; what was put until then harms nobody
 */
export const publishFiles = async (folder: string, bucket: BucketAddress): Promise<Published> => {
  const objects = makeObjects(bucket);
  const put = async (key: string): Promise<void> => {
    const headers = { 'content-type': contentTypeOf(extname(key)) };
    const body = readFileSync(join(folder, key));
    const answer = await objects.send(key, { method: 'PUT', headers, body });
    if (!answer.ok) throw await unforeseen(key, answer);
  };
  const isThere = async (key: string): Promise<boolean> => {
    const answer = await objects.send(key, { method: 'HEAD' });
    if (answer.ok || answer.status === 404) return answer.ok;
    throw await unforeseen(key, answer);
  };
  const done = { put: [] as string[], kept: [] as string[] };
  for (const key of inOrder(filesIn(folder))) {
    const isKept = key.startsWith(assets) && (await isThere(key));
    if (!isKept) await put(key);
    done[isKept ? 'kept' : 'put'].push(key);
  }
  return done;
};

const filesIn = (folder: string): readonly string[] =>
  globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
