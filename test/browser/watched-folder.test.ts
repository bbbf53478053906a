import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  letThrough,
  openCounter,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { registered, staff } from '#test/support/journeys.ts';
import { blankPage, jpegPage } from '#test/support/papers.ts';

let browser: TestBrowser;
let page: Page;

/** The browser's own file system stands for the disk: the same handles, without a window of the system's. */
const standIn = `
  window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('quet', { create: true });
  window.scanner = async (name, bytes) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('quet', { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    const written = await file.createWritable();
    await written.write(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
    await written.close();
  };
  window.onDisk = async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('quet', { create: true });
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
  };`;

const write = (name: string, bytes: Uint8Array) =>
  page.evaluate(`scanner(${JSON.stringify(name)}, '${Buffer.from(bytes).toString('base64')}')`);
const onDisk = () => page.evaluate('onDisk()');
const line = (name: string) => page.getByRole('listitem').filter({ hasText: `${name}:` });

beforeAll(async () => {
  const { clerk } = await staff();
  const { dossierId } = await registered(clerk);
  browser = await openCounter();
  await browser.context.addInitScript(standIn);
  page = await signedInAt(browser, `/quay/ho-so/${dossierId}`, 'lan.vithanh');
  await page.getByRole('heading', { name: 'Thư mục máy quét' }).waitFor();
});
afterAll(() => browser.close());

describe('a folder that the scanner writes into', () => {
  it('is chosen only after it was said that files will be deleted', async () => {
    await write('cu.jpg', await jpegPage(8_001));
    await page.getByRole('button', { name: 'Chọn thư mục máy quét' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('bị XÓA khỏi thư mục').waitFor();
    expect(await faultsOf(page, 'folder-ask')).toEqual([]);
    await dialog.getByRole('button', { name: 'Hiểu rồi, chọn thư mục' }).click();
    await page.getByText('„quet“: đang chờ giấy').waitFor();
    await page.getByText('Có sẵn 1 tệp từ trước, chưa gửi.').waitFor();
    expect(await faultsOf(page, 'folder-watching')).toEqual([]);
  });

  it('gives each new file to the paper that is due, and deletes it once it is verified', async () => {
    await write('trang1.jpg', await jpegPage(8_002));
    await line('trang1.jpg').getByText('đã xóa khỏi thư mục').waitFor({ timeout: 60_000 });
    expect(await onDisk()).toEqual(['cu.jpg']);
    await page.getByText('Còn 1 thành phần').waitFor();
  });

  it('waits for a file that is still being written', async () => {
    await page.keyboard.press('F4');
    const whole = await jpegPage(8_003);
    await write('trang2.jpg', whole.subarray(0, 9_000));
    await page.getByText('Máy quét đang ghi: trang2.jpg').waitFor();
    await page.waitForTimeout(3_000);
    expect(await line('trang2.jpg').count()).toBe(0);
    await write('trang2.jpg', whole);
    await line('trang2.jpg').getByText('đã xóa khỏi thư mục').waitFor({ timeout: 60_000 });
    expect(await onDisk()).toEqual(['cu.jpg']);
    await page.getByText(/Còn \d thành phần/).waitFor({ state: 'detached' });
  });

  it('keeps what is refused, and what did not arrive until it did', async () => {
    await write('thu.docx', new Uint8Array([1]));
    await line('thu.docx').getByText('còn trong thư mục').waitFor();
    await page.getByText('Chỉ nhận PDF, JPEG, PNG, TIFF, WebP.').waitFor();
    await page.route('**/scans', (route) => route.abort());
    await write('trang3.jpg', await jpegPage(8_004));
    await line('trang3.jpg').getByText('còn trong thư mục').waitFor();
    expect(await onDisk()).toEqual(['cu.jpg', 'thu.docx', 'trang3.jpg']);
    expect(await faultsOf(page, 'folder-kept')).toEqual([]);
    await letThrough(page);
    await page.getByRole('alert').getByRole('button').click();
    await line('trang3.jpg').getByText('đã xóa khỏi thư mục').waitFor({ timeout: 60_000 });
    expect(await onDisk()).toEqual(['cu.jpg', 'thu.docx']);
  });

  it('is known after a reload, when what lies there is nobody’s until somebody says so', async () => {
    await page.reload();
    await page.getByText('„quet“: đang chờ giấy').waitFor();
    await page.getByText('Có sẵn 2 tệp từ trước, chưa gửi.').waitFor();
    await page.getByRole('button', { name: 'Gửi cả những tệp này' }).click();
    await line('cu.jpg').getByText('đã xóa khỏi thư mục').waitFor({ timeout: 60_000 });
    await line('thu.docx').getByText('còn trong thư mục').waitFor({ timeout: 60_000 });
  });

  it('is watched by looking twice a second where the browser cannot tell of changes', async () => {
    await browser.context.addInitScript('delete window.FileSystemObserver');
    await page.reload();
    await page.getByText('„quet“: đang chờ giấy').waitFor();
    expect(await page.evaluate('typeof FileSystemObserver')).toBe('undefined');
    await write('trang4.jpg', await blankPage());
    await line('trang4.jpg').waitFor({ timeout: 30_000 });
    await expect.poll(() => page.getByText('Đang kiểm tra…').count(), { timeout: 60_000 }).toBe(0);
  });

  it('says when there is no such folder any more, and asks again where permission ended', async () => {
    await page.evaluate(
      "navigator.storage.getDirectory().then((root) => root.removeEntry('quet', { recursive: true }))",
    );
    await page.getByText('Không còn thư mục „quet“').waitFor();
    expect(await faultsOf(page, 'folder-gone')).toEqual([]);
    await page.evaluate('onDisk()');
    await browser.context.addInitScript(`
      let mayUse = 'prompt';
      FileSystemDirectoryHandle.prototype.queryPermission = async () => mayUse;
      FileSystemDirectoryHandle.prototype.requestPermission = async () => (mayUse = 'granted');
      const { values } = FileSystemDirectoryHandle.prototype;
      FileSystemDirectoryHandle.prototype.values = function () {
        if (mayUse !== 'granted') throw new DOMException('', 'NotAllowedError');
        return values.call(this);
      };
      window.withdraw = () => (mayUse = 'denied');`);
    await page.reload();
    await page.getByText('Trình duyệt hỏi lại quyền').waitFor();
    expect(await faultsOf(page, 'folder-may-i')).toEqual([]);
    await page.getByRole('button', { name: 'Cho phép' }).click();
    await page.getByText('„quet“: đang chờ giấy').waitFor();
    await page.evaluate('withdraw()');
    await page.getByText('không còn quyền dùng thư mục').waitFor();
    await page.getByRole('button', { name: 'Cho phép' }).click();
    await page.getByText('„quet“: đang chờ giấy').waitFor();
  });

  it('is left when somebody says so', async () => {
    await page.getByRole('button', { name: 'Thôi theo dõi' }).click();
    await page.getByRole('button', { name: 'Chọn thư mục máy quét' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Chọn thư mục máy quét' }).waitFor();
    expect(await faultsOf(page, 'folder-none')).toEqual([]);
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
