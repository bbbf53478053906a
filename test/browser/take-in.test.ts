import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  fillInLogin,
  letThrough,
  openCounter,
  scanComponents,
  scanInto,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { landProcedure, staff } from '#test/support/journeys.ts';
import { blankPage } from '#test/support/papers.ts';
import { stackUrl } from '#test/support/people.ts';

const cardOf = (number: string, name: string): string =>
  `${number}||${name}|02091990|Nữ|Ấp 3, xã Vị Tân, TP Cần Thơ|01072021`;

let browser: TestBrowser;
let page: Page;
/** What was sent to open dossiers. */
const opened: string[] = [];

beforeAll(async () => {
  browser = await openCounter();
  browser.context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/dossiers'))
      opened.push(request.headers()['idempotency-key'] ?? '');
  });
  page = await signedInAt(browser, '/quay/nhan', 'lan.vithanh');
  await page.getByRole('heading', { name: 'Nhận hồ sơ' }).waitFor();
});
afterAll(() => browser.close());

const field = (name: string) => page.getByLabel(name, { exact: true });

const scan = (text: string): Promise<void> => scanInto(page, text);

const chooseProcedure = async (): Promise<void> => {
  const { code } = await landProcedure();
  await page.getByRole('combobox', { name: 'Thủ tục' }).fill(code);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Cơ quan giải quyết').waitFor();
};

/** The dossiers of a person, as the API has them. */
const dossiersOf = async (personalNumber: string) => {
  const { clerk } = await staff();
  const body = { personalNumber, cardSeen: true } as const;
  return (await clerk.call('POST /v1/persons/dossiers', { query: {}, body })).items;
};

const fileOf = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

describe('an intake in one screen', () => {
  it('is empty, says what is missing, and leads there', async () => {
    expect(await faultsOf(page, 'intake-empty')).toEqual([]);
    await page.keyboard.press('F9');
    await page.getByText('Chưa nhập.').first().waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('in-number');
    expect(await faultsOf(page, 'intake-flaws')).toEqual([]);
    expect(opened).toEqual([]);
  });

  it('takes a card that is scanned while a field or a button has the focus', async () => {
    await field('Điện thoại').fill('0912 345 678');
    await field('Điện thoại').focus();
    await scan(cardOf('001188000017', 'Trần Thị Lan'));
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Trần Thị Lan');
    await page.getByRole('button', { name: 'Mở hồ sơ' }).focus();
    await scan(cardOf('093190004455', 'Nguyễn Thị Ánh'));
    await expect.poll(() => field('Số căn cước').inputValue()).toBe('093190004455');
    expect(await field('Họ và tên').inputValue()).toBe('Nguyễn Thị Ánh');
    expect(await field('Nơi cư trú').inputValue()).toBe('Ấp 3, xã Vị Tân, TP Cần Thơ');
    // Of the one before.
    expect(await field('Điện thoại').inputValue()).toBe('');
    expect(opened).toEqual([]);
  });

  it('finds the procedure by a few letters, and shows papers, money and date with its reasons', async () => {
    await field('Điện thoại').fill('0912 345 678');
    await page.getByRole('combobox', { name: 'Thủ tục' }).fill('cap doi giay');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    expect(await faultsOf(page, 'intake-choosing')).toEqual([]);
    await page.keyboard.press('Escape');
    await chooseProcedure();
    await page.getByText('28.000').waitFor();
    await page.getByText('Vì sao').click();
    expect(await faultsOf(page, 'intake-filled')).toEqual([]);
  });

  it('is all there after a reload', async () => {
    await page.reload();
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Nguyễn Thị Ánh');
    await page.getByText('Cơ quan giải quyết').waitFor();
  });

  it('is one dossier, though the answer was lost and the key pressed again and again', async () => {
    await page.route('**/v1/dossiers', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('F9');
    await page.keyboard.press('F9');
    await page.getByText('Chưa biết hồ sơ đã mở hay chưa.').waitFor();
    expect(await field('Họ và tên').isDisabled()).toBe(true);
    expect(await faultsOf(page, 'intake-unknown')).toEqual([]);
    await letThrough(page);
    await page.keyboard.press('F9');
    await page.keyboard.press('F9');
    await page.waitForURL(/\/quay\/ho-so\/[0-9A-Z]{26}$/);
    expect(opened.length).toBe(2);
    expect(new Set(opened).size).toBe(1);
    expect(await dossiersOf('093190004455')).toHaveLength(1);
  });

  it('says in words what is wrong with a scan, while the citizen is there', async () => {
    const [first] = await page.getByLabel(/^Chọn tệp: /).all();
    if (!first) throw new Error('no component');
    await first.setInputFiles(fileOf('IMG_1.HEIC', 'image/heic', new Uint8Array([1])));
    await page.getByText('Ảnh HEIC của iPhone').waitFor();
    await first.setInputFiles(fileOf('trang.jpg', 'image/jpeg', await blankPage()));
    await page.locator('.lamp.bad, .lamp.amber').nth(1).waitFor();
    expect(await page.getByText(/Còn \d+ thành phần/).count()).toBe(1);
    expect(await faultsOf(page, 'dossier-findings')).toEqual([]);
  });

  it('is accepted with F9 once every component has a good scan, and its receipt is there', async () => {
    await scanComponents(page, 4_000);
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: /Đã tiếp nhận: / }).waitFor();
    await page.getByRole('link', { name: 'Mở bản in' }).waitFor();
    expect(await faultsOf(page, 'dossier-accepted')).toEqual([]);
    const [dossier] = await dossiersOf('093190004455');
    expect(dossier?.status).toBe('accepted');
    await page.getByRole('heading', { level: 1, name: dossier?.number ?? '' }).waitFor();
  });

  it('knows who comes again, and tells the dossier before', async () => {
    await page.keyboard.press('F2');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('in-number');
    await scan('093190004455');
    await page.getByText('Đã nộp ở đây trước đó').waitFor();
    expect(await field('Họ và tên').inputValue()).toBe('Nguyễn Thị Ánh');
    await chooseProcedure();
    await page.keyboard.press('F9');
    await page.getByText('Người này đã nộp cùng thủ tục ở đây:').waitFor();
  });

  it('lets the citizen withdraw, in person and with a reason', async () => {
    await page.getByRole('button', { name: 'Công dân rút hồ sơ' }).click();
    expect(await faultsOf(page, 'dossier-withdraw')).toEqual([]);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Nộp nhầm');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click();
    await page.locator('.chip', { hasText: /Không tiếp nhận|Xin rút|Dừng xử lý/ }).waitFor();
  });

  it('loses nothing when the session ends in the middle', async () => {
    await page.keyboard.press('F2');
    await field('Họ và tên').fill('Lê Thị Hoa');
    await field('Số căn cước').fill('093190007788');
    await field('Nơi cư trú').fill('Khu vực 3, phường Vị Thanh');
    await chooseProcedure();
    await page.evaluate("sessionStorage.removeItem('refresh-token')");
    await page.clock.install();
    await page.clock.fastForward('02:00:00');
    await page.keyboard.press('F9');
    const again = page.getByRole('dialog').getByRole('button', { name: 'Đăng nhập lại' });
    await again.waitFor();
    const beside = page.context().waitForEvent('page');
    await again.click();
    const login = await beside;
    if (
      await login
        .getByRole('textbox', { name: 'Tên đăng nhập' })
        .isVisible()
        .catch(() => false)
    )
      await fillInLogin(login, 'lan.vithanh');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await field('Họ và tên').inputValue()).toBe('Lê Thị Hoa');
    await page.keyboard.press('F9');
    await page.waitForURL(/\/quay\/ho-so\/[0-9A-Z]{26}$/);
    expect(await dossiersOf('093190007788')).toHaveLength(1);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
    expect(page.url()).toContain(stackUrl());
  });
});
