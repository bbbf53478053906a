import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsOf, openBrowser, type TestBrowser } from '#test/support/browser.ts';
import { landProcedure } from '#test/support/journeys.ts';
import { stackUrl } from '#test/support/people.ts';

/** What the command of whoever writes the names lists, of the running stack. */
const missesNow = async (): Promise<string> => {
  const args = ['ops/main.ts', 'question-misses', '--directory', inject('stackDirectory')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout;
};

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
    for (const source of procedure.sources) await page.getByText(source).first().waitFor();
    await page.getByText(/Áp dụng từ \d\d\/\d\d\/\d{4}/).waitFor();
    await page.getByText(procedure.certaintyNote ?? 'không có gì').waitFor();
    expect(await faultsOf(page, 'procedure')).toEqual([]);
    await page.goBack();
    await page.getByLabel('Việc cần làm').waitFor();
    await page.close();
  });

  it('are asked for in a question: which is meant is said before anything is told', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stackUrl()}/thu-tuc`);
    const ask = async (question: string): Promise<void> => {
      await page.getByLabel('Việc cần làm').fill(question);
      await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    };
    await ask('Má tui làm mất sổ đỏ hồi mùa nước nổi, giờ làm lại ở đâu');
    await page.getByRole('heading', { name: 'Ông/bà hỏi việc nào?' }).waitFor();
    const offered = page.locator('.found li');
    expect(await offered.count()).toBeLessThanOrEqual(3);
    await offered
      .filter({ hasText: 'Cấp lại Giấy chứng nhận do bị mất' })
      .getByText('còn gọi là')
      .waitFor();
    expect(await faultsOf(page, 'procedures-meant')).toEqual([]);
    const before = await offered.allTextContents();
    await page.getByRole('button', { name: 'Không phải các việc này' }).click();
    await page.getByText(before[0] ?? '').waitFor({ state: 'detached' });
    const again = page.getByRole('button', { name: 'Không phải các việc này' });
    if (await again.isVisible()) await again.click();
    await page.getByRole('heading', { name: 'Chưa có việc đúng ý' }).waitFor();
    await page.getByText('Xin hỏi bưu cục gần nhất').waitFor();
    expect(await faultsOf(page, 'procedures-not-meant')).toEqual([]);
    await ask('làm hộ chiếu cho con đi nước ngoài');
    await page.getByText('Việc này không nộp ở bưu cục.').waitFor();
    await page.getByText('Công an (Cổng dịch vụ công Bộ Công an)').waitFor();
    expect(await faultsOf(page, 'procedures-elsewhere')).toEqual([]);
    await ask('bằng lái xe hết hạn muốn đổi');
    await page.getByText('chỉ nhận ở đây đến hết ngày 28/02/2025').waitFor();
    await ask('mất sổ đỏ');
    const meant = page.getByRole('link', { name: 'Cấp lại Giấy chứng nhận do bị mất' });
    await meant.click();
    await page
      .getByRole('heading', { level: 1, name: 'Cấp lại Giấy chứng nhận do bị mất' })
      .waitFor();
    // It may be the wrong one: the others are there still.
    await page.getByRole('button', { name: 'Tìm thủ tục khác' }).click();
    await meant.waitFor();
    expect(await page.getByLabel('Việc cần làm').inputValue()).toBe('mất sổ đỏ');
    await page.close();
  });

  it('that none of these was meant is counted, without numbers of who asked', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${stackUrl()}/thu-tuc`);
    await page.getByLabel('Việc cần làm').fill('xin qqqq thả diều số 0912 345 678');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('Không thấy thủ tục nào').waitFor();
    await page.close();
    await expect.poll(() => missesNow(), { timeout: 60_000 }).toContain('xin qqqq tha dieu so …');
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
