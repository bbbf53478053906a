import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders of functions whose handlers read the address that they were called from. */
const counting = globSync('functions/*/**/*handler.ts')
  .filter((path) => /\bsourceIp\b/.test(readFileSync(path, 'utf8')))
  .map(dirname);

describe('a function that counts tries by address', () => {
  it('was found', () => {
    expect(counting).toContain('functions/tracking/api');
    expect(counting).not.toContain('functions/intake/api');
  });

  // Without it the whole province behind CloudFront would share one address's tries.
  it.each(counting)('is given the viewer’s address, not CloudFront’s: %s', (folder) =>
    expect(readFileSync(join(folder, 'main.ts'), 'utf8')).toContain(
      'viewer: viewerAddress(edgeSecretsFrom(env.EDGE_SECRET))',
    ),
  );
});
