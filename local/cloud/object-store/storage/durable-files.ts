import { open, rename } from 'node:fs/promises';

/** Makes the renames in a folder last over a power cut. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Under its final name the file is complete or absent, whenever the process dies. */
export const writeWhole = async (path: string, staging: string, text: string): Promise<void> => {
  const file = await open(staging, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(staging, path);
};

/** Runs tasks of the same name one after another. */
export const makeTurnstile = (): (<T>(name: string, task: () => Promise<T>) => Promise<T>) => {
  const tails = new Map<string, Promise<unknown>>();
  return async (name, task) => {
    const before = tails.get(name) ?? Promise.resolve();
    const turn = before.then(task, task);
    tails.set(name, turn);
    try {
      return await turn;
    } finally {
      if (tails.get(name) === turn) tails.delete(name);
    }
  };
};
