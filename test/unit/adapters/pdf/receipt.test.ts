import { describe, expect, it } from 'vitest';
import type { CopyKind } from '#ports/printed-form.ts';
import { printed, withoutSpaces } from './printed-text.ts';
import { aReceipt, printer } from './printer.ts';

const read = async (change: Parameters<typeof aReceipt>[0] = {}) =>
  printed(await printer.receipt(aReceipt(change)));
const textOf = async (change: Parameters<typeof aReceipt>[0] = {}) =>
  (await read(change)).pages.map(({ text }) => text).join('');

describe('the receipt', () => {
  it('prints to the same bytes twice, and to others when it is a reprint', async () => {
    const first = Buffer.from(await printer.receipt(aReceipt()));
    expect(Buffer.from(await printer.receipt(aReceipt())).equals(first)).toBe(true);
    const again = Buffer.from(await printer.receipt(aReceipt({ reprint: 1 })));
    expect(again.equals(first)).toBe(false);
  });

  it('is one A5 page in Vietnamese for a common dossier', async () => {
    const { title, language, pages } = await read();
    expect(pages.map(({ size }) => size)).toEqual([[420, 595]]);
    expect(title).toBe('Giấy tiếp nhận hồ sơ và hẹn trả kết quả H13.01-261123-0001');
    expect(language).toBe('(vi-VN)');
  });

  it.each([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Mã hồ sơ: H13.01-261123-0001',
    'Mã tra cứu (giữ kín): 7KQ2MX9D',
    'Tiếp nhận hồ sơ của: Nguyễn Thị Ánh',
    'Chủ hồ sơ: Nguyễn Thị Ánh',
    '2 Giấy chứng nhận đã cấp 01 02',
    'Thời gian trả kết quả giải quyết hồ sơ: 17:00 30/11/2026',
    'Cách tính: Tính từ ngày 24/11/2026.',
    'Phí, lệ phí (nộp ngân sách): 1.250.000 đ',
    'Cước bưu chính: 28.000 đ',
    '2 a1b2 c3d4 e5f6',
    'Mẫu số 01 (Thông tư 03/2025/TT-VPCP) · H13.01-261123-0001 · Trang 1/1',
  ])('says: %s', async (words) => {
    expect(await textOf()).toContain(withoutSpaces(words));
  });

  it('is never signed on a page of its own, however many files there are', async () => {
    for (let files = 1; files <= 20; files++) {
      const scan = { name: 'Đơn đăng ký', pages: 1, sha256: 'a'.repeat(64) };
      const { pages } = await read({ scans: Array.from({ length: files }, () => scan) });
      const signed = pages.find(({ text }) => text.includes(withoutSpaces('NGƯỜI NỘP HỒ SƠ')));
      expect(signed?.text).toContain('SHA-256');
    }
  });

  it('keeps the middle of the personal number to itself', async () => {
    const text = await textOf();
    expect(text).toContain('093••••••234');
    expect(text).not.toContain('093190001234');
  });

  it('adds up phí and lệ phí each for itself, and nothing across', async () => {
    const text = await textOf({
      fees: {
        stateFeesVnd: 350_000,
        postageVnd: 28_000,
        stateFeeItems: [
          { kind: 'phí', name: 'thẩm định', amountVnd: 200_000 },
          { kind: 'phí', name: 'trích lục', amountVnd: 100_000 },
          { kind: 'lệ phí', name: 'cấp giấy', amountVnd: 50_000 },
        ],
      },
    });
    expect(text).toContain(withoutSpaces('Phí: 300.000 đ (thẩm định; trích lục)'));
    expect(text).toContain(withoutSpaces('Lệ phí: 50.000 đ (cấp giấy)'));
    expect(text).not.toContain('378.000');
  });

  it('is marked as a reprint, and the first print is not', async () => {
    expect(await textOf({ reprint: 2 })).toContain('BẢNINLẠILẦN2');
    expect(await textOf()).not.toContain('BẢNINLẠI');
  });

  it('breaks thirty components over pages that each repeat the column titles', async () => {
    const kinds: readonly CopyKind[] = ['bản chính', 'chứng thực', 'photo'];
    const components = Array.from({ length: 30 }, (_, n) => ({
      name: `Thành phần thứ ${n + 1}: ${'giấy tờ chứng minh quyền sử dụng đất '.repeat(2)}`,
      copyKind: kinds[n % 3] ?? 'photo',
      count: n + 1,
    }));
    const { pages } = await read({ components });
    expect(pages).toHaveLength(3);
    for (const [n, { text }] of pages.entries()) {
      expect(text.includes('Tênthànhphầnhồsơ')).toBe(text.includes('Thànhphầnthứ'));
      expect(text).toContain(`Trang${n + 1}/3`);
    }
    const whole = pages.map(({ text }) => text).join('');
    for (const n of components.keys()) expect(whole).toContain(`Thànhphầnthứ${n + 1}:`);
  });

  it('wraps a very long name without losing a letter', async () => {
    const name = 'Tôn Nữ Công Tằng '.repeat(10).trim();
    const text = await textOf({ applicant: { ...aReceipt().applicant, name } });
    expect(text).toContain(withoutSpaces(`Tiếp nhận hồ sơ của: ${name}`));
  });

  it('prints composed Vietnamese whatever form the name came in', async () => {
    const { applicant } = aReceipt();
    const typed = { ...applicant, name: `${applicant.name.normalize('NFD')}\u200b` };
    const decomposed = Buffer.from(await printer.receipt(aReceipt({ applicant: typed })));
    expect(decomposed.equals(Buffer.from(await printer.receipt(aReceipt())))).toBe(true);
  });

  it('has a picture for every Vietnamese letter', async () => {
    const letters = [...'aăâeêioôơuưyđ'].flatMap((vowel) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) =>
        vowel === 'đ' ? vowel : `${vowel}${tone}`.normalize('NFC'),
      ),
    );
    const all = letters.map((letter) => `${letter}${letter.toUpperCase()}`).join(' ');
    // In bold among the people, in italic in the reckoning, in the regular letter of the table.
    const { pages } = await read({
      owner: { name: all, address: all },
      explanation: ['', all, ''],
      components: [{ name: all, copyKind: 'photo', count: 1 }],
    });
    expect(pages.map(({ missing }) => missing)).toEqual(pages.map(() => 0));
    const text = pages.map((page) => page.text).join('');
    expect(text.split(withoutSpaces(all))).toHaveLength(5);
  });

  it('shows a box, never nothing, for a letter that the font lacks', async () => {
    const { pages } = await read({ applicant: { ...aReceipt().applicant, address: '日本' } });
    expect(pages[0]?.missing).toBe(2);
  });
});
