import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  letThrough,
  openDesk,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { accepted, registered, staff } from '#test/support/journeys.ts';
import { stackUrl } from '#test/support/people.ts';

const applicant = {
  name: 'Trần Thị Bảy',
  personalNumber: '093188007711',
  phone: '0912 777 888',
  address: 'Ấp 5, xã Vị Thủy, TP Cần Thơ',
};

let browser: TestBrowser;
let page: Page;
let code: string;
let dossierId: string;

beforeAll(async () => {
  // An office with little else on its lists, and look-ups that nobody has used up.
  const { otherClerk: clerk } = await staff();
  ({ code, dossierId } = await accepted(clerk, {
    applicant,
    fees: { stateFeesVnd: 50_000, postageVnd: 20_000 },
  }));
  await registered(clerk, { applicant: { ...applicant, personalNumber: '093188007722' } });
  browser = await openDesk();
  page = await signedInAt(browser, '/quay/viec', 'minh.ngabay');
});
afterAll(() => browser.close());

/** F3 leads to the field. Filled at once: keys as fast as a test's are a scanner's, on a machine that keeps up. */
const find = async (number: string): Promise<void> => {
  await page.keyboard.press('F3');
  const field = page.getByLabel('Số trên giấy bất kỳ, hoặc số căn cước');
  const id = await field.getAttribute('id');
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe(id);
  await field.fill(number);
  await field.press('Enter');
};

describe('the work of a post office', () => {
  it('begins with what was opened and not accepted, by the names of procedures', async () => {
    await page.getByRole('link', { name: 'Mới đăng ký' }).waitFor();
    await page
      .getByRole('cell', { name: /Cấp đổi Giấy chứng nhận/i })
      .first()
      .waitFor();
    expect(await faultsOf(page, 'counter-today')).toEqual([]);
  });

  it('shows another status at its own address, and says what to do where there is none', async () => {
    await page.getByRole('link', { name: 'Đã tiếp nhận' }).click();
    await page.getByRole('cell', { name: code }).waitFor();
    expect(new URL(page.url()).search).toBe('?o=accepted');
    await page.getByRole('link', { name: 'Chờ nộp tiền' }).click();
    await page.getByText('Không có hồ sơ nào ở tình trạng này.').waitFor();
    expect(await faultsOf(page, 'counter-today-empty')).toEqual([]);
  });

  it('finds a dossier by what is typed off its paper', async () => {
    await find(code.toLowerCase());
    await page.getByRole('status').getByText(code).waitFor();
    await find('TAM-000-999-990');
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page, 'counter-not-found')).toEqual([]);
    await find('12');
    await page.getByText('Còn thiếu').waitFor();
  });

  it('shows a person’s dossiers only once the card was seen', async () => {
    await find('093188007711');
    const seen = page.getByRole('button', { name: 'Đã xem thẻ, mở danh sách' });
    await seen.waitFor();
    expect(await page.getByText('Hồ sơ của người có thẻ').count()).toBe(0);
    await seen.click();
    await page.getByRole('heading', { name: 'Hồ sơ của người có thẻ' }).waitFor();
    await page.getByRole('cell', { name: code }).first().waitFor();
    expect(await faultsOf(page, 'counter-person')).toEqual([]);
    await find('093188999999');
    await seen.click();
    await page.getByText('chưa nộp hồ sơ nào').waitFor();
  });

  it('says that the line is cut, and reads again when asked', async () => {
    await page.route('**/v1/dossiers?*', (route) => route.abort());
    await page.getByRole('link', { name: 'Dừng xử lý' }).click();
    await page.getByText('Không có mạng').waitFor();
    expect(await faultsOf(page, 'counter-no-answer')).toEqual([]);
    await letThrough(page);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByText('Không có mạng').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đọc lại' }).waitFor();
  });

  it('writes down where else the citizen wants the result, with the card seen, once', async () => {
    await page.goto(`${stackUrl()}/quay/ho-so/${dossierId}`);
    const elsewhere = page.getByRole('button', { name: 'Công dân đổi cách nhận kết quả' });
    await elsewhere.click();
    const dialog = page.getByRole('dialog', { name: 'Công dân đổi cách nhận kết quả' });
    await dialog.getByLabel('Nơi nhận').selectOption('Tại địa chỉ khác');
    await dialog.getByLabel('Xã, phường').selectOption({ value: 'ct-x-vi-thuy' });
    await dialog.getByText(/^Thêm cước 8.000/).waitFor();
    await dialog.getByLabel('Số nhà, đường, ấp').fill('Số 12, ấp 5');
    await dialog.getByLabel('Ngày mong nhận').fill('2020-01-02');
    const record = dialog.getByRole('button', { name: /^Ghi cách nhận mới/ });
    expect(await record.getAttribute('aria-disabled')).toBe('true');
    expect(await faultsOf(page, 'counter-delivery')).toEqual([]);
    await dialog.getByLabel('Tôi đã so người xin đổi').check();
    await record.click();
    await dialog.getByRole('alert').getByText('ngày làm việc').waitFor();
    expect(await faultsOf(page, 'counter-delivery-refused')).toEqual([]);
    await dialog.getByLabel('Ngày mong nhận').fill('');
    await record.click();
    await page.getByText('Số 12, ấp 5, xã Vị Thủy, thành phố Cần Thơ · Cước + 8.000').waitFor();
    expect(await elsewhere.count()).toBe(0);
    expect(await faultsOf(page, 'counter-delivery-chosen')).toEqual([]);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
