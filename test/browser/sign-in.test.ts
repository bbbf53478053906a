import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  fillInLogin,
  openDesk,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { stackUrl } from '#test/support/people.ts';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await openDesk();
});
afterAll(() => browser.close());

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
};

describe('staff', () => {
  it('sign in, come to where they wanted to go, and sign out for good', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stackUrl()}/kit`);
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await faultsOf(page, 'staff-sign-in')).toEqual([]);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await fillInLogin(page, 'lan.vithanh');
    await page.getByText('Giao dịch viên · Bưu điện Vị Thanh').waitFor();
    expect(page.url()).toBe(`${stackUrl()}/kit`);
    await page.getByRole('heading', { name: 'StatusChip' }).waitFor();
    expect(await faultsOf(page, 'staff-kit')).toEqual([]);
    await page.reload();
    await page.getByText('Giao dịch viên · Bưu điện Vị Thanh').waitFor();
    await signOut(page);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    // The login's own session is over too: whoever comes next is asked who they are.
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('textbox', { name: 'Mật khẩu' }).waitFor();
    await page.close();
  });

  it('of several roles choose one, and may change it', async () => {
    const page = await signedInAt(browser, '/dang-nhap', 'ngan.motcua');
    const officer = page.getByRole('button', { name: /^Chuyên viên/ });
    await officer.waitFor();
    expect(await faultsOf(page, 'staff-choose-capacity')).toEqual([]);
    await officer.click();
    await page.locator('.who').getByText('Chuyên viên').waitFor();
    await page.getByRole('button', { name: 'Đổi tư cách' }).click();
    await page.getByRole('button', { name: /^Giao dịch viên/ }).click();
    await page.locator('.who').getByText('Giao dịch viên').waitFor();
    await signOut(page);
    await page.close();
  });

  it('whose session ends sign in beside their work, which stays', async () => {
    const page = await signedInAt(browser, '/kit', 'hoa.nnmt');
    const field = page.getByLabel('Số điện thoại');
    await field.fill('0912 345 678');
    // The login forgets the session and the token is at its end: as after a night.
    await page.evaluate("sessionStorage.removeItem('refresh-token')");
    await page.clock.install();
    await page.clock.fastForward('02:00:00');
    await page.getByRole('button', { name: 'Hỏi máy chủ' }).click();
    const again = page.getByRole('dialog').getByRole('button', { name: 'Đăng nhập lại' });
    await again.waitFor();
    expect(await faultsOf(page, 'staff-session-over')).toEqual([]);
    await again.click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('0912 345 678');
    await page.close();
  });

  it('are told that the line is cut, and can try again', async () => {
    // One that has kept no pages yet.
    const first = await openDesk();
    const page = await first.context.newPage();
    await page.route('**/web-settings.json', (route) => route.abort());
    await page.goto(`${stackUrl()}/quay`);
    await page.getByRole('heading', { name: 'Chưa đăng nhập được' }).waitFor();
    expect(await faultsOf(page, 'staff-no-answer')).toEqual([]);
    await first.close();
  });

  it('give the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
