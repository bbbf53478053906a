import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openBrowser,
  openCounter,
  openDesk,
  scanComponents,
  scanInto,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { eventually } from '#test/support/eventually.ts';
import { jpegPage } from '#test/support/papers.ts';
import { simulators, stackUrl } from '#test/support/people.ts';
import { qrOf } from '#test/support/printed-sheet.ts';

/** The first days of the README, step by step, with nothing but what the pages say. */

const phone = '0987650377';
let counter: TestBrowser;
let page: Page;
let code = '';
let receipt: Uint8Array;

beforeAll(async () => {
  counter = await openCounter();
  page = await signedInAt(counter, '/quay', 'lan.vithanh');
});
afterAll(() => counter.close());

const messages = () => simulators().messages(phone);

describe('the first day of a clerk', () => {
  it('1: a card is scanned, whatever has the focus', async () => {
    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: 'Nhận hồ sơ' }).waitFor();
    await scanInto(
      page,
      '093190009912||Nguyễn Thị Ánh|02091990|Nữ|Ấp 3, xã Vị Tân, TP Cần Thơ|01072021',
    );
    const name = page.getByLabel('Họ và tên', { exact: true });
    await expect.poll(() => name.inputValue()).toBe('Nguyễn Thị Ánh');
    await page.getByLabel('Điện thoại', { exact: true }).fill(phone);
  });

  it('2: a few letters and Enter choose the procedure', async () => {
    await page.getByRole('combobox', { name: 'Thủ tục' }).fill('cap doi');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Cơ quan giải quyết').waitFor();
  });

  it('3: F9 opens the dossier, and scans are dropped on their lines', async () => {
    await page.keyboard.press('F9');
    await page.waitForURL(/\/quay\/ho-so\/[0-9A-Z]{26}$/);
    await scanComponents(page, 7_700);
  });

  it('4: F9 accepts and prints the receipt', async () => {
    const printed = page.waitForResponse(
      (response) => response.headers()['content-type'] === 'application/pdf',
    );
    await page.keyboard.press('F9');
    const done = page.getByRole('heading', { name: /Đã tiếp nhận: / });
    await done.waitFor();
    code = ((await done.textContent()) ?? '').split(': ')[1] ?? '';
    expect(code).toMatch(/^H13\./);
    await page.getByRole('link', { name: 'Mở bản in' }).waitFor();
    receipt = await (await printed).body();
    await eventually(async () => (await messages()).some(({ text }) => text.includes(code)));
  });
});

describe('the first day of an officer', () => {
  let own: TestBrowser;
  let desk: Page;
  beforeAll(async () => {
    own = await openDesk();
    desk = await signedInAt(own, '/so', 'hoa.nnmt');
  });
  afterAll(() => own.close());

  it('1: the inbox has it, and Enter opens it', async () => {
    await desk.locator('table.inbox').waitFor();
    const row = desk.getByRole('row').filter({ hasText: code });
    await eventually(async () => {
      if ((await row.count()) > 0) return true;
      const more = desk.getByRole('button', { name: 'Xem thêm' });
      const shown = await desk.getByRole('row').count();
      // The last page has none; it may be gone before it is pressed.
      if ((await more.count()) > 0) await more.click({ timeout: 3_000 }).catch(() => undefined);
      else await desk.reload();
      // While a page comes there is no button, which is not the end of the list.
      const next = desk.getByRole('row').nth(shown);
      await next.waitFor({ timeout: 3_000 }).catch(() => undefined);
      return undefined;
    });
    const id = await row.getAttribute('data-dossier');
    const here = () =>
      desk.evaluate("document.querySelector('tr.here')?.getAttribute('data-dossier')");
    for (let n = 0; n < 400 && (await here()) !== id; n++) await desk.keyboard.press('j');
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { level: 1, name: code }).waitFor();
  });

  it('2: its files are what the counter accepted, and A acknowledges them', async () => {
    await desk.getByText('tệp đúng mã').waitFor();
    for (const shown of [1, 2]) {
      await desk.getByText(`Trang ${shown}/2`).waitFor();
      await desk.locator('.sheet img').waitFor();
      await desk.keyboard.press('ArrowRight');
    }
    await desk.getByText('Đã xem 2/2 trang').waitFor();
    await desk.keyboard.press('a');
    await desk.getByText('Xác nhận đã mở đủ tệp: Đã ghi.').waitFor();
  });

  it('3: D takes the signed result and records the decision', async () => {
    await desk.keyboard.press('d');
    const buffer = await jpegPage(7_790);
    await desk
      .getByLabel('Văn bản kết quả đã ký (PDF)')
      .setInputFiles({ name: 'ket-qua.jpg', mimeType: 'image/jpeg', buffer });
    await desk.getByText('Đã kiểm tra: 1 trang').waitFor({ timeout: 60_000 });
    await desk.getByRole('button', { name: /^Ghi lại/ }).click();
    await desk.getByText('Ghi kết quả: Đã ghi.').waitFor();
  });
});

describe('a citizen', () => {
  it('is told by SMS, and finds the dossier by the code on the receipt', async () => {
    await eventually(async () => (await messages()).some(({ text }) => /co ket qua/.test(text)));
    const link = await qrOf(receipt);
    expect(link).toMatch(`${stackUrl()}/tra-cuu/${code}#`);
    const own = await openBrowser({ viewport: { width: 360, height: 740 } });
    const citizen = await own.context.newPage();
    await citizen.goto(link);
    await citizen.getByText(code).first().waitFor();
    await citizen
      .getByText(/Đã có kết quả/)
      .first()
      .waitFor();
    expect([...own.complaints, ...counter.complaints]).toEqual([]);
    await own.close();
  });
});
