import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, stop } from 'esbuild';
import { openApi } from './open-api.ts';
import { type FunctionName, functionPlans } from './services.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the build itself writes beside a function. */
const made = { openapi: () => JSON.stringify(openApi()) } as const;

/** Function, name beside its bundle, path from the root. */
const copied = functionPlans.flatMap(([name, { files = {} }]) =>
  Object.entries(files).flatMap(([file, from]) =>
    typeof from === 'string' ? [[name, file, from] as const] : [],
  ),
);

/** Functions and the files beside them: what must be in the folder besides what is unchanged. */
const wanted = { functions: functionPlans.map(([name]) => name), copied };

interface BundleRecord {
  readonly wanted: unknown;
  readonly stamps: Readonly<Record<string, string>>;
}

/**
 * Bundles all functions in one esbuild run (measured: 2.5 times faster than one run a function) and
 * puts beside each the files that it reads. Answers the folder of each.
 */
export const bundleFunctions = (outDir = join(root, '.build', 'functions')) => {
  const record = join(outDir, 'inputs.json');
  if (!isUnchanged(record)) bundle(outDir, record);
  for (const [name, { files = {} }] of functionPlans)
    for (const [file, from] of Object.entries(files))
      if (typeof from !== 'string') writeFileSync(join(outDir, name, file), made[from.made]());
  return (name: FunctionName): string => join(outDir, name);
};

const bundle = (outDir: string, record: string): void => {
  rmSync(outDir, { recursive: true, force: true });
  const { metafile } = buildSync({
    metafile: true,
    absWorkingDir: root,
    entryPoints: functionPlans.map(([name]) => ({
      in: `functions/${name}/main.ts`,
      out: `${name}/main`,
    })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  // Its helper process would stay, with half a gigabyte, as long as ours.
  void stop();
  for (const [name, file, from] of copied) cpSync(join(root, from), join(outDir, name, file));
  const inputs = [
    ...Object.keys(metafile.inputs),
    ...copied.map(([, , from]) => from),
    'infra/function-sources.ts',
    'package-lock.json',
  ];
  writeFileSync(
    record,
    JSON.stringify({
      wanted,
      stamps: Object.fromEntries(inputs.map((file) => [file, stampOf(file)])),
    }),
  );
};

/** Size and time of every file that went into the bundles: a second start need not bundle again. */
const isUnchanged = (record: string): boolean => {
  if (!existsSync(record)) return false;
  const last = JSON.parse(readFileSync(record, 'utf8')) as Partial<BundleRecord>;
  if (JSON.stringify(last.wanted) !== JSON.stringify(wanted)) return false;
  return Object.entries(last.stamps ?? {}).every(([file, stamp]) => stampOf(file) === stamp);
};

const stampOf = (file: string): string => {
  const stat = statSync(join(root, file), { throwIfNoEntry: false });
  return stat ? `${stat.size}@${stat.mtimeMs}` : 'gone';
};

/** CommonJS packages inside an ES module bundle ask for `require`. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";
