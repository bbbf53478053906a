import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  letThrough,
  openDesk,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { eventually } from '#test/support/eventually.ts';
import { accepted, pulled, scanned, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
import { type Person, person, stackUrl } from '#test/support/people.ts';

type Accepted = Awaited<ReturnType<typeof accepted>>;

let browser: TestBrowser;
let desk: Page;
let officer: Person;
let first: Accepted;
let second: Accepted;

const arrived = (dossierId: string) =>
  eventually(async () => {
    const read = await officer.attempt('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    return read.ok || undefined;
  });

beforeAll(async () => {
  const { clerk } = await staff();
  officer = await person('hoa.nnmt');
  first = await accepted(clerk);
  second = await accepted(clerk);
  await Promise.all([arrived(first.dossierId), arrived(second.dossierId)]);
  browser = await openDesk();
  desk = await signedInAt(browser, '/so/hop', 'hoa.nnmt');
});
afterAll(() => browser.close());

const row = (page: Page, code: string) => page.getByRole('row').filter({ hasText: code });

/** The line, however many lie before it. */
const shown = async (page: Page, code: string): Promise<void> => {
  await page.locator('table.inbox').waitFor();
  while ((await row(page, code).count()) === 0) {
    const lines = await page.getByRole('row').count();
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await eventually(async () => (await page.getByRole('row').count()) > lines || undefined);
  }
};

/** Stands on the line of a dossier, by the keys alone. */
const walkTo = async (page: Page, dossierId: string): Promise<void> => {
  const here = () =>
    page.evaluate("document.querySelector('tr.here')?.getAttribute('data-dossier')");
  for (let n = 0; n < 400 && (await here()) !== dossierId; n++) await page.keyboard.press('j');
  expect(await here()).toBe(dossierId);
};

const looked = async (page: Page): Promise<void> => {
  await page.getByText('tệp đúng mã').waitFor();
  const [, of = '1'] =
    /\/(\d+)/.exec((await page.getByText(/^Trang 1\//).textContent()) ?? '') ?? [];
  for (let n = 1; n < Number(of); n++) {
    await page.locator('.sheet img').waitFor();
    await page.keyboard.press('ArrowRight');
  }
  await page.getByText(`Đã xem ${of}/${of} trang`).waitFor();
};

describe('the inbox of a department', () => {
  it('shows what waits by due date, and who holds it until when', async () => {
    await shown(desk, first.code);
    await shown(desk, second.code);
    await row(desk, first.code).getByText('Chưa ai').waitFor();
    await row(desk, first.code)
      .getByText(/Cấp đổi Giấy chứng nhận/)
      .waitFor();
    expect(await faultsOf(desk, 'so-inbox')).toEqual([]);
    await pulled(await person('phuc.nnmt'), 'ct-nnmt', second.dossierId);
    // Nobody presses anything: the pulse tells.
    await row(desk, second.code)
      .getByText(/^Võ Hồng Phúc, đến/)
      .waitFor({ timeout: 40_000 });
    await officerTakes(second.dossierId);
  });

  it('filters, says what to do where nothing is, and that the line is cut', async () => {
    await desk.getByLabel('Mã thủ tục').fill('9.999999');
    await desk.getByRole('button', { name: 'Lọc', exact: true }).click();
    await desk.getByText('Không còn hồ sơ chờ nhận').waitFor();
    expect(await faultsOf(desk, 'so-inbox-empty')).toEqual([]);
    await desk.getByRole('button', { name: 'Bỏ lọc' }).click();
    await shown(desk, first.code);
    await desk.route('**/inbox?*', (route) => route.abort());
    await desk.getByRole('button', { name: /^Tạm dừng/ }).click();
    await desk.getByText('Không có mạng').waitFor();
    expect(await faultsOf(desk, 'so-inbox-cut')).toEqual([]);
    await letThrough(desk);
    await desk.getByRole('button', { name: /^Chờ nhận/ }).click();
  });

  it('leaves letters alone where somebody types, and where somebody has turned them off', async () => {
    await desk.keyboard.press('?');
    await desk.getByRole('dialog').waitFor();
    expect(await faultsOf(desk, 'so-keys')).toEqual([]);
    await desk.getByLabel(/^Tắt các phím/).check();
    await desk.getByRole('button', { name: 'Đóng' }).click();
    await desk.keyboard.press('j');
    expect(await desk.locator('tr.here').count()).toBe(0);
    await desk.getByRole('button', { name: /^Phím tắt/ }).click();
    await desk.getByLabel(/^Tắt các phím/).uncheck();
    await desk.getByRole('button', { name: 'Đóng' }).click();
    await desk.getByLabel('Mã thủ tục').focus();
    await desk.keyboard.type('jx');
    expect(await desk.locator('tr.here').count()).toBe(0);
    await desk.getByLabel('Mã thủ tục').fill('');
    await desk.locator('h1').click();
  });
});

/** The leader gives it back, so that it waits again. */
const officerTakes = async (dossierId: string): Promise<void> => {
  const leader = await person('phuc.nnmt');
  const { department } = await leader.call('GET /v1/dossiers/{dossierId}', {
    params: { dossierId },
  });
  await leader.call('POST /v1/dossiers/{dossierId}/lease/release', {
    params: { dossierId },
    body: { leaseNo: department?.leaseNo ?? 0 },
  });
};

describe('a dossier at the desk', () => {
  it('is taken, opened, acknowledged and decided by keys', async () => {
    const readings: string[] = [];
    desk.on('request', (request) => {
      if (request.url().endsWith(`/v1/dossiers/${first.dossierId}`)) readings.push(request.url());
    });
    await shown(desk, first.code);
    await walkTo(desk, first.dossierId);
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { level: 1, name: first.code }).waitFor();
    await desk.getByText('Bạn giữ đến').waitFor();
    await looked(desk);
    expect(await faultsOf(desk, 'so-dossier')).toEqual([]);
    // Whoever comes back to the window reads nothing anew: each reading is recorded.
    await desk.evaluate(
      "dispatchEvent(new Event('focus'));document.dispatchEvent(new Event('visibilitychange'))",
    );
    expect(readings).toHaveLength(1);
    await desk.keyboard.press('+');
    await desk.getByText('150 %').waitFor();
    await desk.keyboard.press('o');
    expect(await desk.locator('.sheet img').getAttribute('style')).toContain('rotate(90deg)');
    await desk.keyboard.press('a');
    await desk.getByText('Xác nhận đã mở đủ tệp: Đã ghi.').waitFor();
    await desk.keyboard.press('d');
    await desk.getByRole('button', { name: /^Ghi lại/ }).waitFor();
    expect(await faultsOf(desk, 'so-decide')).toEqual([]);
    await desk.getByLabel('Văn bản kết quả đã ký (PDF)').setInputFiles({
      name: 'ket-qua.jpg',
      mimeType: 'image/jpeg',
      buffer: await jpegPage(901),
    });
    await desk.getByText('Đã kiểm tra: 1 trang').waitFor({ timeout: 60_000 });
    await desk.getByRole('button', { name: /^Ghi lại/ }).click();
    await desk.getByText('Ghi kết quả: Đã ghi.').waitFor();
    const { decision } = await officer.call('GET /v1/dossiers/{dossierId}', {
      params: { dossierId: first.dossierId },
    });
    expect(decision?.outcome).toBe('approved');
    expect(readings).toHaveLength(3);
  });

  it('keeps what is typed when the lease is lost, and goes on once it is held again', async () => {
    await desk.goto(`${stackUrl()}/so/ho-so/${second.dossierId}`);
    await desk.getByText('Chưa ai giữ hồ sơ này.').waitFor();
    expect(await faultsOf(desk, 'so-unheld')).toEqual([]);
    await desk.keyboard.press('n');
    await desk.getByText('Bạn giữ đến').waitFor();
    await looked(desk);
    await desk.keyboard.press('a');
    await desk.getByText('Xác nhận đã mở đủ tệp: Đã ghi.').waitFor();
    await desk.keyboard.press('s');
    const form = desk.getByRole('form', { name: 'Yêu cầu bổ sung' });
    await form.getByRole('checkbox').first().check();
    await form.getByLabel('Sai hoặc thiếu ở đâu').fill('Thiếu chữ ký');
    await form.getByLabel('Mẫu câu').selectOption({ index: 1 });
    const reason = form.getByLabel('Lý do, người dân sẽ đọc');
    expect(await reason.inputValue()).toBe('Giấy tờ chưa có chữ ký hoặc dấu theo quy định.');
    await form.getByRole('button', { name: /^Ghi lại/ }).click();
    await form.getByText('Chưa điền: Người dân nộp trước hết ngày').waitFor();
    await form.getByLabel('Người dân nộp trước hết ngày').fill(inMonths());
    expect(await faultsOf(desk, 'so-supplement')).toEqual([]);
    await form.getByRole('button', { name: 'Xem trước giấy gửi công dân' }).click();
    await form.locator('iframe.paper').waitFor();
    await form.getByText('Đây là bản xem trước').waitFor();
    expect(await faultsOf(desk, 'so-preview')).toEqual([]);
    const seen = await officer.call('GET /v1/dossiers/{dossierId}', {
      params: { dossierId: second.dossierId },
    });
    expect([seen.status, seen.supplements]).toEqual(['in-progress', []]);
    const leader = await person('phuc.nnmt');
    const params = { dossierId: second.dossierId };
    const { department } = await leader.call('GET /v1/dossiers/{dossierId}', { params });
    expect(department?.leasedBy).toEqual({ id: expect.any(String), name: 'Phạm Thị Hoa' });
    await leader.call('POST /v1/dossiers/{dossierId}/lease/take-back', {
      params,
      body: { leaseNo: department?.leaseNo ?? 0, reason: 'Vắng mặt' },
    });
    await form.getByRole('button', { name: /^Ghi lại/ }).click();
    await desk.getByText('Hồ sơ không còn do bạn giữ.').waitFor();
    expect(await faultsOf(desk, 'so-lease-lost')).toEqual([]);
    expect(await reason.inputValue()).toContain('chữ ký');
    await desk.getByRole('button', { name: /^Giữ lại/ }).click();
    await desk.getByText('Bạn giữ đến').waitFor();
    await form.getByRole('button', { name: /^Ghi lại/ }).click();
    await desk.getByText('Yêu cầu bổ sung: Đã ghi.').waitFor();
    await desk.getByRole('button', { name: 'Xem giấy người dân nhận' }).click();
    await desk.locator('iframe.paper').waitFor();
  });

  it('of which a file is not the one that was accepted cannot be acknowledged', async () => {
    const { clerk } = await staff();
    const other = await accepted(clerk);
    await pulled(officer, 'ct-nnmt', other.dossierId);
    await desk.route('**/content', (route) =>
      route.fulfill({ contentType: 'image/jpeg', body: 'another file' }),
    );
    await desk.goto(`${stackUrl()}/so/ho-so/${other.dossierId}`);
    await desk.getByText('Tệp không đúng mã lúc tiếp nhận').waitFor();
    await desk.getByText('Có tệp không đúng mã: không xác nhận được').waitFor();
    expect(await faultsOf(desk, 'so-wrong-hash')).toEqual([]);
    await letThrough(desk);
  });

  it('goes on to the next that one holds without the list', async () => {
    const { clerk } = await staff();
    const third = await accepted(clerk);
    await pulled(officer, 'ct-nnmt', third.dossierId);
    await desk.goto(`${stackUrl()}/so/ho-so/${second.dossierId}`);
    await desk.getByRole('heading', { level: 1, name: second.code }).waitFor();
    await desk.keyboard.press('j');
    await desk.waitForURL((url) => !url.pathname.endsWith(second.dossierId));
    await desk.getByText('Bạn giữ đến').waitFor();
  });

  it('that is another agency’s does not exist', async () => {
    await desk.goto(`${stackUrl()}/so/ho-so/01KAPXJ5V0ZK9Q4T8N6W2C7D3F`);
    await desk.getByRole('alert').waitFor();
    expect(await faultsOf(desk, 'so-unknown')).toEqual([]);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});

/** A day that the form takes. */
const inMonths = (): string => new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

describe('a leader', () => {
  it('sees what is proposed and by whom beside the pages, and approves it by a key', async () => {
    const { clerk } = await staff();
    const dossier = await accepted(clerk, {
      procedure: '1.000656',
      components: [
        { id: 'to-khai', copyKind: 'original', count: 1 },
        { id: 'giay-bao-tu', copyKind: 'original', count: 1 },
      ],
      commune: 'ct-x-hoa-an',
      agreement: 'Trả kết quả qua bưu điện',
      fees: { postageVnd: 28_000 },
    });
    const { dossierId } = dossier;
    const tam = await person('tam.hoaan');
    const leaseNo = await pulled(tam, 'ct-x-hoa-an', dossierId);
    const { manifestHash } = dossier;
    const params = { dossierId };
    await tam.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params,
      body: { leaseNo, manifestHash },
    });
    const resultScanId = await scanned(tam, dossierId, await jpegPage(902), {});
    await tam.call('POST /v1/dossiers/{dossierId}/decisions', {
      params,
      body: { leaseNo, outcome: 'approved', resultScanId },
    });
    const own = await openDesk();
    const page = await signedInAt(own, '/so/hop', 'loan.hoaan');
    await page.getByRole('button', { name: /^Chờ duyệt/ }).click();
    await row(page, dossier.code).waitFor();
    await walkTo(page, dossierId);
    await page.keyboard.press('Enter');
    await page.getByText('Người đề xuất: Lý Thanh Tâm').waitFor();
    await page.getByText('tệp đúng mã').waitFor();
    expect(await faultsOf(page, 'so-approve')).toEqual([]);
    await page.keyboard.press('F9');
    await page.getByText('Duyệt: Đã ghi.').waitFor();
    const { decision } = await tam.call('GET /v1/dossiers/{dossierId}', { params });
    expect(decision?.outcome).toBe('approved');
    expect(own.complaints).toEqual([]);
    await own.close();
  });
});
