import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';
import { build } from 'vite';
import { fileOf, settingsAt, shellWorkerAt, type WebPage, webPlaces } from '#plan/web-places.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const fonts = join(root, '.build', 'fonts');

/**
 * The oldest browsers that load a module (GOV.UK's line): what runs there runs on a phone of ten years
 * ago. Staff sit before a browser of this year.
 */
const targets: Readonly<Record<WebPage, readonly string[]>> = {
  citizen: ['chrome64', 'safari11.1'],
  staff: ['chrome130', 'firefox130', 'safari18'],
};

const always = {
  configFile: false,
  root: join(root, 'web'),
  publicDir: false,
  logLevel: 'warn',
} as const;

/** One build a page, so that no page carries what only another one uses. Answers its files. */
const buildPage = async (page: WebPage, outDir: string): Promise<readonly string[]> => {
  const built = await build({
    ...always,
    build: {
      outDir,
      emptyOutDir: false,
      target: [...targets[page]],
      // A data: address would need a hole in the policy of the page.
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'web', page, 'index.html') },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.map(({ fileName }) => `/${fileName}`).sort();
};

/** The worker that keeps the staff pages: it knows the files of its build by name, the page by its hash. */
const buildShellWorker = async (outDir: string, built: readonly string[]): Promise<void> => {
  const content = readFileSync(join(outDir, fileOf('staff')));
  const page = createHash('sha256').update(content).digest('hex');
  const files = built.filter((file) => file.startsWith('/assets/'));
  const places = webPlaces.filter(({ trust }) => trust === 'staff').map(({ at }) => at);
  const shell = { name: page.slice(0, 16), files, page, places, settingsAt };
  await build({
    ...always,
    define: { __SHELL__: JSON.stringify(shell) },
    build: {
      outDir,
      emptyOutDir: false,
      target: [...targets.staff],
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'web', 'staff', 'shell-worker.ts'),
        output: { format: 'iife', entryFileNames: shellWorkerAt.slice(1) },
      },
    },
  });
};

const weights = {
  400: '400Regular/BeVietnamPro_400Regular.ttf',
  700: '700Bold/BeVietnamPro_700Bold.ttf',
};

const span = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)).join('');

/** ASCII, Vietnamese as NFC writes it, and the signs that our words use. */
const letters = `${span(0x20, 0x7e)}ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư${span(0x1ea0, 0x1ef9)}\u00a0·–—‘’“”…•→←×₫`;

/** Hints are for screens of low density, and weigh as much as the letters. */
const fontFormat = { targetFormat: 'woff2', noHinting: true } as const;

/** Be Vietnam Pro with the letters of Vietnamese alone: 12 KB a weight instead of 130. */
const makeFonts = async (): Promise<void> => {
  const missing = Object.entries(weights).filter(
    ([weight]) => !existsSync(join(fonts, `${weight}.woff2`)),
  );
  if (missing.length === 0) return;
  const family = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'),
  );
  mkdirSync(fonts, { recursive: true });
  for (const [weight, file] of missing) {
    const made = await subset(readFileSync(join(family, file)), letters, fontFormat);
    writeFileSync(join(fonts, `${weight}.woff2`), made);
  }
};

const [outDir = join(root, '.build', 'site')] = process.argv.slice(2);
await makeFonts();
await buildPage('citizen', outDir);
await buildShellWorker(outDir, await buildPage('staff', outDir));
