import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps a document of the tour to look at; answers where. */
export const writeArtefact = (name: string, bytes: Uint8Array): string => {
  const folder = join('.local', 'tour');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
