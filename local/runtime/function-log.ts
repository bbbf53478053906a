import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HostLog } from '#local/cloud/lambda/function-host.ts';

const largestBytes = 20 * 1024 * 1024;

/** `logs/functions.jsonl`; at 20 MB it becomes `functions.1.jsonl`, replacing the one before. */
export const openFunctionLog = (
  directory: string,
  limit = largestBytes,
): { readonly file: string; readonly log: HostLog; close(): void } => {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'functions.jsonl');
  let handle = openSync(file, 'a');
  let written = fstatSync(handle).size;
  const rotate = (): void => {
    closeSync(handle);
    renameSync(file, join(directory, 'functions.1.jsonl'));
    handle = openSync(file, 'a');
    written = 0;
  };
  let open = true;
  return {
    file,
    log: (line) => {
      if (!open) return;
      if (written >= limit) rotate();
      written += writeSync(handle, `${JSON.stringify(line)}\n`);
    },
    close: () => {
      open = false;
      closeSync(handle);
    },
  };
};
