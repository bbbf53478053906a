import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { procedureLookUp } from '#functions/catalogue/application/ask-procedures.ts';
import { makeLookUp } from '#functions/catalogue/domain/question/look-up.ts';
import { isOneOff, soundOf } from '#functions/catalogue/domain/question/sounds.ts';
import { makeTally } from '#functions/catalogue/domain/question/tally.ts';
import { understand } from '#functions/catalogue/domain/question/understand.ts';
import { misheard } from '#test/support/misheard.ts';
import questions from '#test/support/questions.json' with { type: 'json' };

const today = '2026-11-30' as VietnamDay;
const ask = procedureLookUp(province);
const codesFor = (question: string, day = today): readonly string[] =>
  ask(question, day).candidates.map(({ procedure }) => procedure.code);

const all = questions.questions.flatMap(({ procedure, questions: asked }) =>
  asked.map((question) => ({ procedure, question })),
);
/** Of a hundred such questions, how many have the right procedure among the first three. */
const reached = (heard: (question: string, n: number) => string): number => {
  const right = all.filter(({ procedure, question }, n) =>
    codesFor(heard(question, n)).includes(procedure),
  );
  return (100 * right.length) / all.length;
};

describe('a question in people’s own words', () => {
  it('leads to the right procedure among the first three: nine of ten that were typed', () => {
    expect(reached((question) => question)).toBeGreaterThanOrEqual(90);
  });

  it('does so without marks, in capitals and with signs', () => {
    expect(codesFor('MAT SO DO, lam lai o dau???')).toContain('1.012786');
  });

  it('does so misheard and mistyped: eight of ten', () => {
    const rounds = [1, 2, 3].map((round) =>
      reached((question, n) => misheard(question, round * 1_000 + n)),
    );
    const usual = rounds.reduce((sum, each) => sum + each, 0) / rounds.length;
    expect(usual).toBeGreaterThanOrEqual(80);
  });

  it('about what is not done here is refused, and told where it is done', () => {
    const answered = questions.outside.filter((question) => codesFor(question).length > 0);
    expect(answered.length).toBeLessThanOrEqual(questions.outside.length * 0.15);
    expect(ask('làm hộ chiếu ở đâu', today)).toMatchObject({
      candidates: [],
      elsewhere: { id: 'passport' },
    });
  });

  it.each([
    'cấp lại thẻ',
    'mất thẻ làm lại ở đâu',
    'xin giấy phép',
    'đăng ký mở mới',
    'gia hạn vì hết hạn',
    'đổi tên',
    'giấy chứng nhận đủ điều kiện',
  ])('%j says what is done and not to what: nothing is offered', (said) => {
    expect(codesFor(said)).toEqual([]);
  });

  it.each([
    ['a hospital in it', 'sinh con ở bệnh viện, làm giấy khai sinh ở đâu', '1.001193'],
    ['the police in it', 'công an kêu đổi thẻ căn cước hết hạn', '2.001195'],
    [
      'an insurance that it is wanted for',
      'xin giấy mức sống trung bình để mua bảo hiểm y tế',
      '1.011609',
    ],
    [
      'a long story before it',
      'Hồi đó bà nội cho ba tui, rồi ba tui xây nhà ở tới giờ, cả xóm ai cũng biết, mà chưa có sổ, giờ muốn làm sổ đỏ lần đầu',
      '1.013978',
    ],
  ])('is not taken for another by %s', (_, question, code) => {
    expect(codesFor(question)).toContain(code);
  });

  it.each([
    ['a licence of another field', 'xin giấy phép bán rượu', 'other-licences'],
    ['a company of another kind', 'mở công ty cổ phần', 'other-companies'],
    ['a school of another level', 'chuyển trường cho con học lớp 11', 'schools'],
    ['a citizenship', 'xin nhập quốc tịch Việt Nam', 'citizenship'],
    ['a card of another', 'mất thẻ sinh viên', 'schools'],
    ['a name on another’s contract', 'đổi tên hợp đồng điện', 'electricity'],
  ])('about %s is told where that is done', (_, question, id) => {
    expect(ask(question, today)).toMatchObject({ candidates: [], elsewhere: { id } });
  });

  it('finds names of every procedure: what it is called and when it is needed', () => {
    const few = province.procedures.filter(({ commonNames = [] }) => commonNames.length < 6);
    expect(few.map(({ code }) => code)).toEqual([]);
  });

  it('was asked about every procedure but those that have ended and have a successor', () => {
    const asked = new Set(questions.questions.map(({ procedure }) => procedure));
    const unasked = new Set(
      province.procedures.map(({ code }) => code).filter((code) => !asked.has(code)),
    );
    expect([...unasked].toSorted()).toEqual(['1.000105', '2.000889']);
  });

  it.each(['', '   ', '???', 'xin chào', 'tôi muốn hỏi', 'qqqq zzzz'])(
    '%j names nothing',
    (said) => {
      expect(ask(said, today)).toEqual({ candidates: [] });
    },
  );

  it('says by which name it was understood', () => {
    expect(ask('đổi sổ đỏ', today).candidates[0]).toMatchObject({
      procedure: { code: '1.012783' },
      calledBy: 'đổi sổ đỏ',
    });
  });

  it('is answered by the version of the day, and of what has ended by the last one', () => {
    const versionOn = (day: string) =>
      ask('xin giấy phép xây nhà', day as VietnamDay).candidates[0]?.procedure.effective.from;
    expect(['2026-06-30', '2026-07-01'].map(versionOn)).toEqual(['2025-07-01', '2026-07-01']);
    expect(codesFor('lý lịch tư pháp')).toContain('2.000488');
    expect(codesFor('lý lịch tư pháp', '2020-12-31' as VietnamDay)).not.toContain('2.000488');
  });
});

describe('names in an index', () => {
  const { lookUp } = makeLookUp([
    { of: 'a', names: ['đăng ký kết hôn', 'làm đám cưới'] },
    { of: 'b', names: ['đăng ký khai sinh'] },
    { of: 'c', names: ['trợ cấp người khuyết tật'] },
  ]);

  it.each([
    ['whole words', 'khai sinh', 'b'],
    ['another name of the same', 'hôn thú', 'a'],
    ['a letter off', 'khuyeet tật', 'c'],
    ['neighbours in the wrong order', 'khyuết', 'c'],
    ['a sound of the south', 'trợ cắp', 'c'],
    ['words run over by a filler', 'cho hỏi khai sinh cần gì', 'b'],
  ])('are found by %s', (_, question, of) => {
    expect(lookUp(question)[0]?.of).toBe(of);
  });

  it('say how much of the question they cover', () => {
    expect(lookUp('đăng ký kết hôn')[0]?.coverage).toBe(1);
    expect(lookUp('kết hôn trên sao hỏa')[0]?.coverage).toBeLessThan(1);
    expect(lookUp('cho hỏi đăng ký')[0]?.coverage).toBe(0);
    expect(lookUp('xyz')).toEqual([]);
    expect(lookUp('trích lục')).toEqual([]);
  });

  it('say less of a question that also names what no name has', () => {
    const one = makeLookUp([{ of: 'house', names: ['xây nhà'] }]);
    expect(one.lookUp('xây nhà')[0]?.coverage).toBe(1);
    expect(one.lookUp('xây nhà, thế chấp')[0]?.coverage).toBeLessThan(0.7);
  });
});

describe('sums by name', () => {
  it('take the best of what may be meant, and are 0 of what has none', () => {
    const tally = makeTally(3);
    const names = Uint32Array.from([0, 2]);
    const [much, little] = [3, 1].map((worth) => ({
      names,
      worths: new Float64Array(2).fill(worth),
    }));
    if (!much || !little) throw new Error('no terms');
    tally.add([
      [much, 1],
      [little, 1],
    ]);
    tally.add([[little, 2]]);
    tally.add([]);
    expect([0, 1, 2, 3].map(tally.of)).toEqual([5, 0, 5, 0]);
    expect(tally.greatest()).toBe(5);
    tally.clear();
    expect([0, 2].map(tally.of)).toEqual([0, 0]);
    expect(tally.greatest()).toBe(0);
  });
});

describe('words', () => {
  it('that ask are told from those that name', () => {
    const { words, concepts } = understand('mất sổ đỏ mất mấy ngày');
    expect(concepts).toEqual(
      expect.arrayContaining([
        { concept: 'giay dat', acts: false, place: 'asked' },
        { concept: 'cap lai', acts: true, place: 'asked' },
      ]),
    );
    expect(words.map(({ word, weight }) => [word, weight]).slice(-3)).toEqual([
      ['mat', 'fills'],
      ['may', 'fills'],
      ['ngay', 'fills'],
    ]);
  });

  it.each([
    ['sanh', 'sinh'],
    ['gởi', 'gui'],
    ['má', 'me'],
    ['tía', 'cha'],
    ['hổng', 'khong'],
    ['CCCD', 'can cuoc cong dan'],
    ['cty', 'cong ty'],
  ])('%s is read as %s', (said, read) => {
    expect(
      understand(said)
        .words.map(({ word }) => word)
        .join(' '),
    ).toBe(read);
  });

  it('that do not differ without marks are told apart where the marks are written', () => {
    expect(understand('đặt').words[0]?.word).not.toBe(understand('đất').words[0]?.word);
  });

  it('that are numbers name nothing by themselves', () => {
    expect(understand('120m2 vườn').words.map(({ weight }) => weight)).toEqual(['fills', 'names']);
  });

  it.each([
    ['trợ cấp', 'muốn xin trợ cấp', 'asked'],
    ['the story before what is asked', 'trợ cấp bị cắt, giờ muốn mở cửa hàng', 'told'],
    ['what it is wanted for', 'xin giấy khuyết tật để nhận trợ cấp', 'purpose'],
    ['what comes after what it is wanted for', 'để đi học thì trợ cấp', 'asked'],
    ['a clause of its own after it', 'cần giấy để đi học, trợ cấp', 'asked'],
    ['what is left to somebody, no purpose', 'xin để lại trợ cấp', 'asked'],
    ['what is asked by the way, no story', 'trợ cấp có cần khám bệnh', 'asked'],
    ['both the story and what is asked', 'trợ cấp hết rồi giờ muốn trợ cấp nữa', 'asked'],
  ])('stand in a place of the question: %s', (_, said, place) => {
    expect(understand(said).concepts).toContainEqual({ concept: 'tro cap', acts: false, place });
  });

  it.each([
    ['tra', 'cha'],
    ['sinh', 'xinh'],
    ['giay', 'day'],
    ['lam', 'nam'],
    ['tan', 'tang'],
    ['bat', 'bac'],
  ])('%s and %s sound alike', (a, b) => expect(soundOf(a)).toBe(soundOf(b)));

  it.each([
    ['khai', 'khi', true],
    ['khai', 'khaii', true],
    ['khai', 'khoi', true],
    ['khai', 'kahi', true],
    ['khai', 'kohi', false],
    ['khai', 'kh', false],
  ])('%s and %s are one off: %s', (a, b, is) => expect(isOneOff(a, b)).toBe(is));
});
