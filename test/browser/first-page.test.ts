import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '#functions/contracts.ts';
import { openBrowser, type TestBrowser } from '#test/support/browser.ts';
import { accepted, staff } from '#test/support/journeys.ts';
import { stackUrl } from '#test/support/people.ts';

let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.context.newPage();
});

afterAll(() => browser.close());

describe('the pages at the printed address', () => {
  it('name the demo users and lead to the API, the phone, the courier and the national portal', async () => {
    await page.goto(stackUrl());
    const text = await page.locator('body').textContent();
    for (const name of ['lan.vithanh', 'hoa.nnmt', 'tuan.vithanh']) expect(text).toContain(name);
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const path of ['/reference', '/sim/phone', '/sim/courier', '/sim/portal'])
      expect(links.some((href) => href?.startsWith(path))).toBe(true);
  });

  it('show every route of the API', async () => {
    await page.goto(`${stackUrl()}/reference`);
    const routes = Object.values(contracts).flatMap((contract) => Object.keys(contract));
    // Drawn as one scrolls to them, and taken away again.
    const seen = new Set<string>();
    const shown = async () => {
      const ids = await page.locator('.opblock').evaluateAll((all) => all.map(({ id }) => id));
      for (const id of ids) seen.add(id);
      await page.mouse.wheel(0, 700);
      return seen.size;
    };
    await expect.poll(shown, { interval: 100, timeout: 25_000 }).toBe(routes.length);
  });

  it('show an SMS on the phone as it comes', async () => {
    await page.goto(`${stackUrl()}/sim/phone`);
    const { clerk } = await staff();
    const { code } = await accepted(clerk);
    await page.getByText(code, { exact: false }).first().waitFor({ timeout: 20_000 });
    expect(await page.locator('body').textContent()).toContain(code);
  });

  it('give the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
