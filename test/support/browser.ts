import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { demoPassword } from '#local/people/demo-users.ts';
import { eventually } from './eventually.ts';
import { jpegPage } from './papers.ts';
import { stackUrl } from './people.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  readonly context: BrowserContext;
  /** What pages have complained about: errors, and breaches of their policy. A refused request is none. */
  readonly complaints: readonly string[];
  /** As when the power fails; answers a new one with what the profile has on the disk. */
  reopenKilled(): Promise<TestBrowser>;
  close(): Promise<void>;
}

/** At a desk: a window as wide as those of counters and departments. */
export const openDesk = (): Promise<TestBrowser> =>
  openBrowser({ viewport: { width: 1280, height: 800 } });

/** A desk without a printer: the sheet is opened by its link. */
export const openCounter = async (): Promise<TestBrowser> => {
  const browser = await openDesk();
  await browser.context.addInitScript(
    "Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => false })",
  );
  return browser;
};

/**
 * Requests go their own way again. A handler may be at one still, whose page's own no longer waits:
 * what it does then is nobody's fault.
 */
export const letThrough = (of: Pick<Page, 'unrouteAll'>): Promise<void> =>
  of.unrouteAll({ behavior: 'ignoreErrors' });

/** The browser's own process: of all that work on a profile the one that is no part of another. */
const processOf = (profile: string): number => {
  const found = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const line = readFileSync(join('/proc', name, 'cmdline'), 'utf8');
      return line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=');
    } catch {
      // Gone meanwhile.
      return false;
    }
  });
  if (found.length !== 1) throw new Error(`${found.length} browsers of ${profile}`);
  return Number(found[0]);
};

/** Debian's Chromium with a profile of its own, thrown away afterwards. */
export const openBrowser = async (
  options: BrowserContextOptions = {},
  profile = mkdtempSync(join(tmpdir(), 'post-counter-chromium-')),
): Promise<TestBrowser> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: flags,
    ...options,
  });
  const complaints: string[] = [];
  context.on('page', (page) => {
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
        complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  return {
    context,
    complaints,
    reopenKilled: async () => {
      const closed = context.waitForEvent('close');
      process.kill(processOf(profile), 'SIGKILL');
      await closed;
      return openBrowser(options, profile);
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

/** The login page, filled in and sent. */
export const fillInLogin = async (page: Page, username: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username);
  await page.locator('input[name=password]').first().fill(demoPassword);
  await page.keyboard.press('Enter');
};

/** A tab of a demo user who has signed in on the way to a screen of staff. */
export const signedInAt = async (
  { context }: TestBrowser,
  path: string,
  username: string,
): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${stackUrl()}${path}`);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await fillInLogin(page, username);
  await page.waitForURL(`${stackUrl()}${path}`);
  return page;
};

/** A scanner that is a keyboard: 5 ms a key, an Enter at the end, whatever has the focus. */
export const scanInto = async (page: Page, text: string): Promise<void> => {
  const keyboard = await page.context().newCDPSession(page);
  const from = Date.now() / 1000 - text.length * 0.005;
  const press = async (key: string, typed: string, timestamp: number): Promise<void> => {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed, timestamp });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp });
  };
  for (const [n, key] of [...text].entries()) await press(key, key, from + n * 0.005);
  await press('Enter', '\r', from + text.length * 0.005);
  await keyboard.detach();
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const faultsNow = async (page: Page, where: string): Promise<readonly string[]> => {
  const known = await page.evaluate('typeof axe');
  if (known === 'undefined') await page.evaluate(`${axe};undefined`);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const run = `axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })})`;
  const { violations } = (await page.evaluate(run)) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where} ${id} ${target}: ${failureSummary}`),
  );
};

/** Wider than its window: somebody has to scroll sideways. */
const overflow = async (page: Page, where: string): Promise<readonly string[]> => {
  const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return Number(over) > 0 ? [`${where} is ${over} px too wide`] : [];
};

const views = [
  { size: 'desktop', width: 1280, height: 800, scheme: 'light' },
  // 1280 px at 200 %: what somebody sees who enlarges the page.
  { size: 'enlarged', width: 640, height: 400, scheme: 'light' },
  { size: 'phone', width: 360, height: 740, scheme: 'dark' },
] as const;

const pictures = process.env['PICTURES'];

const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};

/**
 * What is wrong with a screen as it stands: axe (WCAG 2.2 AA, best practice) in both colour schemes, at
 * 200 % and on a phone, and nothing wider than its window. Where `PICTURES` names a folder, the screen is
 * put there at desktop and phone width.
 */
export const faultsOf = async (page: Page, name: string): Promise<readonly string[]> => {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const { size, width, height, scheme } of views) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const where = `${name} (${size}, ${scheme})`;
    faults.push(...(await faultsNow(page, where)), ...(await overflow(page, where)));
    if (size !== 'enlarged') await picture(page, `${name}-${size}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return faults;
};

/** A page for each component of the dossier on the screen, until the system has looked at all of them. */
export const scanComponents = async (page: Page, seed: number): Promise<void> => {
  const lacking = page.getByText(/Còn \d+ thành phần/);
  await lacking.waitFor();
  for (const [n, input] of (await page.getByLabel(/^Chọn tệp: /).all()).entries()) {
    const buffer = await jpegPage(seed + n);
    await input.setInputFiles({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  await lacking.waitFor({ state: 'detached', timeout: 60_000 });
  const checking = page.getByText('Đang kiểm tra…');
  await eventually(async () => (await checking.count()) === 0 || undefined);
};
