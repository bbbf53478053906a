import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openDesk, signedInAt, type TestBrowser } from '#test/support/browser.ts';
import { accepted, type Staff, staff } from '#test/support/journeys.ts';
import { stackUrl } from '#test/support/people.ts';

let browser: TestBrowser;
let page: Page;
let who: Staff;
let dossierId: string;
let code: string;

/** A dossier that somebody complains about, and that another supervisor has put on hold. */
beforeAll(async () => {
  who = await staff();
  ({ dossierId, code } = await accepted(who.clerk));
  const params = { dossierId };
  await who.clerk.call('POST /v1/dossiers/{dossierId}/complaints', {
    params,
    body: { subject: 'delay', text: 'Bưu tá hẹn hai lần mà không tới.' },
  });
  await who.otherSupervisor.call('POST /v1/dossiers/{dossierId}/hold', {
    params,
    body: { reason: 'Tòa án yêu cầu, công văn 12/TA' },
  });
  browser = await openDesk();
  page = await signedInAt(browser, '/giam-sat/hom-nay', 'binh.giamsat');
});
afterAll(() => browser.close());

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const of = (head: string) => page.getByRole('listitem').filter({ hasText: head }).first();
const open = async (list: string): Promise<void> => {
  await page.goto(`${stackUrl()}/giam-sat/hom-nay`);
  await page.getByRole('link', { name: list }).click();
  await page.getByRole('heading', { name: list }).waitFor();
};

describe('a supervisor’s desk', () => {
  it('says of each list how many wait and which has waited longest, and reads none that is recorded', async () => {
    await row('Khiếu nại chưa trả lời').getByText(/^\d+$/).waitFor();
    const oldest = await row('Khiếu nại chưa trả lời').getByRole('cell').last().textContent();
    expect(oldest).toMatch(/^\S+ · 17:00 \d\d\/\d\d\/\d{4}$/);
    await row('Hoàn, hủy, sửa biên lai').getByText('lần đọc được ghi lại').waitFor();
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: /\d/ }).count())
      .toBeGreaterThan(15);
    expect(await faultsOf(page, 'oversight-desk')).toEqual([]);
  });

  it('answers a complaint once it was read, and the list has it no more', async () => {
    await open('Khiếu nại chưa trả lời');
    await of(code).getByRole('button', { name: 'Đọc khiếu nại và trả lời' }).click();
    await of(code).getByText('Bưu tá hẹn hai lần mà không tới.').waitFor();
    const answer = of(code).getByRole('button', { name: 'Trả lời khiếu nại' });
    expect(await answer.getAttribute('aria-disabled')).toBe('true');
    await of(code).getByLabel('Kết luận').selectOption('upheld');
    await of(code)
      .getByLabel('Trả lời', { exact: true })
      .fill('Xin lỗi ông/bà, bưu tá đã bị nhắc nhở.');
    expect(await faultsOf(page, 'oversight-complaint')).toEqual([]);
    await answer.click();
    await of(code).getByText('Việc này ra khỏi danh sách').waitFor();
    await open('Khiếu nại chưa trả lời');
    await expect.poll(() => page.getByText(code).count()).toBe(0);
  });

  it('lifts another’s hold with a word, and nobody lifts their own', async () => {
    await open('Hồ sơ đang giữ');
    await of(code).getByText('Tòa án yêu cầu, công văn 12/TA').waitFor();
    await of(code).getByLabel('Vì sao bỏ lệnh giữ').fill('Tòa đã trả lại');
    await of(code).getByRole('button', { name: 'Bỏ lệnh giữ' }).click();
    await of(code).getByText('Việc này ra khỏi danh sách').waitFor();
    await of(code).getByRole('link', { name: 'Ai đã xem hồ sơ này' }).click();
    await page.getByText('Ra lệnh giữ hồ sơ này').click();
    await page.getByLabel('Vì sao giữ').fill('Thanh tra');
    await page.getByRole('button', { name: 'Ra lệnh giữ' }).click();
    await page.getByText('Đã giữ.').waitFor();
    await open('Hồ sơ đang giữ');
    await of(code).getByLabel('Vì sao bỏ lệnh giữ').fill('Xong');
    await of(code).getByRole('button', { name: 'Bỏ lệnh giữ' }).click();
    await of(code).getByRole('alert').waitFor();
    expect(await of(code).getByLabel('Vì sao bỏ lệnh giữ').inputValue()).toBe('Xong');
  });
});

describe('the access log', () => {
  it('says who read a dossier in which capacity, and leads to what else they read', async () => {
    await who.clerk.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    await open('Hồ sơ đang giữ');
    await of(code).getByRole('link', { name: 'Ai đã xem hồ sơ này' }).click();
    const read = row('Nguyễn Thị Lan').filter({ hasText: 'Giao dịch viên' }).first();
    await read.getByText('đã xem').waitFor();
    expect(await faultsOf(page, 'access-log')).toEqual([]);
    await read.getByRole('link').click();
    await page.getByRole('heading', { name: /Một nhân viên/ }).waitFor();
    await row('Nguyễn Thị Lan').first().waitFor();
  });

  it('of what nobody read has no lines, and of what is no id says so', async () => {
    const id = page.getByLabel('Mã định danh của hồ sơ');
    await id.fill('01KAPXJ5V0ZK9Q4T8N6W2NBDY0');
    await page.getByRole('button', { name: 'Xem nhật ký' }).click();
    await page.getByText('Chưa ai đọc.').waitFor();
    await id.fill('khong-phai-ma');
    await page.getByRole('button', { name: 'Xem nhật ký' }).click();
    await page.getByRole('alert').waitFor();
  });
});

describe('an amendment of the calendar', () => {
  it('is applied only by whoever has looked whom it moves', async () => {
    await page.getByRole('link', { name: 'Lịch làm việc' }).click();
    const last = page.getByRole('row').last().getByRole('rowheader');
    const year = await last.textContent();
    const form = page.getByRole('region', { name: 'Đề nghị sửa lịch' });
    await form.getByLabel('Ngày', { exact: true }).fill(`${year}-12-30`);
    await form.getByLabel('Tên ngày').fill('Nghỉ bù');
    await form.getByRole('button', { name: 'Thêm ngày' }).click();
    await form.getByLabel('Căn cứ').fill('Công văn 123/UBND');
    expect(await faultsOf(page, 'calendar-amend')).toEqual([]);
    await form.getByRole('button', { name: 'Lập đề nghị' }).click();
    await page.getByText('Đã lập. Xem ai bị dời ngày').waitFor();
    const proposed = page.getByRole('region', { name: 'Đề nghị chờ áp dụng' });
    await proposed.getByRole('link', { name: 'Xem' }).last().click();
    const apply = page.getByRole('button', { name: 'Áp dụng từ bây giờ' });
    await page.getByText('Xem hồ sơ bị dời trước đã.').waitFor();
    expect(await apply.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Cơ quan').selectOption('ct-nnmt');
    await page.getByText('Không có hồ sơ nào bị dời').waitFor();
    await page.getByLabel('Dời cả ngày đã hẹn').uncheck();
    expect(await faultsOf(page, 'calendar-moves')).toEqual([]);
    await apply.click();
    await page.getByText(/Áp dụng lúc/).waitFor();
  });
});

describe('a post office', () => {
  it('shows its money, its waiting and its devices, which are paired by a code and revoked for good', async () => {
    await page.getByRole('link', { name: 'Bưu cục', exact: true }).click();
    await page.getByLabel('Bưu cục nào').selectOption({ label: 'Bưu điện Ngã Bảy' });
    await page.getByText('Không còn chênh lệch nào chưa xử lý.').waitFor();
    await page.getByText('Số đã lấy').waitFor();
    const devices = page.getByRole('region', { name: 'Thiết bị' });
    await devices.getByLabel('Tên gọi').last().fill('Máy lấy số cửa trước');
    await devices.getByRole('button', { name: 'Cấp mã ghép nối' }).click();
    await devices.getByText(/Mã \d{6}-?\d{6}, gõ vào thiết bị/).waitFor();
    await devices.getByText('chờ gõ mã').waitFor();
    expect(await faultsOf(page, 'oversight-office')).toEqual([]);
    await devices.getByRole('button', { name: 'Thu hồi' }).click();
    const question = page.getByRole('dialog', { name: 'Thu hồi hẳn thiết bị này?' });
    await question.getByRole('button', { name: 'Thu hồi' }).click();
    await devices.getByText('Chưa có thiết bị nào.').waitFor();
  });
});

describe('the national portal', () => {
  it('is compared for a day, and what differs is sent again', async () => {
    await page.getByRole('link', { name: 'Đối soát Cổng' }).click();
    await page.getByRole('button', { name: 'So', exact: true }).click();
    await page
      .getByText(/Đã so \d+ hồ sơ/)
      .first()
      .waitFor();
    expect(await faultsOf(page, 'portal-drift')).toEqual([]);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
