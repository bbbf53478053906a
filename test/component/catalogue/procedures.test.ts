import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import type { ProcedureGuide } from '#domain/catalogue/guide.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Stated } from '#domain/catalogue/stated.ts';
import { contract } from '#functions/catalogue/api/contract.ts';
import { makeHandlers } from '#functions/catalogue/api/handler.ts';
import type { NoteMiss } from '#functions/catalogue/application/note-miss.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { served } from '#test/support/edge/served.ts';
import { noteMiss } from '#test/support/no-misses.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const { clock } = aClock();

const servedOver = (catalogue: Catalogue, note: NoteMiss = noteMiss) => {
  const openApi = async () => ({ openapi: '3.1.0' as const, paths: {} });
  return served({
    contract,
    handlers: makeHandlers({ catalogue, clock, noteMiss: note, openApi, province }),
  });
};

const read = async (code: string, change: Partial<Procedure> = {}) => {
  const catalogue: Catalogue = {
    ...provinceCatalogue,
    procedure: (asked, day) => {
      const procedure = provinceCatalogue.procedure(asked, day);
      return procedure && { ...procedure, ...change };
    },
  };
  const { text } = await servedOver(catalogue)('GET /v1/procedures/{code}', { params: { code } });
  return contract.readProcedure.answers[200].parse(JSON.parse(text));
};

const stated = <T>(value: T): Stated<T> => ({ value, certainty: 'high', source: 'test' });

const officesAs = (as: string, places: Awaited<ReturnType<typeof read>>['places']) =>
  places.filter((place) => place.as === as).map(({ office }) => office);

describe('a procedure as the public reads it', () => {
  it('is answered for all in force, with every declared field', async () => {
    const all = provinceCatalogue.search('', '2026-11-23' as never);
    expect(all.length).toBeGreaterThan(20);
    for (const { code } of all) expect((await read(code)).code).toBe(code);
  });

  it('names what is confirmed with its source, and nothing else', async () => {
    const marriage = await read('1.000894');
    expect(marriage.guide).toEqual({
      commonNames: expect.arrayContaining(['giấy hôn thú']),
      ways: {
        postal: { value: 'none', certainty: 'high', source: expect.stringContaining('điều 18(1)') },
      },
    });
    expect((await read('1.012783')).guide).toEqual({ commonNames: expect.any(Array) });
  });

  it('hands on the whole guide of a procedure that has one', async () => {
    const guide: Required<ProcedureGuide> = {
      steps: stated(['Nộp hồ sơ']),
      ways: { online: stated('both') },
      applicants: stated(['Cá nhân']),
      forms: stated([{ name: 'Đơn', number: '11/ĐK' }]),
      legalGrounds: stated(['Luật Đất đai']),
      commonNames: ['đổi sổ đỏ'],
    };
    expect((await read('1.012783', guide)).guide).toEqual(guide);
  });

  it('is immediate only where the data says so', async () => {
    expect((await read('1.001193')).immediate).toBe(true);
    expect((await read('1.012783')).immediate).toBe(false);
  });
});

describe('a procedure that is asked for', () => {
  type Query = Readonly<Record<'q', string> & Partial<Record<'whole' | 'not', string>>>;
  const found = async (query: Query, note?: NoteMiss) => {
    const ask = servedOver(provinceCatalogue, note);
    const { text } = await ask('GET /v1/procedures', { query });
    return contract.searchProcedures.answers[200].parse(JSON.parse(text));
  };
  const asked = async (q: string) => (await found({ q })).items;
  const whole = (q: string, not = '') => found({ q, whole: 'yes', not });

  it('by the words of its name is there as it is called', async () => {
    expect((await asked('khai sinh'))[0]).toMatchObject({ code: '1.001193' });
    expect((await asked('khai sinh'))[0]).not.toHaveProperty('calledBy');
  });

  it('in people’s own words is offered with the name that was understood, what has ended is not', async () => {
    expect((await asked('tôi làm mất sổ đỏ thì phải làm sao'))[0]).toMatchObject({
      code: '1.012786',
      calledBy: 'mất sổ đỏ',
    });
    expect((await asked('xin giấy lý lịch tư pháp số hai')).map(({ code }) => code)).not.toContain(
      '2.000488',
    );
  });

  it('whole is understood before names that begin so, with why', async () => {
    const { items } = await whole('khai sinh');
    expect(items[0]).toMatchObject({ calledBy: expect.any(String) });
    expect(items.length).toBeLessThanOrEqual(3);
    expect((await whole('1.001193')).items[0]).toMatchObject({ code: '1.001193' });
    expect((await whole('')).items.length).toBeGreaterThan(20);
  });

  it('is another where the asker says that these are not meant', async () => {
    const { items } = await whole('mất sổ đỏ làm lại');
    const codes = items.map(({ code }) => code);
    const others = (await whole('mất sổ đỏ làm lại', codes.join())).items;
    expect(others.filter(({ code }) => codes.includes(code))).toEqual([]);
  });

  it('and is done by others is told whose it is', async () => {
    expect(await whole('làm hộ chiếu ở đâu')).toEqual({
      items: [],
      elsewhere: { vi: expect.stringContaining('Công an'), en: expect.any(String) },
    });
  });

  it('and has ended is told until when it was', async () => {
    expect(await whole('đổi bằng lái xe hết hạn')).toMatchObject({
      ended: { code: '1.002809', to: '2025-02-28' },
    });
  });

  it('and has ended but has a successor is that one', async () => {
    const found = await whole('mua đất công chứng xong nộp sang tên');
    expect(found.items.map(({ code }) => code)).toContain('1.013831');
    expect(found).not.toHaveProperty('ended');
  });

  it('and is nothing is not answered', async () => {
    expect(await asked('zzzz')).toEqual([]);
  });

  it.each<[string, Query, readonly (readonly string[])[]]>([
    ['whole, and found nothing', { q: 'zzzz yyyy', whole: 'yes' }, [['zzzz yyyy', 'nothing']]],
    ['while it is typed', { q: 'zzzz yyyy' }, []],
    ['whole, and found', { q: 'mất sổ đỏ', whole: 'yes' }, []],
    ['whole, and told whose it is', { q: 'làm hộ chiếu', whole: 'yes' }, []],
    [
      'again, because none was meant',
      { q: 'mất sổ đỏ', whole: 'yes', not: '1.012786' },
      [['mất sổ đỏ', 'not-meant']],
    ],
  ])('%s is noted where that led nowhere', async (_, query, expected) => {
    const noted: (readonly string[])[] = [];
    await found(query, async (question, kind) => {
      noted.push([question, kind]);
    });
    expect(noted).toEqual(expected);
  });
});

describe('where a procedure is filed', () => {
  it('a department’s: with the post everywhere, which carries it there', async () => {
    const { places } = await read('1.012783');
    expect(officesAs('onestop', places)).toEqual([]);
    expect(officesAs('agent', places)).toContain('bd-vi-thanh');
    expect(officesAs('agent', places)).toContain('bd-vi-tan');
  });

  it('a commune’s: at the commune’s own counter where the post office hosts it', async () => {
    const { places } = await read('1.001193');
    expect(officesAs('onestop', places)).toContain('bd-vi-thanh');
    expect(officesAs('agent', places)).toContain('bd-vi-tan');
  });

  it('one that may not be sent: at the commune’s own counters alone', async () => {
    const { places } = await read('1.000894');
    expect(officesAs('agent', places)).toEqual([]);
    expect(officesAs('onestop', places)).toContain('bd-vi-thanh');
  });

  it('one of which only the result may be sent: no different', async () => {
    const { places } = await read('1.001193', { ways: { postal: stated('result') } });
    expect(officesAs('agent', places)).toEqual([]);
  });
});

describe('post offices as the public reads them', () => {
  const list = async (catalogue: Catalogue) => {
    const { text } = await servedOver(catalogue)('GET /v1/post-offices');
    return contract.listOffices.answers[200].parse(JSON.parse(text)).items;
  };

  it('tell no hours that nobody confirmed', async () => {
    const offices = await list(provinceCatalogue);
    expect(offices.length).toBeGreaterThanOrEqual(12);
    expect(offices.filter(({ hours }) => hours)).toEqual([]);
  });

  it('tell confirmed hours with their source, and only offices in force', async () => {
    const office = provinceCatalogue.office('bd-vi-thanh');
    if (!office) throw new Error('no office');
    const hours = {
      value: {
        weekly: [{ weekdays: [1, 2], sessions: [['07:00', '11:30']] }],
        onHolidays: 'closed',
      },
      certainty: 'high',
      source: 'test',
    } as const;
    const offices = await list({ ...provinceCatalogue, officesOn: () => [{ ...office, hours }] });
    expect(offices).toMatchObject([{ id: 'bd-vi-thanh', hours }]);
    expect(provinceCatalogue.officesOn('2020-01-01' as never)).toEqual([]);
  });
});

describe('a commune as the public finds it', () => {
  const found = async (q: string) => {
    const { text } = await servedOver(provinceCatalogue)('GET /v1/communes', { query: { q } });
    return contract.findCommunes.answers[200].parse(JSON.parse(text)).items;
  };

  it('by its old name, with the code and the agency of today', async () => {
    expect(await found('xã Vị Thủy, huyện Vị Thủy')).toEqual([
      {
        place: 'xã Vị Thủy, huyện Vị Thủy',
        unitCode: expect.stringMatching(/^\d{5}$/),
        formerProvince: 'tỉnh Hậu Giang',
        communes: [
          {
            agency: 'ct-x-vinh-thuan-dong',
            name: 'Ủy ban nhân dân xã Vĩnh Thuận Đông, thành phố Cần Thơ',
            unitCode: expect.stringMatching(/^\d{5}$/),
            address: 'xã Vĩnh Thuận Đông, thành phố Cần Thơ',
          },
        ],
        ask: false,
        notToBeTakenFor: ['xã Vị Thủy, thành phố Cần Thơ'],
      },
    ]);
  });

  it('asks where the old one was split, and tells opening hours where they are known', async () => {
    expect((await found('phường Thốt Nốt, quận Thốt Nốt')).map(({ ask }) => ask)).toEqual([true]);
    const [first] = await found('Vĩnh Châu');
    expect(first?.communes[0]?.hours?.certainty).toBe('low');
  });
});
