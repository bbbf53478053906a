import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openDesk, signedInAt, type TestBrowser } from '#test/support/browser.ts';
import { eventually } from '#test/support/eventually.ts';
import { accepted, staff } from '#test/support/journeys.ts';
import { simulators } from '#test/support/people.ts';

let browser: TestBrowser;
let page: Page;
let code: string;

beforeAll(async () => {
  const { clerk } = await staff();
  await simulators().post('/sim/phone/behaviour', { mode: 'fail' });
  let dossierId: string;
  ({ code, dossierId } = await accepted(clerk, {
    applicant: {
      name: 'Phạm Văn Chín',
      personalNumber: '093090005566',
      phone: '0987 650 456',
      address: 'Ấp 2, xã Vị Thủy, TP Cần Thơ',
    },
  }));
  await eventually(async () => {
    const { items } = await clerk.call('GET /v1/call-list', { query: { limit: 50 } });
    return items.find((call) => call.dossierId === dossierId);
  });
  await simulators().post('/sim/phone/behaviour', { mode: 'ok' });
  browser = await openDesk();
  page = await signedInAt(browser, '/quay/goi', 'lan.vithanh');
});
afterAll(() => browser.close());

describe('whom no message has reached', () => {
  it('is called, and a wrong number is put right with the outcome', async () => {
    const line = page.getByRole('listitem').filter({ hasText: code });
    await line.getByText('Tin nhắn không tới máy').waitFor();
    await line.getByRole('link', { name: '+84987650456' }).waitFor();
    expect(await faultsOf(page, 'counter-calls')).toEqual([]);
    await line.getByLabel('Kết quả cuộc gọi').selectOption('wrong-number');
    await line.getByLabel('Số đúng (nếu biết)').fill('12');
    await line.getByText('Không phải số điện thoại Việt Nam.').first().waitFor();
    await line.getByLabel('Số đúng (nếu biết)').fill('0987 650 457');
    await line.getByRole('button', { name: 'Ghi kết quả' }).click();
    await line.getByText('Đã ghi: Nhầm số').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Gọi cho người dân' }).waitFor();
    await expect.poll(() => page.getByText('+84987650456').count()).toBe(0);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
