import { describe, expect, it } from 'vitest';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { pouchRecordForm } from '#functions/forms/application/pouch-record-form.ts';
import { sample, samplePouch } from '#local/play/forms/samples.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';

const pouch = samplePouch(sample('2026-11-23' as VietnamDay, 3, () => []));

const printed = (change: object = {}) =>
  JSON.stringify(
    pouchRecordForm({
      pouch: { ...pouch, ...change },
      dossiers: new Map(),
      remittances: [],
      catalogue,
      reprint: {} as never,
    }),
  );

describe('the record of a hand-over', () => {
  it('lists orders behind dossiers, by the code of their agency, with papers and verdict', () => {
    const form = printed();
    expect(form).toContain('4 hồ sơ, 2 kết quả theo đơn gửi trả');
    expect(form).toMatch(/\["5","G22\.99\.01-261123-0042",[^\]]*"1 bản chính [^\]]*"Đủ",""\]/);
    expect(form).toMatch(
      /\["6","G22\.99\.01-261123-0043",[^\]]*"Hư hỏng","Không nhận, trả lại bưu tá\. Ướt, nhoè mực"\]/,
    );
  });

  it('says nothing of orders where none was in the pouch', () => {
    const form = printed({ orders: undefined, count: { ...pouch.count, orders: undefined } });
    expect(form).not.toContain('theo đơn');
    expect(form).toContain('từng dòng: 4 hồ sơ.');
  });
});
