import { resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** What a Lambda that imports this would carry. */
const bundled = async (contents: string): Promise<{ inputs: readonly string[]; text: string }> => {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: resolve('.'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return { inputs: Object.keys(metafile.inputs), text: outputFiles[0]?.text ?? '' };
};

describe('what a Lambda loads of the province', () => {
  it('is data, without the parser that proves it', async () => {
    const { inputs, text } = await bundled(
      `import { province } from '#data/province.ts'; console.log(province);`,
    );
    expect(text).toContain('1.012783');
    expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([]);
    expect(inputs.filter((path) => /validate|schema|checks/.test(path))).toEqual([]);
  });

  it.each([
    ['waybillPools', 'vnpost', 1_000],
    ['smsTemplates', 'Buu dien', 5_000],
  ])('is only %s, where only that is asked for', async (name, says, bytes) => {
    const { text } = await bundled(
      `import { ${name} } from '#data/province.ts'; console.log(${name});`,
    );
    expect(text).toContain(says);
    expect(text).not.toContain('1.012783');
    expect(text.length).toBeLessThan(bytes);
  });
});
