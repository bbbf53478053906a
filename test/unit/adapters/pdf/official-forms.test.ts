import { describe, expect, it } from 'vitest';
import { sampleForms } from '#local/play/forms/sample-forms.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import { printed, withoutSpaces as squeezed } from './printed-text.ts';
import { printer } from './printer.ts';

const samples = [...sampleForms()];
const sampleNamed = (name: string): OfficialForm => {
  const form = sampleForms().get(name);
  if (!form) throw new Error(`no sample ${name}`);
  return form;
};
const read = async (form: OfficialForm) => printed(await printer.officialForm(form));

const points = { A4: [595, 842], A5: [420, 595] } as const;

describe('every form of every set', () => {
  it('is there: eleven of today’s set and one less of the set before', () => {
    const of = (set: string) => samples.filter(([name]) => name.startsWith(set)).length;
    expect([of('tt-03-2025'), of('tt-01-2018')]).toEqual([11, 10]);
  });

  it.each(samples)('%s: paper, title, letters and both signatures', async (_, form) => {
    const { pages } = await read(form);
    const [short = 0, long = 0] = points[form.paper];
    const [width, height] = form.isLandscape ? [long, short] : [short, long];
    for (const page of pages) {
      expect(page.size.map(Math.round)).toEqual([width, height]);
      expect(page.missing).toBe(0);
    }
    const all = pages.map(({ text }) => text).join('');
    expect(all).toContain(squeezed(form.title.toUpperCase()));
    for (const { title } of form.signers) expect(all).toContain(squeezed(title));
    if (form.reprint > 0) expect(all).toContain(squeezed(`BẢN IN LẠI LẦN ${form.reprint}`));
  });

  it.each(samples)('%s: the same form prints to the same bytes', async (_, form) => {
    expect(Buffer.compare(await printer.officialForm(form), await printer.officialForm(form))).toBe(
      0,
    );
  });
});

describe('a draft', () => {
  it.each(samples)(
    '%s: says so on each page, where the paper itself has no such word',
    async (_, form) => {
      const { pages } = await read(form);
      const draft = await read({ ...form, isDraft: true });
      const mark = squeezed('BẢN XEM TRƯỚC');
      expect(pages.filter(({ text }) => text.includes(mark))).toEqual([]);
      expect(draft.pages.filter(({ text }) => !text.includes(mark))).toEqual([]);
      expect(draft.pages.length).toBeGreaterThanOrEqual(pages.length);
    },
  );
});

describe('the secret of a form in several copies', () => {
  const secretive = samples.filter(([, { trackingSecret }]) => trackingSecret !== undefined);

  it('is on some, and in the blocks of none, which every copy prints', () => {
    expect(secretive.length).toBeGreaterThan(1);
    for (const [, { blocks }] of samples)
      expect(JSON.stringify(blocks)).not.toMatch(/mã tra cứu",/i);
  });

  it.each(secretive)('%s: stands on the citizen’s alone', async (_, form) => {
    const { pages } = await read(form);
    const { trackingSecret = '', copies = [''] } = form;
    const bearing = pages.map(({ text }) => text.includes(squeezed(trackingSecret)));
    const citizens = pages.length / copies.length;
    expect(bearing.slice(0, citizens)).toContain(true);
    expect(bearing.slice(citizens)).not.toContain(true);
    expect(copies.length).toBeGreaterThan(1);
  });
});

describe('a list of thirty papers', () => {
  it('goes on over pages with its heading, and loses none', async () => {
    const { pages } = await read(sampleNamed('30-thanh-phan-in-lai/phieu-gui.pdf'));
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.map(({ text }) => text).join('');
    for (let n = 1; n <= 30; n++)
      expect(all).toContain(n % 3 === 1 ? `${n}.Giấychứngnhận` : `Bảnvẽsố${n}`);
    for (const page of pages.slice(0, 2)) expect(page.text).toContain('Tênthànhphầnhồsơ');
  });
});

describe('signatures', () => {
  it('never stand alone on a page: a row of the list comes along', async () => {
    for (const [, form] of samples) {
      const { pages } = await read(form);
      const last = form.blocks.at(-1);
      if (!last || !('columns' in last)) continue;
      const title = squeezed(last.columns[1]?.title ?? 'no second column');
      const signed = pages.filter(({ text }) => text.includes(squeezed('(Ký và ghi rõ họ tên)')));
      expect(signed.length).toBeGreaterThan(0);
      for (const { text } of signed) expect(text).toContain(title);
    }
  });
});

describe('the Phiếu gửi', () => {
  it('says that its date is only expected, and that it is no receipt of filing', async () => {
    const { pages } = await read(sampleNamed('tt-03-2025/phieu-gui.pdf'));
    const [page] = pages;
    expect(page?.text).toContain('Ngàytrảkếtquảdựkiến');
    expect(page?.text).toContain('chưaphảiGiấytiếpnhận');
  });

  it('keeps what is the State’s apart from what is the post’s', async () => {
    const { pages } = await read(sampleNamed('tt-03-2025/phieu-gui.pdf'));
    expect(pages[0]?.text).toContain('Phí,lệphí(nộpngânsách):50.000đ');
    expect(pages[0]?.text).toContain('Cướcbưuchính:28.000đ');
  });
});

describe('the Biên bản giao nhận', () => {
  it('has two copies with every line’s verdict and both names', async () => {
    const { pages } = await read(sampleNamed('tt-03-2025/bien-ban-giao-nhan.pdf'));
    const all = pages.map(({ text }) => text).join('');
    for (const word of ['Thiếu', 'Hưhỏng', 'Saicơquan', 'LêAnhTuấn', 'PhạmThịHoa', 'NP318675'])
      expect(all.split(word).length - 1).toBeGreaterThanOrEqual(2);
    expect(all).toContain('Liên1:bêngiaogiữ');
    expect(all).toContain('Liên2:bênnhậngiữ');
  });
});

describe('blank slips for the drawer', () => {
  it('are two sheets a number, each with pages of its own, marked TẠM', async () => {
    const slip = sampleNamed('tt-03-2025/phieu-tam.pdf');
    const other = { ...slip, barCode: 'TAM-000-012-111' };
    const { pages } = await printed(await printer.officialForms([slip, other]));
    expect(pages).toHaveLength(4);
    expect(pages.map(({ text }) => /TAM-000-012-\d{3}/.exec(text)?.[0])).toEqual([
      'TAM-000-012-074',
      'TAM-000-012-074',
      'TAM-000-012-111',
      'TAM-000-012-111',
    ]);
    for (const { text } of pages) {
      expect(text).toContain('PHIẾUTẠM');
      expect(text).toContain('khôngphảimãhồsơ');
      expect(text).toContain('Trang1/1');
    }
  });
});
