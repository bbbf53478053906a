import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeWhole } from './durable-files.ts';
import type { ObjectVersion } from './object-version.ts';

/** A multipart upload that was begun: what its object will be. */
export interface Upload extends Pick<ObjectVersion, 'key' | 'headers' | 'metadata' | 'retention'> {
  readonly id: string;
}

export interface Part {
  readonly number: number;
  readonly size: number;
  readonly md5: string;
}

export interface Uploads {
  begin(upload: Omit<Upload, 'id'>): Promise<Upload>;
  find(id: string): Promise<Upload | undefined>;
  /** `body` is a staged file. A part sent again replaces the older one. */
  putPart(id: string, part: Part, body: string): Promise<void>;
  part(id: string, number: number): Promise<Part | undefined>;
  /** Strings the parts together into `path`, on the disk before it resolves. */
  assemble(id: string, parts: readonly Part[], path: string): Promise<void>;
  drop(id: string): Promise<void>;
}

const readJson = async <T>(path: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

export const openUploads = (folder: string): Uploads => {
  const home = (id: string): string => join(folder, id);
  const bodyOf = (id: string, part: Part): string => join(home(id), `${part.number}-${part.md5}`);
  const recordOf = (id: string, number: number): string => join(home(id), `${number}.json`);
  return {
    begin: async (draft) => {
      const upload = { ...draft, id: randomBytes(24).toString('hex') };
      await mkdir(home(upload.id), { recursive: true });
      const path = join(home(upload.id), 'upload.json');
      await writeWhole(path, `${path}.new`, JSON.stringify(upload));
      return upload;
    },
    find: async (id) =>
      /^[0-9a-f]{48}$/.test(id) ? readJson<Upload>(join(home(id), 'upload.json')) : undefined,
    putPart: async (id, part, body) => {
      await rename(body, bodyOf(id, part));
      const path = recordOf(id, part.number);
      await writeWhole(path, `${path}.${part.md5}.new`, JSON.stringify(part));
    },
    part: (id, number) => readJson<Part>(recordOf(id, number)),
    assemble: async (id, parts, path) => {
      for (const part of parts)
        await pipeline(createReadStream(bodyOf(id, part)), createWriteStream(path, { flags: 'a' }));
      const file = await open(path, 'r');
      await file.sync();
      await file.close();
    },
    drop: (id) => rm(home(id), { recursive: true, force: true }),
  };
};
