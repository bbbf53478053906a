import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openCounter, signedInAt, type TestBrowser } from '#test/support/browser.ts';
import { readyToAccept, type Staff, staff } from '#test/support/journeys.ts';

let browser: TestBrowser;
let page: Page;
let who: Staff;
let dossierId: string;

/** A dossier whose papers are scanned, and at which the clerk has looked once more. */
beforeAll(async () => {
  who = await staff();
  ({ dossierId } = await readyToAccept(who.clerk));
  browser = await openCounter();
  page = await signedInAt(browser, `/quay/ho-so/${dossierId}`, 'lan.vithanh');
  await openPanel();
});
afterAll(() => browser.close());

const asTold = () => who.clerk.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });

const openPanel = () => page.getByText('Sửa sai sót, khiếu nại').click();
const openPart = (name: string) => page.getByText(name, { exact: true }).click();
const seen = (text: string) => page.getByText(text).locator('visible=true').first().waitFor();
const correct = () => page.getByRole('button', { name: 'Ghi sửa' }).locator('visible=true');
const corrected = () => page.getByText('Đã sửa, cả trước và sau đều ở trong lịch sử.').waitFor();

describe('what a counter took down wrong', () => {
  it('of a person is corrected once the card was compared, with a reason', async () => {
    await openPart('Sửa người nộp, chủ hồ sơ');
    await seen('Chưa sửa ô nào.');
    await page.getByLabel('Họ và tên đúng').fill('Nguyễn Thị Ánh Tuyết');
    await seen('Tên, số, chủ hồ sơ: phải so với giấy tờ tùy thân.');
    await page.getByLabel('Tôi đã so với giấy tờ tùy thân.').check();
    await seen('Còn thiếu lý do.');
    await page.locator('#right-reason').fill('Gõ thiếu tên đệm');
    expect(await faultsOf(page, 'correct-applicant')).toEqual([]);
    await correct().click();
    await corrected();
    await page.getByText('Nguyễn Thị Ánh Tuyết').first().waitFor();
  });

  it('of papers is counted again until they are accepted', async () => {
    await openPanel();
    await openPart('Đếm lại giấy tờ');
    await page.getByLabel('Số bản').first().fill('0');
    await seen('Số bản từ 1 đến 99.');
    await page.getByLabel('Số bản').first().fill('3');
    await page.locator('#papers-reason').fill('Đếm sót');
    expect(await faultsOf(page, 'correct-papers')).toEqual([]);
    await correct().click();
    await expect
      .poll(async () => (await asTold()).components[0]?.count, { timeout: 15_000 })
      .toBe(3);
  });

  it('of a scan is taken out with why, and its paper is to be scanned again', async () => {
    await openPanel();
    await openPart('Gỡ tệp quét nhầm');
    await page
      .getByText(/^Gỡ tệp: /)
      .first()
      .click();
    const part = page
      .getByRole('group')
      .filter({ hasText: /^Gỡ tệp: / })
      .first();
    await part.getByLabel('Vì sao gỡ').selectOption('strangers-paper');
    await part.getByLabel('Vì sao sửa').fill('Giấy của người đứng sau');
    await part.getByRole('button', { name: 'Gỡ tệp này' }).click();
    await corrected();
    await page
      .getByText(/Còn \d+ thành phần chưa có bản quét đạt/)
      .first()
      .waitFor();
  });

  it('is listed with both values, and a complaint is taken down with its day', async () => {
    await openPanel();
    await openPart('Đã sửa những gì');
    await page.getByRole('button', { name: 'Xem các lần sửa' }).click();
    await seen('Nguyễn Thị Ánh Tuyết (Gõ thiếu tên đệm)');
    await seen('Gỡ một tệp quét: giấy của người khác.');
    await openPart('Tiếp nhận khiếu nại dịch vụ bưu chính');
    await page.getByLabel('Người dân nói').fill('Chờ hai tiếng mới tới lượt.');
    await page.getByLabel('Về việc').selectOption('conduct');
    expect(await faultsOf(page, 'put-right')).toEqual([]);
    await page.getByRole('button', { name: 'Ghi khiếu nại' }).click();
    await page.getByText(/Người dân được trả lời trước 17:00/).waitFor();
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
