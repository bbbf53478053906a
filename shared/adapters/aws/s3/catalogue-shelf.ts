import * as z from 'zod';
import {
  type CataloguePointer,
  pointerKey,
  publicationKey,
} from '#domain/catalogue/publication.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { CataloguePress, CatalogueShelf, ReadPointer } from '#ports/catalogue-shelf.ts';
import { type BucketAddress, makeObjects, unforeseen } from './objects.ts';

const Pointer = z.object({
  version: z.string().regex(/^[0-9a-f]{64}$/),
  publishedAt: z.iso.datetime(),
});

const textOf = ({ version, publishedAt }: CataloguePointer): string =>
  JSON.stringify({ version, publishedAt: new Date(publishedAt).toISOString() });

const pointerIn = (text: string): CataloguePointer => {
  const { version, publishedAt } = Pointer.parse(JSON.parse(text));
  return { version, publishedAt: Date.parse(publishedAt) as Instant };
};

const tagOf = (response: Response): string => {
  const tag = response.headers.get('etag');
  if (tag === null) throw new Error('an object without a tag');
  return tag;
};

/** What functions may: read. */
export const makeCatalogueShelf = (address: BucketAddress): CatalogueShelf => {
  const { send } = makeObjects(address);
  return {
    pointer: async (known) => {
      const headers = known === undefined ? {} : { 'if-none-match': known };
      const response = await send(pointerKey, { headers });
      if (response.status === 304) return 'unchanged';
      if (response.status === 404) return undefined;
      if (!response.ok) throw await unforeseen(pointerKey, response);
      return { pointer: pointerIn(await response.text()), tag: tagOf(response) };
    },
    text: async (version) => {
      const response = await send(publicationKey(version), {});
      if (response.status === 404) return undefined;
      if (!response.ok) throw await unforeseen(publicationKey(version), response);
      return response.text();
    },
  };
};

const isTaken = ({ status }: Response): boolean => status === 409 || status === 412;

/** What whoever publishes may. */
export const makeCataloguePress = (address: BucketAddress): CataloguePress => {
  const { send } = makeObjects(address);
  const write = (key: string, body: string, condition: Readonly<Record<string, string>>) =>
    send(key, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', ...condition },
    });
  return {
    ...makeCatalogueShelf(address),
    put: async (version, text) => {
      const key = publicationKey(version);
      const response = await write(key, text, {
        'if-none-match': '*',
        'x-amz-checksum-sha256': Buffer.from(version, 'hex').toString('base64'),
      });
      if (!response.ok && !isTaken(response)) throw await unforeseen(key, response);
    },
    move: async (to: CataloguePointer, from: ReadPointer | undefined) => {
      const condition = from ? { 'if-match': from.tag } : { 'if-none-match': '*' };
      const response = await write(pointerKey, textOf(to), condition);
      if (isTaken(response)) return false;
      if (!response.ok) throw await unforeseen(pointerKey, response);
      return true;
    },
  };
};
