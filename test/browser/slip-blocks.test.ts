import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  letThrough,
  openCounter,
  scanInto,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { aRegistration, staff } from '#test/support/journeys.ts';

let browser: TestBrowser;
let page: Page;
let block = '';
let numbers: readonly string[] = [];

beforeAll(async () => {
  browser = await openCounter();
  // An office that no other test on this stack has leased a block for.
  page = await signedInAt(browser, '/quay/phieu-tam', 'minh.ngabay');
  await page.getByRole('heading', { name: 'Lĩnh dải số' }).waitFor();
});
afterAll(() => browser.close());

const read = async () => {
  const { otherClerk } = await staff();
  return otherClerk.call('GET /v1/temporary-blocks/{block}', { params: { block } });
};
const row = (number: string | undefined) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: number ?? '' }) });

describe('slips for the drawer', () => {
  it('say what there is not yet', async () => {
    await page.getByRole('link', { name: 'đã đóng' }).click();
    await page.getByText('Chưa đóng dải nào.').waitFor();
    expect(await faultsOf(page, 'slips-none')).toEqual([]);
    await page.getByRole('link', { name: 'đang mở' }).click();
  });

  it('are leased once, for a counter that is named, though the answer was lost', async () => {
    await page.keyboard.press('F9');
    await page.getByText('Chưa ghi quầy hay máy nào giữ phiếu.').waitFor();
    await page.getByLabel('Số phiếu').fill('500');
    await page.getByText('Từ 1 đến 100 phiếu.').waitFor();
    expect(await faultsOf(page, 'slips-flaws')).toEqual([]);
    await page.getByLabel('Quầy hoặc máy').fill(`Quầy số ${randomInt(1_000, 9_999)}`);
    await page.getByText(/Ghi là: quay-so-\d{4}/).waitFor();
    await page.getByLabel('Số phiếu').fill('5');
    const keys: string[] = [];
    await page.route('**/v1/temporary-blocks', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.keyboard.press('F9');
    await page.getByText('Chưa biết việc này đã xong chưa').waitFor();
    await page.keyboard.press('F9');
    await page.waitForURL(/\?d=\d{6}$/);
    await letThrough(page);
    expect(new Set(keys).size).toBe(1);
    block = new URL(page.url()).searchParams.get('d') ?? '';
    numbers = (await read()).slips.map(({ number }) => number);
    expect(numbers).toHaveLength(5);
    await row(numbers[4]).getByText('trắng').waitFor();
  });

  it('are printed', async () => {
    await page.getByRole('button', { name: 'In phiếu trắng' }).click();
    await page.getByRole('link', { name: 'Mở bản in' }).waitFor();
    expect(await faultsOf(page, 'slips-block')).toEqual([]);
  });

  it('are void only with a word', async () => {
    await page
      .getByRole('button', { name: `Hủy phiếu ${numbers[0]}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Chưa ghi lý do.').waitFor();
    expect(await faultsOf(page, 'slips-void')).toEqual([]);
    await dialog.getByLabel('Lý do').fill('Rách');
    await dialog.getByRole('button', { name: `Hủy phiếu ${numbers[0]}` }).click();
    await page.getByText(`Đã hủy phiếu ${numbers[0]}.`).waitFor();
    await row(numbers[0]).getByText('đã hủy').waitFor();
    await row(numbers[0]).getByText('Rách').waitFor();
    expect(await row(numbers[0]).getByRole('button').count()).toBe(0);
  });

  it('lead to the dossier that they became', async () => {
    const { otherClerk } = await staff();
    const registration = await aRegistration();
    const entry = { ...registration, number: numbers[1] ?? '', wasComplete: true };
    // Told to the second, it was a moment later.
    const takenAt = new Date(Date.parse((await read()).leasedAt) + 1_000).toISOString();
    await otherClerk.call('POST /v1/back-entries', { body: { ...entry, takenAt } });
    await page.reload();
    await row(numbers[1]).getByText('đã dùng').waitFor();
    await row(numbers[1]).getByRole('link', { name: 'mở hồ sơ' }).waitFor();
  });

  it('are closed with what lies in the drawer, by hand or by scanner, and what is missing is named', async () => {
    await page.getByText('Đóng dải, quyết toán').click();
    await page.getByRole('checkbox', { name: numbers[2] ?? '' }).check();
    await scanInto(page, numbers[3] ?? '');
    await expect
      .poll(() => page.getByRole('checkbox', { name: numbers[3] ?? '' }).isChecked())
      .toBe(true);
    await page.getByText('Không thấy 1 phiếu:').waitFor();
    await page.getByText('Ghi rõ phiếu không thấy ở đâu.').waitFor();
    expect(await faultsOf(page, 'slips-missing')).toEqual([]);
    // Shut, and pressed all the same.
    await page.getByRole('button', { name: 'Đóng dải', exact: true }).click({ force: true });
    expect((await read()).state).toBe('open');
    await page.getByLabel('Giải trình phiếu không thấy').fill('Rơi khi dọn quầy, đã báo tổ trưởng');
    await page.getByRole('button', { name: 'Đóng dải', exact: true }).click();
    await page.getByText('Đã đóng dải.').waitFor();
    await page.getByText('Rơi khi dọn quầy').waitFor();
    expect(await faultsOf(page, 'slips-closed')).toEqual([]);
    const { slips, state } = await read();
    expect(state).toBe('closed');
    expect(slips.map((slip) => slip.state)).toEqual([
      'void',
      'used',
      'returned',
      'returned',
      'missing',
    ]);
    await page.getByRole('link', { name: 'Mọi dải' }).click();
    await page.getByRole('link', { name: 'đã đóng' }).click();
    await page.getByRole('link', { name: `Dải ${block}` }).waitFor();
    expect(await faultsOf(page, 'slips-list')).toEqual([]);
  });

  it('that are unknown are told so', async () => {
    await page.goto(page.url().replace(/\?.*$/, '?d=999999'));
    await page.getByText('Không có dải số tạm này').waitFor();
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
