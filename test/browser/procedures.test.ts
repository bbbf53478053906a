import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openBrowser, type TestBrowser } from '#test/support/browser.ts';
import { landProcedure } from '#test/support/journeys.ts';
import { stackUrl } from '#test/support/people.ts';

let browser: TestBrowser;
let procedure: Awaited<ReturnType<typeof landProcedure>>;

beforeAll(async () => {
  procedure = await landProcedure();
  browser = await openBrowser({ viewport: { width: 360, height: 740 } });
});
afterAll(() => browser.close());

describe('procedures, for everybody', () => {
  it('are found by words without marks, and say what to bring, how long and how much', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stackUrl()}/thu-tuc`);
    await page.getByRole('heading', { name: 'Thủ tục và giấy tờ cần có' }).waitFor();
    expect(await faultsOf(page, 'procedures-form')).toEqual([]);
    await page.getByLabel('Việc cần làm').fill('khong co viec nay dau');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('Không thấy thủ tục nào').waitFor();
    await page.getByLabel('Việc cần làm').fill('dat dai cap doi');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('link', { name: procedure.name }).click();
    await page.getByRole('heading', { level: 1, name: procedure.name }).waitFor();
    expect(page.url()).toBe(`${stackUrl()}/thu-tuc/${procedure.code}`);
    for (const { name } of procedure.components) await page.getByText(name).first().waitFor();
    expect(await faultsOf(page, 'procedure')).toEqual([]);
    await page.goBack();
    await page.getByLabel('Việc cần làm').waitFor();
    await page.close();
  });

  it('print as a list to tick, without what can only be pressed', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stackUrl()}/thu-tuc/${procedure.code}`);
    await page.getByRole('heading', { level: 1, name: procedure.name }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('.boxes li').count()).toBe(procedure.components.length);
    await page.close();
  });

  it('say so in English too, and where there is no such procedure or no line', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stackUrl()}/thu-tuc/9.999999`);
    await page.getByRole('alert').getByText(/\S/).first().waitFor();
    expect(await faultsOf(page, 'procedure-unknown')).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Another procedure' }).click();
    await browser.context.setOffline(true);
    await page.getByLabel('What you need').fill('land');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/network/)
      .waitFor();
    await browser.context.setOffline(false);
    await page.close();
  });

  it('give the browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });
});
