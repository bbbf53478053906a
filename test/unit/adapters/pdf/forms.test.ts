import { describe, expect, it } from 'vitest';
import { makeFormPrinter } from '#adapters/pdf/form-printer.ts';
import type {
  CoverSheetForm,
  DispatchLabelForm,
  HandedDossier,
  HandoverForm,
} from '#ports/form-printer.ts';
import { printed, withoutSpaces } from './printed-text.ts';
import { aReceipt, printedFor, printer } from './printer.ts';

const aLabel = (change: Partial<DispatchLabelForm> = {}): DispatchLabelForm => ({
  carrier: 'VNPost · EMS',
  waybill: 'EE123456785VN',
  sender: { agency: 'Sở Tư pháp thành phố Cần Thơ', office: 'Bưu điện Vị Thanh' },
  receiver: { name: 'Nguyễn Thị Ánh', phone: '0912 345 678', address: 'Ấp 3, xã Vị Tân' },
  dossierCode: 'H13.01-261123-0001',
  codVnd: 1_250_000,
  dispatchedAt: '16:20 30/11/2026',
  printedFor,
  reprint: 0,
  ...change,
});

const coverSheets: CoverSheetForm = {
  dossierId: '01JDB4Z8Q3K7M2N5P9R1S6T8VW',
  office: 'Bưu điện Vị Thanh',
  procedure: 'Cấp đổi Giấy chứng nhận',
  components: [
    { id: 'don', name: 'Đơn đăng ký', copyKind: 'bản chính', count: 1, pages: 2 },
    { id: 'gcn', name: 'Giấy chứng nhận', copyKind: 'photo', count: 1, pages: 4 },
  ],
  printedFor,
  reprint: 0,
};

const handed = (n: number): HandedDossier => ({
  code: `H13.01-261123-${String(n).padStart(4, '0')}`,
  applicant: 'Trần Văn Đức',
  procedure: 'Cấp đổi Giấy chứng nhận',
  waybill: 'EE123456785VN',
  components: aReceipt().components,
});

const aHandover = (change: Partial<HandoverForm> = {}): HandoverForm => ({
  number: 'BG-261123-01',
  giver: { organisation: 'Bưu điện Vị Thanh', person: 'Phạm Anh Tuấn' },
  receiver: { organisation: 'Sở Tư pháp', person: 'Đỗ Thị Hoa' },
  place: 'Vị Thanh, ngày 23 tháng 11 năm 2026',
  handedAt: '15 giờ 40 phút, ngày 23/11/2026',
  papers: [handed(1), handed(2)],
  results: [],
  printedFor,
  ...change,
});

describe('the money on a label', () => {
  it('is never one amount: phí, lệ phí apart from what is collected for others', async () => {
    const both = aLabel({ stateFeesVnd: 50_000, codVnd: 28_000 });
    const { pages } = await printed(await printer.dispatchLabel(both));
    const text = withoutSpaces(pages.map((page) => page.text).join(''));
    expect(text).toContain(withoutSpaces('THU PHÍ, LỆ PHÍ'));
    expect(text).toContain('50.000');
    expect(text).toContain('28.000');
    expect(text).not.toContain('78.000');
  });
});

describe('every form', () => {
  it.each([
    ['label', () => printer.dispatchLabel(aLabel())],
    ['cover sheets', () => printer.coverSheets(coverSheets)],
    ['handover', () => printer.handover(aHandover())],
  ])('prints to the same bytes twice, with no letter missing: %s', async (_, print) => {
    const first = await print();
    expect(Buffer.from(await print()).equals(first)).toBe(true);
    const { pages } = await printed(first);
    expect(pages.map(({ missing }) => missing)).toEqual(pages.map(() => 0));
  });

  it('is printed after a first failure to load the fonts', async () => {
    let failures = 1;
    const { dispatchLabel } = makeFormPrinter(async (name) => {
      if (failures-- > 0) throw new Error(`no ${name} yet`);
      const { readFile } = await import('node:fs/promises');
      const { fontFiles } = await import('./printer.ts');
      return readFile(fontFiles[name]);
    });
    await expect(dispatchLabel(aLabel())).rejects.toThrow('no regular.ttf yet');
    expect((await printed(await dispatchLabel(aLabel()))).pages).toHaveLength(1);
  });
});

describe('the dispatch label', () => {
  it('is one A6 page that tells the courier where to go and what to collect', async () => {
    const { pages } = await printed(await printer.dispatchLabel(aLabel()));
    expect(pages.map(({ size }) => size)).toEqual([[298, 420]]);
    for (const words of [
      'EE 123 456 785 VN',
      'Sở Tư pháp thành phố Cần Thơ',
      'Nguyễn Thị Ánh',
      '0912 345 678',
      'Ấp 3, xã Vị Tân',
      'H13.01-261123-0001',
      '1.250.000 đ',
    ])
      expect(pages[0]?.text).toContain(withoutSpaces(words));
  });

  it('says that it was printed before, and how often', async () => {
    const { pages } = await printed(await printer.dispatchLabel(aLabel({ reprint: 2 })));
    expect(pages.map(({ text }) => text.includes(withoutSpaces('BẢN IN LẠI LẦN 2')))).toEqual([
      true,
    ]);
    const first = await printed(await printer.dispatchLabel(aLabel()));
    expect(first.pages[0]?.text).not.toContain('BẢNINLẠI');
  });

  it('says that nothing is collected, and what comes back', async () => {
    const label = aLabel({ codVnd: 0, takeBack: ['Giấy chứng nhận cũ'] });
    const { pages } = await printed(await printer.dispatchLabel(label));
    expect(pages[0]?.text).toContain('Khôngthu');
    expect(pages[0]?.text).toContain(withoutSpaces('Thu hồi: Giấy chứng nhận cũ'));
  });

  it('stays one page however long the names are', async () => {
    const long = 'Trung tâm Phục vụ hành chính công '.repeat(20);
    const label = aLabel({
      carrier: long,
      sender: { agency: long, office: long, phone: long },
      receiver: { name: long, phone: long, address: long },
      dossierCode: long,
      takeBack: [long, long],
    });
    expect((await printed(await printer.dispatchLabel(label))).pages).toHaveLength(1);
  });
});

describe('the cover sheets', () => {
  it('are one A4 page a component, with its name and the pages to expect', async () => {
    const { pages } = await printed(await printer.coverSheets(coverSheets));
    expect(pages.map(({ size }) => size)).toEqual([
      [595, 842],
      [595, 842],
    ]);
    expect(pages[0]?.text).toContain('Đơnđăngký2trangtiếptheo');
    expect(pages[1]?.text).toContain('Giấychứngnhận4trangtiếptheo');
  });

  it('say on each page that they are a reprint', async () => {
    const again = await printed(await printer.coverSheets({ ...coverSheets, reprint: 2 }));
    expect(again.pages.map(({ text }) => text.includes('BẢNINLẠILẦN2'))).toEqual([true, true]);
  });
});

describe('the handover record', () => {
  it('is printed for both sides, each copy with pages of its own', async () => {
    const { pages } = await printed(await printer.handover(aHandover()));
    expect(pages.map(({ size }) => size)).toEqual([
      [842, 595],
      [842, 595],
    ]);
    expect(pages[0]?.text).toContain(withoutSpaces('Liên 1: bên giao giữ · Trang 1/1'));
    expect(pages[1]?.text).toContain(withoutSpaces('Liên 2: bên nhận giữ · Trang 1/1'));
  });

  it('lists the papers of each dossier by copy kind, and their sums', async () => {
    const [page] = (await printed(await printer.handover(aHandover()))).pages;
    expect(page?.text).toContain(
      withoutSpaces('1. H13.01-261123-0001 · Trần Văn Đức · Cấp đổi Giấy chứng nhận'),
    );
    expect(page?.text).toContain(withoutSpaces('1.2 Giấy chứng nhận đã cấp 01 02'));
    expect(page?.text).toContain('Cộng0404');
  });

  it('breaks thirty dossiers without leaving a heading alone at the foot of a page', async () => {
    const papers = Array.from({ length: 30 }, (_, n) => handed(n + 1));
    const { pages } = await printed(await printer.handover(aHandover({ papers })));
    expect(pages.length % 2).toBe(0);
    expect(pages.length).toBeGreaterThan(6);
    // What is drawn last before the footer is never the line that opens a dossier.
    for (const { text } of pages) expect(text).not.toMatch(/ChứngnhậnGiấybàngiaoBG/i);
    expect(pages.at(-1)?.text).toContain('BÊNNHẬN');
  });

  it('keeps results apart from papers', async () => {
    const form = aHandover({ papers: [], results: [handed(7)] });
    const [page] = (await printed(await printer.handover(form))).pages;
    expect(page?.text).toContain(withoutSpaces('II. NHẬN KẾT QUẢ (1 hồ sơ)'));
    expect(page?.text).not.toContain(withoutSpaces('I. GIAO HỒ SƠ'));
  });
});
