import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  faultsOf,
  fillInLogin,
  openCounter,
  openDesk,
  scanInto,
  signedInAt,
  type TestBrowser,
} from '#test/support/browser.ts';
import { leased, staff } from '#test/support/journeys.ts';
import type { Person } from '#test/support/people.ts';
import { stackUrl } from '#test/support/people.ts';

const run = randomInt(1_000, 9_000);
const orderSeal = `NP-${run}01`;
const dossierSeal = `NP-${run}02`;

let counter: TestBrowser;
let agency: TestBrowser;
let clerk: Page;
let officer: Page;
/** Codes of dossiers whose papers lie at the counter, and of orders whose results lie at the agency. */
let dossiers: readonly string[];
let orders: readonly string[];
let people: Awaited<ReturnType<typeof staff>>;

const anOrder = async (by: Person, n: number): Promise<string> => {
  const externalCode = `G22.99.01-261123-${run + n}`;
  const recipient = { name: 'Trần Văn Bảy', phone: '0934 567 890', address: 'Ấp 2, Vị Thanh' };
  const papers = [{ name: 'Giấy chứng nhận', copyKind: 'original', count: 1 } as const];
  const body = { externalCode, recipient, office: 'bd-vi-thanh', papers };
  await by.call('POST /v1/return-orders', { body });
  return externalCode;
};

beforeAll(async () => {
  people = await staff();
  orders = [];
  for (const n of [1, 2, 3]) orders = [...orders, await anOrder(people.officer, n)];
  dossiers = [];
  for (const _ of [1, 2])
    dossiers = [...dossiers, (await leased(people.clerk, people.officer)).code];
  counter = await openCounter();
  agency = await openDesk();
  clerk = await signedInAt(counter, '/quay/tui', 'lan.vithanh');
  officer = await signedInAt(agency, '/so/tui', 'hoa.nnmt');
});
afterAll(async () => {
  await counter.close();
  await agency.close();
});

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const reread = (page: Page) => press(page, 'Đọc lại');

const openPouch = async (page: Page, to: string): Promise<void> => {
  await page.getByLabel('Gửi đến').selectOption(to);
  await press(page, 'Mở túi mới');
  await page.getByRole('heading', { name: /Giấy tờ trong túi/ }).waitFor();
};

/** Somebody signs in in the window that the button opens; answers when it is gone. */
const beside = async (
  { context }: TestBrowser,
  page: Page,
  button: string,
  username: string,
): Promise<void> => {
  const [window] = await Promise.all([context.waitForEvent('page'), press(page, button)]);
  const closed = window.waitForEvent('close');
  await fillInLogin(window, username);
  await closed;
};

const seal = async (page: Page, number: string): Promise<void> => {
  await page.getByLabel('Số niêm phong', { exact: true }).fill(number);
  await press(page, 'Niêm phong túi');
  await page.getByRole('heading', { name: 'Giao cho bưu tá' }).waitFor();
};

describe('results on their way from the agency to the counter', () => {
  it('are packed by scanner, each judged at once', async () => {
    const [first = '', second = ''] = orders;
    await openPouch(officer, 'bd-vi-thanh');
    await says(officer, /Túi chưa có gì\. Quét/);
    await scanInto(officer, first);
    await says(officer, `Đã vào túi: ${first} (1 bản chính Giấy chứng nhận)`);
    await scanInto(officer, first);
    await says(officer, `${first} đã có trong túi này.`);
    await scanInto(officer, 'H13.01-260101-9999');
    await says(officer, /H13\.01-260101-9999 không phải số của hồ sơ hay đơn nào/);
    await scanInto(officer, '093190001234|321004567|Nguyễn Thị Ánh|05021990|Nữ|Ấp 3|01012022');
    await says(officer, /Đó là thẻ căn cước, không phải giấy tờ của hồ sơ/);
    expect(await officer.getByText('093190001234').count()).toBe(0);
    await officer.getByLabel('Số hồ sơ, đơn hoặc vận đơn').fill('abc');
    await officer.keyboard.press('Enter');
    await says(officer, 'Số quá ngắn: cần ít nhất 5 ký tự.');
    await scanInto(officer, second);
    await says(officer, `Đã vào túi: ${second} (1 bản chính Giấy chứng nhận)`);
    await press(officer, `Lấy ra ${second}`);
    await says(officer, `Đã lấy khỏi túi: ${second}`);
    await scanInto(officer, second);
    await says(officer, `Đã vào túi: ${second} (1 bản chính Giấy chứng nhận)`);
    expect(await faultsOf(officer, 'pouch-packing')).toEqual([]);
  });

  it('are sealed, and go to the courier who reads the right seal', async () => {
    await says(officer, 'Còn thiếu số niêm phong.');
    await seal(officer, orderSeal);
    const give = 'Bưu tá đăng nhập và nhận túi';
    await officer.getByLabel('Số niêm phong bưu tá đọc được').fill('NP-000');
    await beside(agency, officer, give, 'tuan.vithanh');
    await says(officer, 'Số niêm phong không khớp');
    expect(await faultsOf(officer, 'pouch-wrong-seal')).toEqual([]);
    await press(officer, 'Thôi');
    await scanInto(officer, orderSeal);
    await beside(agency, officer, give, 'tuan.vithanh');
    await says(officer, 'Bưu tá đang giữ túi. Nơi nhận kiểm đếm khi túi đến.');
  });

  it('are found at the counter by their seal; a seal of elsewhere is not opened', async () => {
    await reread(clerk);
    await clerk
      .getByRole('region', { name: 'Đang đến, chờ kiểm đếm' })
      .getByText(orderSeal)
      .waitFor();
    await scanInto(clerk, 'NP-12345678');
    await says(clerk, /Không túi nào mang số NP-12345678/);
    expect(await faultsOf(clerk, 'pouches')).toEqual([]);
    await scanInto(clerk, orderSeal);
    await clerk.getByRole('heading', { name: 'Kiểm đếm từng dòng' }).waitFor();
  });

  it('are counted line by line, what differs with a word', async () => {
    const [first = '', second = ''] = orders;
    await scanInto(clerk, orderSeal);
    await says(clerk, 'Đúng số niêm phong.');
    await scanInto(clerk, first);
    await says(clerk, `Đủ: ${first}`);
    await scanInto(clerk, first);
    await says(clerk, `${first} đã đếm rồi.`);
    await scanInto(clerk, 'THE-CHIP-LAC');
    await says(clerk, 'THE-CHIP-LAC không có trong danh mục của túi này, ghi là ngoài danh mục.');
    await says(clerk, 'Còn 1 dòng chưa đếm.');
    await clerk.getByLabel(`Kết luận cho ${second}`).selectOption('damaged');
    await says(clerk, 'Còn 1 dòng lệch chưa ghi lời.');
    await clerk.reload();
    await clerk.getByLabel('Ghi một lời').fill('Ướt một góc');
    expect(await faultsOf(clerk, 'pouch-counting')).toEqual([]);
    await press(clerk, 'Ghi kết quả kiểm đếm');
    await says(clerk, 'Có chênh lệch: xem từng dòng trước khi ký.');
    await says(clerk, 'Bên giao ký trước.');
  });

  it('are signed for by two persons under one count', async () => {
    const pouchId = new URL(clerk.url()).pathname.split('/').at(-1) ?? '';
    const params = { pouchId };
    const pouch = await people.clerk.call('GET /v1/pouches/{pouchId}', { params });
    const lines = pouch.orders.map(({ returnOrderId }) => ({
      returnOrderId,
      verdict: 'complete' as const,
    }));
    // Meanwhile somebody counts it once more.
    await people.clerk.call('POST /v1/pouches/{pouchId}/count', {
      params,
      body: { isSealIntact: true, orders: lines },
    });
    const courierSigns = 'Bưu tá đăng nhập và ký bên giao';
    await beside(counter, clerk, courierSigns, 'tuan.vithanh');
    await says(clerk, /Kết quả kiểm đếm đã thay đổi/);
    await press(clerk, 'Thôi');
    await reread(clerk);
    await says(clerk, 'Đủ, không có chênh lệch.');
    await clerk.getByText('Bưu tá vắng mặt').click();
    await clerk.getByLabel('Vì sao bưu tá không ký được').fill('Đi tuyến khác');
    await beside(counter, clerk, 'Đồng nghiệp của bưu tá đăng nhập và ký thay', 'lan.vithanh');
    await says(clerk, 'Người ký thay phải thuộc bưu cục của bưu tá và khác người kiểm đếm.');
    expect(await faultsOf(clerk, 'pouch-same-person')).toEqual([]);
    await press(clerk, 'Thôi');
    await beside(counter, clerk, courierSigns, 'tuan.vithanh');
    await says(clerk, 'Bên giao đã ký.');
    await press(clerk, 'Ký nhận');
    await says(clerk, 'Đã ký nhận. In biên bản, mỗi bên giữ một liên.');
    await press(clerk, 'In biên bản giao nhận');
    await clerk.getByRole('link', { name: 'Mở biên bản vừa in' }).waitFor();
    expect(await faultsOf(clerk, 'pouch-signed')).toEqual([]);
  });
});

describe('papers on their way from the counter to the agency', () => {
  it('are packed without a line too, and sent when it is back', async () => {
    const [first = '', second = ''] = dossiers;
    await clerk.getByRole('link', { name: 'Túi', exact: true }).click();
    await openPouch(clerk, 'ct-nnmt');
    await scanInto(clerk, first);
    await says(clerk, new RegExp(`Đã vào túi: ${first} \\(1 bản chính Đơn đăng ký`));
    await counter.context.setOffline(true);
    const slip = clerk.getByLabel('Số phiếu', { exact: true });
    await clerk.getByRole('link', { name: 'Nhận hồ sơ' }).click();
    await slip.fill('TAM-000-012-074');
    // It is on the disk a moment after the last key.
    await clerk.waitForTimeout(500);
    await clerk.goBack();
    await scanInto(clerk, second);
    await says(clerk, `Đã ghi trên máy, chờ gửi: ${second}`);
    // The slip that was being typed is no part of it.
    await clerk.getByRole('link', { name: 'Nhận hồ sơ' }).click();
    await expect.poll(() => slip.inputValue()).toBe('TAM-000-012-074');
    await clerk.goBack();
    await says(clerk, 'Cần có mạng.');
    expect(await faultsOf(clerk, 'pouch-offline')).toEqual([]);
    await counter.context.setOffline(false);
    await press(clerk, `Lấy ra ${second}`);
    await says(clerk, `Đã lấy khỏi túi: ${second}`);
    await scanInto(clerk, second);
    await says(clerk, new RegExp(`Đã vào túi: ${second} \\(1 bản chính Đơn đăng ký`));
  });

  it('are not sealed under a number that another pouch has', async () => {
    const { officer: by } = people;
    const to = { kind: 'office', id: 'bd-vi-thanh' } as const;
    const { pouchId } = await by.call('POST /v1/pouches', { body: { to } });
    const params = { pouchId };
    const [, , third = ''] = orders;
    const { returnOrderId } = await by.call('GET /v1/return-orders/lookup', {
      query: { number: third },
    });
    await by.call('POST /v1/pouches/{pouchId}/pack-order', { params, body: { returnOrderId } });
    await by.call('POST /v1/pouches/{pouchId}/seal', {
      params,
      body: { sealNumber: `NP-${run}03` },
    });
    await reread(clerk);
    await clerk.reload();
    await clerk.getByLabel('Số niêm phong', { exact: true }).fill(`np-${run}03`);
    await says(clerk, 'Số này đang ở trên một túi khác. Xem lại dây niêm phong.');
    await seal(clerk, dossierSeal);
    await scanInto(clerk, dossierSeal);
    await beside(counter, clerk, 'Bưu tá đăng nhập và nhận túi', 'tuan.vithanh');
    await says(clerk, 'Bưu tá đang giữ túi. Nơi nhận kiểm đếm khi túi đến.');
  });

  it('are counted at the agency: what is missing is named before anybody signs', async () => {
    const [first = '', second = ''] = dossiers;
    await officer.getByRole('link', { name: 'Túi', exact: true }).click();
    await officer.getByRole('link', { name: dossierSeal }).click();
    await officer.getByLabel('Niêm phong khi nhận').selectOption('intact');
    await scanInto(officer, first);
    await says(officer, `Đủ: ${first}`);
    await officer.getByLabel(`Kết luận cho ${second}`).selectOption('missing');
    await officer
      .getByLabel(/^Đơn đăng ký/)
      .last()
      .fill('0');
    await officer.getByLabel('Ghi một lời').fill('Không có đơn trong túi');
    expect(await faultsOf(officer, 'pouch-missing')).toEqual([]);
    await press(officer, 'Ghi kết quả kiểm đếm');
    await says(officer, /thiếu 1 bản chính Đơn đăng ký/);
    await beside(agency, officer, 'Bưu tá đăng nhập và ký bên giao', 'tuan.vithanh');
    await says(officer, 'Bên giao đã ký.');
    await press(officer, 'Ký nhận');
    await says(officer, 'Đã ký nhận. In biên bản, mỗi bên giữ một liên.');
  });
});

describe('a result that a pouch has lost', () => {
  /** Packed, carried, and not there when both sides have counted. */
  const loseOrder = async (): Promise<string> => {
    const number = await anOrder(people.officer, 4);
    const { officer: from, clerk: to, courier } = people;
    const end = { kind: 'office', id: 'bd-vi-thanh' } as const;
    const { pouchId } = await from.call('POST /v1/pouches', { body: { to: end } });
    const params = { pouchId };
    const { returnOrderId } = await from.call('GET /v1/return-orders/lookup', {
      query: { number },
    });
    const sealNumber = `NP-${run}04`;
    await from.call('POST /v1/pouches/{pouchId}/pack-order', { params, body: { returnOrderId } });
    await from.call('POST /v1/pouches/{pouchId}/seal', { params, body: { sealNumber } });
    await courier.call('POST /v1/pouches/{pouchId}/take', { params, body: { sealNumber } });
    const orders = [{ returnOrderId, verdict: 'missing', remark: 'Không có trong túi' } as const];
    const body = { isSealIntact: true, orders };
    const { countNo = 1 } = await to.call('POST /v1/pouches/{pouchId}/count', { params, body });
    for (const by of [courier, to])
      await by.call('POST /v1/pouches/{pouchId}/sign', { params, body: { countNo } });
    return number;
  };

  it('is on the list of both ends until one has found it and another has seen it', async () => {
    const number = await loseOrder();
    const listed = (page: Page) => page.getByRole('listitem').filter({ hasText: number });
    await clerk.getByRole('link', { name: 'Túi', exact: true }).click();
    await clerk.reload();
    await listed(clerk).getByLabel('Thấy ở đâu').fill('Kẹt trong túi cũ');
    expect(await faultsOf(clerk, 'pouch-lost')).toEqual([]);
    await listed(clerk).getByRole('button', { name: 'Đã tìm thấy' }).click();
    await listed(clerk).getByText('Kẹt trong túi cũ').waitFor();
    await listed(clerk).getByRole('button', { name: 'Tôi cũng đã thấy' }).click();
    await listed(clerk).getByRole('alert').waitFor();
    await officer.getByRole('link', { name: 'Túi', exact: true }).click();
    await officer.reload();
    await listed(officer).getByRole('button', { name: 'Tôi cũng đã thấy' }).click();
    await expect.poll(() => listed(officer).count()).toBe(0);
  });
});

describe('a pouch that comes while the line is down', () => {
  it('is counted all the same, and signed for when the line is back', async () => {
    const [, , third = ''] = orders;
    const sealNumber = `NP-${run}03`;
    await clerk.getByRole('link', { name: 'Túi', exact: true }).click();
    await clerk.getByRole('link', { name: sealNumber }).click();
    await says(clerk, 'Bên gửi đã niêm phong, bưu tá chưa nhận.');
    const pouchId = new URL(clerk.url()).pathname.split('/').at(-1) ?? '';
    const params = { pouchId };
    await people.courier.call('POST /v1/pouches/{pouchId}/take', { params, body: { sealNumber } });
    await reread(clerk);
    await clerk.getByRole('heading', { name: 'Kiểm đếm từng dòng' }).waitFor();
    await scanInto(clerk, sealNumber);
    await counter.context.setOffline(true);
    await scanInto(clerk, third);
    await says(clerk, `Đủ: ${third}`);
    await press(clerk, 'Ghi kết quả kiểm đếm');
    await says(clerk, /Kết quả kiểm đếm đã ghi trên máy/);
    await clerk.getByRole('link', { name: 'Túi', exact: true }).click();
    await says(clerk, /Không có mạng: đây là những gì đọc được lúc/);
    await clerk.getByRole('link', { name: sealNumber }).click();
    await says(clerk, /Kết quả kiểm đếm đã ghi trên máy/);
    expect(await faultsOf(clerk, 'pouch-count-kept')).toEqual([]);
    await counter.context.setOffline(false);
    await says(clerk, 'Đủ, không có chênh lệch.');
  });

  it('of another office does not exist here', async () => {
    const to = { kind: 'office', id: 'bd-nga-bay' } as const;
    const { pouchId } = await people.officer.call('POST /v1/pouches', { body: { to } });
    await clerk.goto(`${stackUrl()}/quay/tui/${pouchId}`);
    await clerk.getByRole('alert').waitFor();
    expect(await clerk.getByRole('heading', { level: 1 }).count()).toBe(0);
  });

  it('gives the browsers nothing to complain about', () => {
    expect([...counter.complaints, ...agency.complaints]).toEqual([]);
  });
});
