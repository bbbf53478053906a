import { describe, expect, it } from 'vitest';
import { nothing } from '#domain/money/purses.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { receiptVoucherForm } from '#functions/forms/application/receipt-voucher-form.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { accepted, sample, sampleReceipt } from '#local/play/forms/samples.ts';
import { printed, withoutSpaces } from './printed-text.ts';
import { printer } from './printer.ts';

const source = sample('2026-11-23' as VietnamDay, 2, accepted);

const textOf = async (change: Partial<ReceiptRecord>, reprint = 0): Promise<string> => {
  const receipt = { ...sampleReceipt(source), ...change };
  const form = receiptVoucherForm({ ...source, receipt, reprint: reprint as Reprint });
  const { pages } = await printed(await printer.officialForm(form));
  return pages.map(({ text }) => text).join('');
};

describe('the voucher of a receipt', () => {
  it('keeps four kinds of money apart, in figures and in words, and sums none of them', async () => {
    const text = await textOf({});
    for (const said of [
      'BL-vi-thanh-261123-0001',
      'H13.01-261123-0001',
      '1.254.000 đ',
      'Một triệu hai trăm năm mươi tư nghìn đồng',
      'Năm trăm lẻ năm nghìn đồng',
      'Cước bưu chính',
      'Thu hộ',
    ])
      expect(text).toContain(withoutSpaces(said));
    expect(text).not.toContain('1.887.000');
    expect(text).not.toContain('1.354.000');
  });

  it('leaves out what was not taken', async () => {
    const text = await textOf({ taken: { ...nothing, fee: 50_000 }, refunded: nothing });
    expect(text).not.toContain('Thuhộ');
    expect(text).not.toContain('Đãhoàntrả');
  });

  it('says what was given back, that it was undone, and that it is printed again', async () => {
    expect(await textOf({})).toContain(withoutSpaces('Đã hoàn trả: cước bưu chính 28.000 đ.'));
    const undone = await textOf({ isReversed: true, refunded: nothing });
    for (const said of ['ĐÃ HỦY', 'Phiếu thu đã hủy; tiền đã trả lại người nộp.'])
      expect(undone).toContain(withoutSpaces(said));
    expect(await textOf({}, 1)).toContain(withoutSpaces('BẢN IN LẠI LẦN 1'));
    expect(await textOf({})).not.toContain(withoutSpaces('BẢN IN LẠI'));
  });
});
