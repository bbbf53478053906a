import { randomInt } from 'node:crypto';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  fillInLogin,
  letThrough,
  openDesk,
  type TestBrowser,
} from '#test/support/browser.ts';
import { landProcedure, staff } from '#test/support/journeys.ts';
import { jpegPage, sha256Of } from '#test/support/papers.ts';
import { stackUrl } from '#test/support/people.ts';

let browser: TestBrowser;
let page: Page;
/** Numbers of slips that lie printed in the drawer, and of what block. */
let slips: string[] = [];
let block = '';
let procedure: Awaited<ReturnType<typeof landProcedure>>;

const field = (name: string) => page.getByLabel(name, { exact: true });
const badge = () => page.locator('.line-badge');
const cut = (isCut: boolean) => browser.context.setOffline(isCut);

const signIn = async (path: string, username = 'lan.vithanh'): Promise<void> => {
  await page.goto(`${stackUrl()}${path}`);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  const bar = page.locator('.bar');
  // The login may know them still.
  const asked = page.getByRole('textbox', { name: 'Tên đăng nhập' });
  await bar.or(asked).waitFor();
  if (await asked.isVisible()) await fillInLogin(page, username);
  await bar.waitFor();
};

/** The power fails and comes back: the person signs in again, and goes on where they were. */
const kill = async (): Promise<void> => {
  browser = await browser.reopenKilled();
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
};

beforeAll(async () => {
  const { clerk } = await staff();
  procedure = await landProcedure();
  const body = { device: 'quay-2', size: 20 };
  const leased = await clerk.call('POST /v1/temporary-blocks', { body });
  block = leased.block;
  slips = leased.slips.map(({ number }) => number);
  browser = await openDesk();
  page = await browser.context.newPage();
  await signIn('/quay/nhan');
});
afterAll(async () => {
  await browser.close();
  // An office may have a few blocks open at once.
  const { clerk } = await staff();
  const { slips: all } = await clerk.call('GET /v1/temporary-blocks/{block}', {
    params: { block },
  });
  const blanks = all.filter(({ state }) => state === 'blank').map(({ number }) => number);
  const params = { block };
  await clerk.call('POST /v1/temporary-blocks/{block}/close', { params, body: { blanks } });
});

/** What of this person lies in the browser. */
const left = (): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(`(async () => {
    const asked = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const counts = {};
    for (const name of names.filter((each) => each.startsWith('outbox:'))) {
      const db = await asked(indexedDB.open(name));
      for (const store of ['acts', 'pages', 'drafts']) {
        const count = await asked(db.transaction(store).objectStore(store).count());
        counts[store] = (counts[store] ?? 0) + count;
      }
      db.close();
    }
    return counts;
  })()`);

const nothing = { acts: 0, pages: 0, drafts: 0 };

interface Matter {
  readonly number: string;
  readonly person: string;
  readonly scans: readonly Uint8Array[];
}

let seed = 900;
const firstPerson = randomInt(90_000);
const aMatter = async (): Promise<Matter> => {
  seed += 2;
  const number = slips.shift();
  if (number === undefined) throw new Error('no slip left');
  const person = `0931900${String(firstPerson + seed).padStart(5, '0')}`;
  return { number, person, scans: [await jpegPage(seed), await jpegPage(seed + 1)] };
};

const typeIn = async ({ number, person, scans }: Matter): Promise<void> => {
  await field('Số phiếu').fill(number);
  await field('Số căn cước').fill(person);
  await field('Họ và tên').fill('Lê Thị Cúc');
  await field('Nơi cư trú').fill('Ấp 3, xã Vị Tân, TP Cần Thơ');
  await page.getByRole('combobox', { name: 'Thủ tục' }).fill(procedure.code);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.getByRole('combobox', { name: 'Thủ tục' }).press('Enter');
  await page.getByRole('heading', { name: 'Quét giấy tờ' }).waitFor();
  for (const [n, bytes] of scans.entries()) {
    const file = { name: `trang-${n}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
    await page
      .getByLabel(/^Chọn tệp: /)
      .nth(n)
      .setInputFiles(file);
    await page.getByText(`trang-${n}.jpg: đã giữ trên máy`).waitFor();
  }
};

const taken = async (matter: Matter): Promise<void> => {
  await page.keyboard.press('F9');
  await page.getByText(`Đã ghi phiếu ${matter.number}`).waitFor();
};

/** The intake, with a line or without. */
const begin = async (line: 'up' | 'down'): Promise<void> => {
  await cut(line === 'down');
  await page.goto(`${stackUrl()}/quay/nhan`);
  if (line === 'up') await page.getByRole('button', { name: 'Nhập phiếu tạm' }).waitFor();
  else await page.getByRole('heading', { name: 'Phiếu tạm' }).waitFor();
};

const toUnsent = (): Promise<void> => page.getByRole('link', { name: 'chờ gửi' }).click();

/** Exactly one dossier of the person, with each file whole, accepted from the hour on the slip. */
const isThereOnce = async ({ number, person, scans }: Matter): Promise<void> => {
  const { clerk } = await staff();
  const body = { personalNumber: person, cardSeen: true } as const;
  const { items } = await clerk.call('POST /v1/persons/dossiers', { query: {}, body });
  expect(items).toHaveLength(1);
  const { dossierId } = await clerk.call('GET /v1/dossiers/lookup', { query: { number } });
  expect(items[0]?.dossierId).toBe(dossierId);
  const dossier = await clerk.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
  expect(dossier.acceptance).toBeDefined();
  const verified = dossier.scans.filter(({ state }) => state === 'verified');
  expect(verified.map(({ sha256 }) => sha256).sort()).toEqual(scans.map(sha256Of).sort());
  expect(dossier.scans.filter(({ state }) => state !== 'abandoned')).toHaveLength(scans.length);
};

const sendUntilThere = async (number: string): Promise<void> => {
  const card = page.locator('.unsent > li', { hasText: number });
  await expect
    .poll(
      async () => {
        await page.keyboard.press('F9');
        return card.locator('.chip').textContent();
      },
      { interval: 250, timeout: 60_000 },
    )
    .toContain('Đã vào hệ thống');
};

/** Each request of the outbox on its way, in the order in which one matter needs them. */
const requests = [
  'POST /v1/back-entries',
  'POST scans of the first',
  'PUT of the first',
  'GET of the first',
  'POST scans of the second',
  'PUT of the second',
  'GET of the second',
  'POST accept',
] as const;

const isOfOutbox = (url: string, method: string): boolean =>
  /\/v1\/back-entries$|\/scans$|\/scans\/[0-9A-Z]{26}$|\/accept$/.test(url) || method === 'PUT';

const forward = async (route: Route): Promise<Awaited<ReturnType<Route['fetch']>> | undefined> =>
  route.fetch().catch(() => undefined);

const stopWorker = async (): Promise<void> => {
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
};

const message = (status: number) => ({
  status,
  contentType: 'application/json',
  body: '{"message":"no"}',
});

/** What happens to the request of a step, one time after the other. */
const mishaps: readonly ((route: Route) => Promise<void>)[] = [
  (route) => route.abort(),
  async (route) => {
    await stopWorker();
    await forward(route);
    await route.abort();
  },
  (route) => route.fulfill(message(500)),
  async (route) => {
    await forward(route);
    await route.fulfill(message(503));
  },
  (route) => route.fulfill(message(429)),
  async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500);
    });
    await route.continue();
  },
];

/** Lets requests through up to a step; then everything goes wrong with it, and at last the browser dies. */
const withMishaps = async (step: number, dies: () => void): Promise<void> => {
  let passed = 0;
  let wrong = 0;
  await browser.context.route('**/*', async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (!isOfOutbox(pathname, request.method())) return route.fallback();
    if (passed < step) {
      passed += 1;
      return route.continue();
    }
    const mishap = mishaps[wrong];
    wrong += 1;
    if (mishap) return mishap(route);
    // Arrived, and nobody is there any more to hear the answer.
    await forward(route);
    dies();
  });
};

describe('a counter without a line', () => {
  it('keeps its pages in the browser, and opens them when the line is cut', async () => {
    await expect
      .poll(() => page.evaluate('navigator.serviceWorker.controller !== null'))
      .toBe(true);
    await expect
      .poll(() => page.evaluate("localStorage.getItem('catalogue-stocked')"), { timeout: 60_000 })
      .not.toBeNull();
    await cut(true);
    await badge().getByText('mất mạng').waitFor();
    await page.reload();
    await page.getByText('Mất mạng. Vẫn nhận hồ sơ được').waitFor();
    expect(await faultsOf(page, 'intake-no-line')).toEqual([]);
    await page.goto(`${stackUrl()}/quay/cho-gui`);
    await page.getByText('Không còn gì chờ gửi.').waitFor();
    expect(await faultsOf(page, 'unsent-empty')).toEqual([]);
  });

  it('takes only what is printed on a slip, and that once', async () => {
    await begin('down');
    await page.keyboard.press('F9');
    await page.getByText('Quét hoặc gõ số TAM-… in trên phiếu.').waitFor();
    const [number = ''] = slips;
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    await field('Số phiếu').fill(wrong);
    await page.keyboard.press('F9');
    await page.getByText('Số sai một chữ số').waitFor();
    expect(await faultsOf(page, 'slip-flaws')).toEqual([]);
  });

  it('loses nothing that is typed when the browser dies', async () => {
    const matter = await aMatter();
    await begin('down');
    await typeIn(matter);
    expect(await faultsOf(page, 'slip-filled')).toEqual([]);
    await page.waitForTimeout(500);
    await kill();
    await signIn('/quay/nhan');
    await expect.poll(() => field('Số phiếu').inputValue()).toBe(matter.number);
    await page.getByText('trang-1.jpg: đã giữ trên máy').waitFor();
    await cut(true);
    await taken(matter);
    await badge().getByText('1 chờ gửi').waitFor();
    expect(await field('Họ và tên').inputValue()).toBe('');
    // The sheet is in the citizen's hand: its number is nobody else's.
    const again = { ...(await aMatter()), number: matter.number };
    await typeIn(again);
    await page.keyboard.press('F9');
    await page.getByText('Phiếu này đã ghi trên máy này rồi.').waitFor();
    await page.getByRole('button', { name: 'Xóa, nhận người khác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
    await expect.poll(left).toMatchObject({ drafts: 0, pages: 2 });
    await page.goto(`${stackUrl()}/quay/cho-gui`);
    await page.getByRole('heading', { name: matter.number }).waitFor();
    expect(await faultsOf(page, 'unsent-waiting')).toEqual([]);
    await cut(false);
    await sendUntilThere(matter.number);
    await isThereOnce(matter);
    expect(await left()).toEqual(nothing);
    expect(await faultsOf(page, 'unsent-done')).toEqual([]);
  });

  it.each(requests.map((name, step) => [name, step] as const))(
    'has it once, whatever goes wrong at %s',
    async (_, step) => {
      const matter = await aMatter();
      await begin('down');
      await typeIn(matter);
      await taken(matter);
      const died = new Promise<void>((resolve) => {
        void withMishaps(step, resolve);
      });
      await toUnsent();
      await cut(false);
      const pressing = setInterval(() => {
        page.keyboard.press('F9').catch(() => undefined);
      }, 300);
      await died;
      clearInterval(pressing);
      await kill();
      await signIn('/quay/cho-gui');
      await sendUntilThere(matter.number);
      await isThereOnce(matter);
      expect(await left()).toEqual(nothing);
    },
  );

  const card = (number: string) => page.locator('.unsent > li', { hasText: number });

  it('shows what was refused with its reason, and sends what was put right as another act', async () => {
    const matter = await aMatter();
    await begin('up');
    await page.getByRole('button', { name: 'Nhập phiếu tạm' }).click();
    await typeIn(matter);
    // Before the slip was printed.
    await field('Giờ nhận').fill('2026-01-05T09:00');
    await taken(matter);
    await toUnsent();
    await card(matter.number).getByText('Hệ thống không nhận').waitFor();
    await card(matter.number).getByText('Không gửi, vì việc trước nó không xong').first().waitFor();
    expect(await faultsOf(page, 'unsent-refused')).toEqual([]);
    await card(matter.number).getByRole('button', { name: 'Sửa rồi gửi lại' }).click();
    await page.getByText('trang-1.jpg: đã giữ trên máy').waitFor();
    expect(await field('Họ và tên').inputValue()).toBe('Lê Thị Cúc');
    await field('Giờ nhận').fill('');
    await taken(matter);
    await toUnsent();
    await sendUntilThere(matter.number);
    await isThereOnce(matter);
    expect(await left()).toEqual(nothing);
  });

  it('gives up what was refused only with a word', async () => {
    const matter = await aMatter();
    await begin('up');
    await page.getByRole('button', { name: 'Nhập phiếu tạm' }).click();
    await typeIn(matter);
    await field('Giờ nhận').fill('2026-01-05T09:00');
    await taken(matter);
    await toUnsent();
    await card(matter.number).getByRole('button', { name: 'Bỏ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Bỏ' }).click();
    await dialog.getByText('Chưa ghi lý do.').waitFor();
    expect(await faultsOf(page, 'unsent-discard')).toEqual([]);
    await dialog.getByLabel('Lý do').fill('Công dân lấy lại giấy');
    await dialog.getByRole('button', { name: 'Bỏ' }).click();
    await card(matter.number).getByText('Công dân lấy lại giấy').first().waitFor();
    expect(await left()).toMatchObject({ pages: 0, drafts: 0 });
    await card(matter.number).getByRole('button', { name: 'Xong' }).click();
    await card(matter.number).waitFor({ state: 'detached' });
    expect(await left()).toEqual(nothing);
  });

  it('lets go of a dossier that nobody heard the answer of, and finds out', async () => {
    const person = `0931900${String(firstPerson + 800).padStart(5, '0')}`;
    await begin('up');
    await page.route('**/v1/dossiers', async (route) => {
      await forward(route);
      await route.abort();
    });
    await field('Số căn cước').fill(person);
    await field('Họ và tên').fill('Lê Thị Cúc');
    await field('Nơi cư trú').fill('Ấp 3, xã Vị Tân, TP Cần Thơ');
    await page.getByRole('combobox', { name: 'Thủ tục' }).fill(procedure.code);
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.getByRole('combobox', { name: 'Thủ tục' }).press('Enter');
    await page.getByText('Cơ quan giải quyết').waitFor();
    await page.keyboard.press('F9');
    await page.getByText('Chưa biết hồ sơ đã mở hay chưa.').waitFor();
    expect(await page.getByRole('button', { name: 'Nhập phiếu tạm' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Để máy tự gửi, nhận người khác' }).click();
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('');
    await letThrough(page);
    await toUnsent();
    await sendUntilThere('Hồ sơ đã gửi, chưa biết kết quả');
    const { clerk } = await staff();
    const body = { personalNumber: person, cardSeen: true } as const;
    const { items } = await clerk.call('POST /v1/persons/dossiers', { query: {}, body });
    expect(items).toHaveLength(1);
    expect(await left()).toEqual(nothing);
  });

  const signOut = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name }).waitFor();
    if (name !== 'Đăng xuất') expect(await faultsOf(page, 'sign-out-unsent')).toEqual([]);
    await dialog.getByRole('button', { name }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  };

  it('keeps what is unsent for whoever did it, and sends it in nobody else’s name', async () => {
    const matter = await aMatter();
    await begin('up');
    const asked: string[] = [];
    await browser.context.route('**/v1/back-entries', (route) => {
      asked.push(route.request().method());
      return route.abort();
    });
    await page.getByRole('button', { name: 'Nhập phiếu tạm' }).click();
    await typeIn(matter);
    await taken(matter);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    // What is only being typed goes with whoever types it.
    const typed = await aMatter();
    slips.push(typed.number);
    if ((await field('Số phiếu').count()) === 0)
      await page.getByRole('button', { name: 'Nhập phiếu tạm' }).click();
    await typeIn(typed);
    await expect.poll(left).toEqual({ acts: 4, pages: 4, drafts: 1 });
    await signOut('Đăng xuất, để lại máy này');
    await expect.poll(left).toEqual({ acts: 4, pages: 2, drafts: 0 });
    const before = asked.length;
    await signIn('/quay/cho-gui', 'minh.ngabay');
    await badge().getByText('0 chờ gửi').waitFor();
    await page.getByText('Không còn gì chờ gửi.').waitFor();
    await page.waitForTimeout(1_500);
    expect(asked.length).toBe(before);
    await signOut('Đăng xuất');
    await letThrough(browser.context);
    await signIn('/quay/cho-gui');
    await sendUntilThere(matter.number);
    await isThereOnce(matter);
    expect(await left()).toEqual(nothing);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
