import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AssemblyDirectory } from './foundation.ts';
import { localContext } from './local-context.ts';

export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}

/**
 * The assembly of the sources as they are now, into `directory`, for a door at `url`. In a process of its own: this one
 * has the stacks and contracts of its start in its module cache.
 */
export const synthesizeAnew = (directory: string, url: string): Promise<AssemblyDirectory> =>
  new Promise((resolve, reject) => {
    const app = fileURLToPath(import.meta.resolve('#infra/app.ts'));
    const child = spawn(process.execPath, [app], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        CDK_OUTDIR: directory,
        CDK_VALIDATION: 'false',
        CDK_CONTEXT_JSON: JSON.stringify(localContext(url)),
      },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve({ directory });
      else reject(new BuildFailed(said.trim().slice(0, 4000)));
    });
  });
