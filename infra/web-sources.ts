import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What pages are made of: their folder, the words of the domain, the client of the API. */
const sources = [
  'web/**/*',
  'shared/{api,domain,plan}/**/*.ts',
  'functions/*/domain/**/*.ts',
  'infra/{web-sources,build-pages}.ts',
  'package-lock.json',
];

/**
 * Builds the pages of `web/` where a source has changed since the last time; answers their folder, laid
 * out as the site's bucket is.
 */
export const buildSite = async (outDir = join(root, '.build', 'site')): Promise<string> => {
  const record = join(outDir, '..', 'site.json');
  const stamps = stampsOf();
  if (existsSync(record) && readFileSync(record, 'utf8') === stamps) return outDir;
  rmSync(record, { force: true });
  rmSync(outDir, { recursive: true, force: true });
  await buildPages(outDir);
  writeFileSync(record, stamps);
  return outDir;
};

/** Size and time of every file that may be in a page. */
const stampsOf = (): string => {
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  return JSON.stringify(
    files.flatMap((file) => {
      const stat = statSync(join(root, file));
      return stat.isFile() ? [`${file} ${stat.size}@${stat.mtimeMs}`] : [];
    }),
  );
};

const run = promisify(execFile);

/** In a process of its own: a test's NODE_ENV would make pages of development, and our loop goes on. */
const buildPages = async (outDir: string): Promise<void> => {
  const program = join(root, 'infra', 'build-pages.ts');
  await run(process.execPath, [program, outDir], { env: { NODE_ENV: 'production' } });
};
