import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openDesk, signedInAt, type TestBrowser } from '#test/support/browser.ts';

let browser: TestBrowser;
let page: Page;

/** A scanner as WebHID shows one, and one at a serial port: no real one is here. */
const standIn = `
  class Scanner extends EventTarget {
    opened = false;
    productName = 'Voyager';
    collections = [{ usagePage: 0x8c }];
    async open() { this.opened = true; }
    scan(text) {
      const bytes = new TextEncoder().encode(text);
      for (let from = 0; from < bytes.length; from += 56) {
        const part = bytes.slice(from, from + 56);
        const report = new Uint8Array(63);
        report[0] = part.length;
        report.set(part, 4);
        report[62] = from + 56 < bytes.length ? 1 : 0;
        const event = new Event('inputreport');
        this.dispatchEvent(Object.assign(event, { reportId: 2, data: new DataView(report.buffer) }));
      }
    }
  }
  const hid = new EventTarget();
  window.scanner = new Scanner();
  const isGranted = () => sessionStorage.getItem('granted') !== null;
  hid.getDevices = async () => (isGranted() ? [scanner] : []);
  hid.requestDevice = async () => { sessionStorage.setItem('granted', ''); return [scanner]; };
  window.plug = (isIn) => {
    scanner.opened = false;
    hid.dispatchEvent(Object.assign(new Event(isIn ? 'connect' : 'disconnect'), { device: scanner }));
  };
  const serial = new EventTarget();
  window.cable = new TransformStream();
  window.writer = cable.writable.getWriter();
  const port = Object.assign(new EventTarget(), { open: async () => undefined, readable: cable.readable });
  serial.getPorts = async () => [];
  serial.requestPort = async () => port;
  Object.defineProperty(navigator, 'hid', { get: () => hid });
  Object.defineProperty(navigator, 'serial', { get: () => serial });`;

const card = (number: string, name: string): string =>
  `${number}||${name}|02091990|Nữ|Ấp 3, xã Vị Tân, TP Cần Thơ|01072021`;
const field = (name: string) => page.getByLabel(name, { exact: true });
const scan = (text: string) => page.evaluate(`scanner.scan(${JSON.stringify(text)})`);

beforeAll(async () => {
  browser = await openDesk();
  await browser.context.addInitScript(standIn);
  page = await signedInAt(browser, '/quay/nhan', 'lan.vithanh');
  await page.getByRole('heading', { name: 'Nhận hồ sơ' }).waitFor();
});
afterAll(() => browser.close());

describe('a scanner that needs no keyboard', () => {
  it('is not heard before somebody has let it in', async () => {
    await scan(card('001188000017', 'Trần Thị Lan'));
    await page.keyboard.press('F1');
    await page.getByText('Chưa nối máy nào.').waitFor();
    expect(await field('Họ và tên').inputValue()).toBe('');
    expect(await faultsOf(page, 'scanner-none')).toEqual([]);
  });

  it('is let in by a button, and heard wherever the cursor is, with all its letters', async () => {
    await page.getByRole('button', { name: 'Nối máy quét USB (HID-POS)' }).click();
    await page.getByText('Voyager: ● đang nối').waitFor();
    expect(await faultsOf(page, 'scanner-connected')).toEqual([]);
    await page.keyboard.press('F1');
    await field('Điện thoại').focus();
    await scan(card('093190004455', 'Nguyễn Thị Ánh Tuyết Phương'));
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Nguyễn Thị Ánh Tuyết Phương');
    expect(await field('Điện thoại').inputValue()).toBe('');
  });

  it('needs no second asking, and presses the keys of a card of commands', async () => {
    await page.reload();
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Nguyễn Thị Ánh Tuyết Phương');
    await expect.poll(() => page.evaluate('scanner.opened')).toBe(true);
    await scan('CMD:F9');
    await page.getByText('Chưa nhập.').first().waitFor();
  });

  it('says when its cable was drawn, and is heard again once it is back', async () => {
    await page.evaluate('plug(false)');
    await page.getByText('„Voyager“ đã rút dây').waitFor();
    expect(await faultsOf(page, 'scanner-unplugged')).toEqual([]);
    await page.evaluate('plug(true)');
    await page.getByText('„Voyager“ đã rút dây').waitFor({ state: 'detached' });
    await scan(card('001188000017', 'Trần Thị Lan'));
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Trần Thị Lan');
  });

  it('may be at a serial port, whose bytes come in any pieces', async () => {
    await page.keyboard.press('F1');
    await page.getByRole('button', { name: 'Nối máy quét COM' }).click();
    await page.getByText('COM: ● đang nối').waitFor();
    await page.keyboard.press('F1');
    await page.evaluate(`(async () => {
      const bytes = new TextEncoder().encode(${JSON.stringify(`${card('093190004455', 'Lê Thị Hòa')}\r\n`)});
      for (const byte of bytes) await writer.write(Uint8Array.of(byte));
    })()`);
    await expect.poll(() => field('Họ và tên').inputValue()).toBe('Lê Thị Hòa');
    await page.evaluate('writer.close()');
    await page.getByText('„COM“ đã rút dây').waitFor();
  });

  it('gives the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
