import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, letThrough, openBrowser, type TestBrowser } from '#test/support/browser.ts';
import { eventually } from '#test/support/eventually.ts';
import { accepted, pulled, staff } from '#test/support/journeys.ts';
import { person, simulators, stackUrl } from '#test/support/people.ts';

/** A phone of its own: a number gets three codes an hour. */
const phone = '+84987650321';
const applicant = {
  name: 'Lê Thị Sáu',
  personalNumber: '093185004321',
  phone,
  address: 'Ấp 5, xã Vị Thủy, TP Cần Thơ',
};

let browser: TestBrowser;
let dossier: Awaited<ReturnType<typeof accepted>>;

beforeAll(async () => {
  dossier = await accepted((await staff()).clerk, { applicant });
  browser = await openBrowser({ viewport: { width: 360, height: 740 } });
});
afterAll(() => browser.close());

/** Of the one whose dossier ends. */
const otherPhone = '+84987650322';

/** Of the one who wants the result elsewhere. */
const thirdPhone = '+84987650323';

/** Taken back by the citizen, and granted by the department. */
const withdrawn = async () => {
  const { clerk } = await staff();
  const officer = await person('hoa.nnmt');
  const own = await accepted(clerk, { applicant: { ...applicant, phone: otherPhone } });
  const { dossierId } = own;
  const params = { dossierId };
  await pulled(officer, 'ct-nnmt', dossierId);
  await clerk.call('POST /v1/dossiers/{dossierId}/withdrawal', {
    params,
    body: { reason: 'Không cần nữa', identityChecked: true },
  });
  await officer.call('POST /v1/dossiers/{dossierId}/withdrawal/grant', { params });
  return own;
};

/** By the six digits of the message. */
const openDetail = async (page: Page, to: string): Promise<void> => {
  const before = (await codesReceived(to)).length;
  await page.getByRole('button', { name: 'Nhắn mã cho tôi' }).click();
  const digits = page.getByLabel('6 số trong tin nhắn');
  await digits.waitFor();
  await digits.fill(await eventually(async () => (await codesReceived(to))[before]));
  await page.getByRole('button', { name: 'Xem chi tiết' }).click();
  await page.getByRole('heading', { name: 'Giấy tờ đang ở đâu' }).waitFor();
};

const codesReceived = async (to = phone): Promise<readonly string[]> => {
  const messages = await simulators().messages(to);
  return messages.flatMap(({ text }) => /Ma xac nhan (\d{6})/.exec(text)?.[1] ?? []);
};

const pageAt = async (path: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`${stackUrl()}${path}`);
  return page;
};

const fill = async (page: Page, code: string, secret: string): Promise<void> => {
  await page.getByLabel('Mã hồ sơ', { exact: true }).fill(code);
  await page.getByLabel('Mã tra cứu', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Xem tình trạng' }).click();
};

const statusOn = (page: Page) => page.getByRole('heading', { level: 1, name: 'Được tiếp nhận' });

describe('the page that a paper’s QR code opens', () => {
  it('shows the status at once, and the secret leaves the browser in the body alone', async () => {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${stackUrl()}/tra-cuu/${dossier.code}#${dossier.trackingSecret}`);
    await statusOn(page).waitFor();
    await page.getByText(dossier.code).first().waitFor();
    await page.getByText('Hẹn trả kết quả').waitFor();
    expect(asked).toContain(`${stackUrl()}/v1/track`);
    expect(asked.filter((url) => url.includes(dossier.trackingSecret))).toEqual([]);
    expect(await page.title()).toBe('Được tiếp nhận · Tra cứu hồ sơ');
    expect(await faultsOf(page, 'citizen-found')).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accepted' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await faultsOf(page, 'citizen-found-english')).toEqual([]);
    await page.close();
  });

  it('takes what is typed as a person types it, and leaves the secret out of the address', async () => {
    const page = await pageAt('/tra-cuu');
    expect(await faultsOf(page, 'citizen-form')).toEqual([]);
    await fill(page, dossier.code.toLowerCase(), dossier.trackingSecret.toLowerCase());
    await statusOn(page).waitFor();
    expect(page.url()).toBe(`${stackUrl()}/tra-cuu/${dossier.code.toLowerCase()}`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Tra cứu hồ sơ' }).waitFor();
    await page.close();
  });

  it('says what does not fit, what is too short, and keeps what was typed', async () => {
    const page = await pageAt('/tra-cuu');
    await fill(page, dossier.code, 'ABC');
    await page.getByText('Còn thiếu').waitFor();
    expect(await faultsOf(page, 'citizen-too-short')).toEqual([]);
    await fill(page, dossier.code, 'WRNG2345');
    await page.getByRole('alert').getByText('không khớp').waitFor();
    expect(await page.getByLabel('Mã tra cứu', { exact: true }).inputValue()).toBe('WRNG2345');
    expect(await faultsOf(page, 'citizen-denied')).toEqual([]);
    await page.close();
  });

  it('says that the line is cut, and goes on when it is there again', async () => {
    const page = await pageAt('/tra-cuu');
    await browser.context.setOffline(true);
    await fill(page, dossier.code, dossier.trackingSecret);
    await page.getByRole('alert').getByText('mất mạng').waitFor();
    expect(await faultsOf(page, 'citizen-no-answer')).toEqual([]);
    await browser.context.setOffline(false);
    await page.getByRole('button', { name: 'Xem tình trạng' }).click();
    await statusOn(page).waitFor();
    await page.close();
  });

  it('says what a server’s fault means for the citizen, with a number to read out', async () => {
    const page = await pageAt('/tra-cuu');
    const problem = { title: 'Lỗi', titleEn: 'Error', code: 'defect', status: 500 };
    const body = JSON.stringify({ ...problem, instance: 'urn:request:abc' });
    await page.route('**/v1/track', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
    );
    await fill(page, dossier.code, dossier.trackingSecret);
    await page.getByText('urn:request:abc').waitFor();
    await page.close();
  });

  it('shows who has the papers and why the date is that date, to whoever has the phone', async () => {
    const before = (await codesReceived()).length;
    const page = await pageAt(`/tra-cuu/${dossier.code}#${dossier.trackingSecret}`);
    await page.getByRole('button', { name: 'Nhắn mã cho tôi' }).click();
    const digits = page.getByLabel('6 số trong tin nhắn');
    await digits.waitFor();
    const otp = await eventually(async () => (await codesReceived())[before]);
    await digits.fill(otp === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: 'Xem chi tiết' }).click();
    await page.getByRole('alert').getByText('Mã không đúng').waitFor();
    expect(await faultsOf(page, 'citizen-wrong-digits')).toEqual([]);
    await digits.fill(otp);
    await page.getByRole('button', { name: 'Xem chi tiết' }).click();
    await page.getByRole('heading', { name: 'Giấy tờ đang ở đâu' }).waitFor();
    await page.getByRole('heading', { name: 'Vì sao hẹn ngày này' }).waitFor();
    await page.getByText('L. T. Sáu').waitFor();
    // The page reckons by itself; today's anchor is published in the night.
    await page.getByRole('button', { name: 'Kiểm tra ngay trên máy này' }).click();
    await page.getByText(/\d+ sự kiện nối đúng nhau/).waitFor();
    await page.getByText('xin kiểm tra lại ngày mai').waitFor();
    expect(await faultsOf(page, 'citizen-detail')).toEqual([]);
    await page.close();
  });

  it('says at which event a history that was changed on its way breaks', async () => {
    const page = await pageAt(`/tra-cuu/${dossier.code}#${dossier.trackingSecret}`);
    await openDetail(page, phone);
    await page.route('**/v1/track/history', async (route) => {
      const answer = await route.fetch();
      const history = await answer.json();
      history.events[0].recordedAt += 1;
      await route.fulfill({ response: answer, json: history });
    });
    await page.getByRole('button', { name: 'Kiểm tra ngay trên máy này' }).click();
    await page.getByText('Chuỗi bị đứt tại sự kiện 1').waitFor();
    expect(await faultsOf(page, 'citizen-broken')).toEqual([]);
    await page.close();
  });

  it('asks once how it was when it has ended, and why where somebody is not satisfied', async () => {
    const ended = await withdrawn();
    const page = await pageAt(`/tra-cuu/${ended.code}#${ended.trackingSecret}`);
    await openDetail(page, otherPhone);
    await page.getByRole('heading', { name: 'Ông/bà có hài lòng không?' }).waitFor();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Xin chọn một mức').waitFor();
    await page.getByLabel('Không hài lòng').check();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Xin chọn một mức').waitFor();
    await page.getByLabel('Vì sao chưa hài lòng').selectOption({ index: 1 });
    await page.getByLabel('Nói rõ hơn, nếu muốn').fill('Phải đợi lâu');
    expect(await faultsOf(page, 'citizen-rating')).toEqual([]);
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Đánh giá đã được ghi nhận').waitFor();
    await page.close();
  });

  it('lets the citizen have the result elsewhere, once, and says before what it costs', async () => {
    const own = await accepted((await staff()).clerk, {
      applicant: { ...applicant, phone: thirdPhone },
      fees: { stateFeesVnd: 50_000, postageVnd: 20_000 },
    });
    const page = await pageAt(`/tra-cuu/${own.code}#${own.trackingSecret}`);
    await openDetail(page, thirdPhone);
    await page.getByRole('button', { name: 'Đổi cách nhận' }).click();
    await page.getByRole('button', { name: 'Ghi cách nhận mới' }).click();
    await page.getByText('Xin chọn nơi nhận đầy đủ').waitFor();
    await page.getByLabel('Tại địa chỉ khác').check();
    await page.getByLabel('Xã, phường').selectOption({ value: 'ct-p-nga-bay' });
    await page.getByText(/^Thêm cước 8.000/).waitFor();
    await page.getByLabel('Số nhà, đường, ấp').fill('Số 8, hẻm 3');
    expect(await faultsOf(page, 'citizen-delivery')).toEqual([]);
    await page.getByLabel('Ngày mong nhận').fill('2020-01-02');
    await page.getByRole('button', { name: 'Ghi cách nhận mới' }).click();
    await page.getByRole('alert').getByText('ngày làm việc').waitFor();
    expect(await faultsOf(page, 'citizen-delivery-refused')).toEqual([]);
    await page.getByLabel('Ngày mong nhận').fill('');
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
    });
    await page.route('**/v1/track/delivery', (route) => route.abort());
    await page.getByRole('button', { name: 'Ghi cách nhận mới' }).click();
    await page.getByRole('alert').getByText('mất mạng').waitFor();
    await letThrough(page);
    await page.getByRole('button', { name: 'Ghi cách nhận mới' }).click();
    await page.getByText('Nơi nhận: Số 8, hẻm 3, phường Ngã Bảy').waitFor();
    // Nobody knew what became of the first: what is sent again is the same choice.
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
    expect(await faultsOf(page, 'citizen-delivery-chosen')).toEqual([]);
    await page.close();
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});

describe('what looks at the screens', () => {
  it('sees a word without contrast, a field without a label, and a page that is too wide', async () => {
    const page = await pageAt('/tra-cuu');
    await page.evaluate(`{
      const planted = document.createElement('div');
      planted.append('planted words', document.createElement('input'));
      planted.style.cssText = 'color:#999;background:#aaa;width:2000px';
      document.querySelector('main').append(planted);
    }`);
    const faults = (await faultsOf(page, 'planted')).join('\n');
    for (const fault of ['color-contrast', 'label', 'px too wide', 'dark'])
      expect(faults).toContain(fault);
    await page.close();
  });
});

describe('without JavaScript', () => {
  let plain: TestBrowser;
  beforeAll(async () => {
    plain = await openBrowser({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  });
  afterAll(() => plain.close());

  it('the form leads to a page with the status, or with what is wrong', async () => {
    const page = await plain.context.newPage();
    await page.goto(`${stackUrl()}/tra-cuu/${dossier.code}`);
    await fill(page, dossier.code, 'WRNG2345');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('body').textContent()).toContain('Mã yêu cầu');
    await page.goBack();
    await fill(page, dossier.code, dossier.trackingSecret);
    await statusOn(page).waitFor();
    const text = await page.locator('body').textContent();
    expect(text).toContain('Hẹn trả kết quả');
    expect(text).not.toContain(dossier.trackingSecret);
    await page.close();
  });
});
