import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  letThrough,
  openCounter,
  scanComponents,
  scanInto,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { landProcedure, staff } from '#test/support/journeys.ts';

let browser: TestBrowser;
let page: Page;
let procedure: Awaited<ReturnType<typeof landProcedure>>;
/** Keys of what was sent to open several. */
const sent: string[] = [];
const person = `0931900${String(randomInt(90_000)).padStart(5, '0')}`;

beforeAll(async () => {
  procedure = await landProcedure();
  browser = await openCounter();
  browser.context.on('request', (request) => {
    if (request.url().endsWith('/v1/dossiers/many'))
      sent.push(request.headers()['idempotency-key'] ?? '');
  });
  page = await signedInAt(browser, '/quay/nhan', 'lan.vithanh');
  await page.getByRole('heading', { name: 'Nhận hồ sơ' }).waitFor();
});
afterAll(() => browser.close());

const field = (name: string) => page.getByLabel(name, { exact: true });
const focused = () => page.evaluate('document.activeElement?.id');
const press = (key: string) => page.keyboard.press(key);

/** By the keyboard alone: the cursor stands in the box of procedures. */
const chooseProcedure = async (): Promise<void> => {
  await expect.poll(focused).toBe('in-procedure');
  await page.keyboard.type(procedure.code, { delay: 60 });
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await press('Enter');
  await page.getByText('Cơ quan giải quyết').waitFor();
};

const theirs = async () => {
  const { clerk } = await staff();
  const body = { personalNumber: person, cardSeen: true } as const;
  return (await clerk.call('POST /v1/persons/dossiers', { query: {}, body })).items;
};

describe('several dossiers of one sender', () => {
  it('have an owner apart by Alt+C, as any dossier', async () => {
    await scanInto(
      page,
      `${person}||Trần Thị Lan|02091990|Nữ|Ấp 3, xã Vị Tân, TP Cần Thơ|01072021`,
    );
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Trần Thị Lan');
    await press('Alt+c');
    await expect.poll(focused).toBe('in-ownerName');
    await press('Alt+c');
    await press('Alt+c');
    await expect.poll(focused).toBe('in-owner');
    expect(await page.locator('#in-owner').inputValue()).toBe('same');
  });

  it('are typed one after the other, and nothing is put aside that has a flaw', async () => {
    await press('Alt+t');
    expect(await page.getByRole('button', { name: 'Thêm hồ sơ của người này' }).count()).toBe(0);
    await page.locator('#in-procedure').focus();
    await chooseProcedure();
    await page.getByText('Miễn, giảm hoặc thu khác').click();
    await field('Thu khác mức tính (đ)').fill('nhiều');
    await press('Alt+t');
    await page.getByText('Chỉ nhập số.').waitFor();
    await field('Thu khác mức tính (đ)').fill('');
    await press('Alt+t');
    await page.getByRole('heading', { name: '1 hồ sơ của Trần Thị Lan' }).waitFor();
    await chooseProcedure();
    // A paper that the procedure cannot do without.
    await page
      .getByLabel(/^Nộp gì: /)
      .first()
      .selectOption('absent');
    await press('Alt+t');
    await chooseProcedure();
    await page.getByRole('heading', { name: '3 hồ sơ của Trần Thị Lan' }).waitFor();
    expect(await faultsOf(page, 'several-typed')).toEqual([]);
  });

  it('are nobody else’s, whosever card lies there, and are all there after a reload', async () => {
    await scanInto(page, '001188000017||Lê Văn Tám|02091990|Nam|Ấp 1, xã Vị Tân|01072021');
    await page.getByText('Thẻ này của người khác.').waitFor();
    expect(await field('Họ và tên').inputValue()).toBe('Trần Thị Lan');
    await page.reload();
    await page.getByRole('heading', { name: '3 hồ sơ của Trần Thị Lan' }).waitFor();
    await page.getByText('Cơ quan giải quyết').waitFor();
  });

  it('are one act, though the answer was lost; what is refused stays, the others are opened', async () => {
    await page.route('**/v1/dossiers/many', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await press('F9');
    await page.getByText('Chưa biết hồ sơ đã mở hay chưa.').waitFor();
    await press('Alt+t');
    await page.getByRole('heading', { name: '3 hồ sơ của Trần Thị Lan' }).waitFor();
    expect(await faultsOf(page, 'several-unknown')).toEqual([]);
    await letThrough(page);
    await press('F9');
    await press('F9');
    await page.waitForURL(/\/quay\/ho-so\/[0-9A-Z]{26}$/);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(await theirs()).toHaveLength(2);
  });

  it('are gone through one after the other with F9, each with its own scans and receipt', async () => {
    await page.getByText('Hồ sơ 1 / 2').waitFor();
    expect(await faultsOf(page, 'several-first')).toEqual([]);
    const first = page.url();
    await scanComponents(page, 11_000);
    await press('F9');
    await page.getByRole('heading', { name: /Đã tiếp nhận: / }).waitFor();
    await page.getByRole('link', { name: 'Mở bản in' }).waitFor();
    await page.getByRole('button', { name: 'Hồ sơ tiếp theo: 2 / 2' }).waitFor();
    expect(await faultsOf(page, 'several-next')).toEqual([]);
    await press('F9');
    await page.getByText('Hồ sơ 2 / 2').waitFor();
    expect(page.url()).not.toBe(first);
    await page.getByText('Hồ sơ chưa có mã').waitFor();
    await page.reload();
    await page.getByText('Hồ sơ 2 / 2').waitFor();
    await scanComponents(page, 12_000);
    await press('F9');
    await page.getByRole('heading', { name: /Đã tiếp nhận: / }).waitFor();
    const items = await theirs();
    expect(items.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(new Set(items.map(({ number }) => number)).size).toBe(2);
  });

  it('end with what was refused, which is put right in the same sender’s name', async () => {
    await page.getByRole('button', { name: 'Còn 1 hồ sơ chưa mở được: sửa' }).waitFor();
    await press('F9');
    await page.getByText('Còn 1 hồ sơ chưa mở được. Sửa theo lý do').waitFor();
    expect(await field('Họ và tên').inputValue()).toBe('Trần Thị Lan');
    await page.getByText('Còn thiếu:').waitFor();
    expect(await faultsOf(page, 'several-refused')).toEqual([]);
    await page
      .getByLabel(/^Nộp gì: /)
      .first()
      .selectOption('original');
    await press('F9');
    await page.waitForURL(/\/quay\/ho-so\/[0-9A-Z]{26}$/);
    await page.getByText('Hồ sơ chưa có mã').waitFor();
    expect(await theirs()).toHaveLength(3);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
