import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanPrint } from '#local/play/paper/printed-sheet.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import {
  faultsOf,
  letThrough,
  openCounter,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { registered, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';

let browser: TestBrowser;
let page: Page;
let dossierId: string;

const none = Buffer.alloc(0);
const title = 'Quét cả tập bằng máy nạp giấy';

beforeAll(async () => {
  const { clerk } = await staff();
  ({ dossierId } = await registered(clerk));
  browser = await openCounter();
  page = await signedInAt(browser, `/quay/ho-so/${dossierId}`, 'lan.vithanh');
  await page.getByText(title).click();
});
afterAll(() => browser.close());

/** The cover sheets as the screen prints them, run through a scanner. */
let sheets: readonly Buffer[] = [];

const give = (...files: readonly { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('Chọn tập quét').setInputFiles([...files]);

const pictures = (pages: readonly Buffer[]) =>
  pages.map((buffer, n) => ({ name: `quet${n + 1}.jpg`, mimeType: 'image/jpeg', buffer }));

const asPdf = async (pages: readonly Buffer[]) => ({
  name: 'tap.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(await pdfOfJpegs(pages)),
});

const lastBatch = () => page.locator('[role=status] .batch').last();
const judged = async (count: number): Promise<void> => {
  await expect
    .poll(() => page.locator('[role=status] .batch').count(), { timeout: 90_000 })
    .toBe(count);
};

describe('a batch behind cover sheets', () => {
  it('begins with pages counted in the hand, of every paper', async () => {
    await page.getByText('Đếm đủ số trang của từng giấy trước.').waitFor();
    expect(await faultsOf(page, 'batch-empty')).toEqual([]);
    const [first, second] = await page.getByLabel(/^Số trang: /).all();
    await first?.fill('2');
    await second?.fill('1');
    const printed = page.waitForResponse((response) => response.url().includes('cover-sheets.pdf'));
    await page.getByRole('button', { name: 'In tờ phân trang' }).click();
    const pdf = await (await printed).body();
    await page.getByRole('link', { name: 'Mở tờ phân trang' }).waitFor();
    sheets = await scanPrint(pdf, { seed: 7, skewDegrees: 0.7, noise: 0.04, dpi: 150 });
    expect(sheets).toHaveLength(2);
  });

  it('knows the counts after a reload, for the sheets lie printed', async () => {
    await page.reload();
    await expect
      .poll(() =>
        page
          .getByLabel(/^Số trang: /)
          .first()
          .inputValue(),
      )
      .toBe('2');
  });

  it('is refused before it is sent where it is none', async () => {
    const [picture] = pictures([await jpegPage(9_301)]);
    const pdf = await asPdf([await jpegPage(9_301)]);
    if (!picture) throw new Error('no picture');
    await give(picture, pdf);
    await page.getByText('không trộn lẫn').waitFor();
  });

  it('that swallowed a sheet is not filed, and says in words what was said and found', async () => {
    const [one = none] = sheets;
    await give(
      await asPdf([one, await jpegPage(9_302), await jpegPage(9_303), await jpegPage(9_304)]),
    );
    await judged(1);
    await lastBatch().getByText('Ghi 2, có 3').waitFor();
    await lastBatch().getByText('Không xếp được').waitFor();
    expect(await faultsOf(page, 'batch-rejected')).toEqual([]);
    expect(await page.getByText('Còn 2 thành phần').count()).toBe(1);
  });

  it('shows what is missing beside what was counted', async () => {
    const [one = none] = sheets;
    await give(await asPdf([one, await jpegPage(9_305), await jpegPage(9_306)]));
    await judged(2);
    await lastBatch().getByText('■ Thiếu').waitFor();
    await lastBatch().getByText('Thành phần này không có trong tập quét.').waitFor();
    await lastBatch().getByText('trang 2–3', { exact: true }).waitFor();
    expect(await faultsOf(page, 'batch-missing')).toEqual([]);
    await page.getByText('Còn 1 thành phần').waitFor();
  });

  it('comes as a file a page too, in the order of their numbers, though a line was cut', async () => {
    const [one = none, two = none] = sheets;
    const pages = await Promise.all([9_307, 9_308, 9_309].map((seed) => jpegPage(seed)));
    const files = pictures([one, pages[0] ?? none, pages[1] ?? none, two, pages[2] ?? none]);
    await page.route('**/batches', (route) => route.abort());
    await give(...files.toReversed());
    const notice = page.getByRole('alert');
    await notice.waitFor();
    await letThrough(page);
    // Two pages that may be one: what the system says of such, on pages that it has.
    await page.route(/\/scans\/[0-9A-Z]{26}$/, async (route) => {
      const answer = await route.fetch();
      const scan = await answer.json();
      const like = {
        code: 'similar-page',
        page: 3,
        about: '2',
        vi: 'Trang rất giống một trang trước đó.',
        en: 'The page looks very much like an earlier one.',
        doVi: 'Xem hai trang cạnh nhau: khác nhau thì bỏ qua, trùng thì quét lại.',
        doEn: 'Look at these two.',
      };
      const remarks = scan.state === 'verified' ? { remarks: [...scan.remarks, like] } : {};
      await route.fulfill({ json: { ...scan, ...remarks } });
    });
    await notice.getByRole('button').click();
    await judged(3);
    await letThrough(page);
    expect(await lastBatch().getByText('● Khớp').count()).toBe(2);
    await lastBatch().getByText('Giống trang 2').waitFor();
    expect(await page.getByText(/Còn \d thành phần/).count()).toBe(0);
  });

  it('shows the two pages that may be one side by side', async () => {
    await lastBatch().getByRole('button', { name: 'Xem trang 2 và trang 3' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('img').count(), { timeout: 30_000 }).toBe(2);
    expect(await faultsOf(page, 'batch-two-pages')).toEqual([]);
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    expect(await faultsOf(page, 'batch-filed')).toEqual([]);
  });

  it('is enough to accept the dossier', async () => {
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: /Đã tiếp nhận: / }).waitFor();
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
