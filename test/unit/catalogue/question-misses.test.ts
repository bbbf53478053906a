import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeNoteMiss } from '#functions/catalogue/application/note-miss.ts';
import { missedText, parseWeek, weekOf } from '#functions/catalogue/domain/question/miss.ts';
import type { QuestionMiss } from '#functions/catalogue/ports/question-misses.ts';
import { aClock } from '#test/support/worlds.ts';

describe('a question that led nowhere is kept', () => {
  it.each([
    ['folded', 'Xin giấy phép THẢ DIỀU?', 'xin giay phep tha dieu'],
    ['without a telephone', 'gọi lại số 0912 345 678 giùm', 'goi lai so … gium'],
    ['without a telephone with signs', 'gọi 0912.345-678 giùm', 'goi … gium'],
    ['without a telephone, however it is set apart', 'gọi (0912)  345,678 giùm', 'goi … gium'],
    ['without a number that is spoken', 'số không chín một hai ba bốn năm sáu nha', 'so … nha'],
    ['with few numbers that are spoken', 'nhà ba tầng hai mặt tiền', 'nha ba tang hai mat tien'],
    ['without an identity number', 'căn cước 093085001234 của tôi', 'can cuoc … cua toi'],
    ['with a number of few digits', 'nghị định 168 năm 2024', 'nghi dinh 168 nam 2024'],
    ['without an address of mail', 'gửi qua ten.toi@thu.example giúp', 'gui qua … giup'],
    ['without a name with capitals', 'chồng Nguyễn Hữu Lộc thả diều', 'chong … tha dieu'],
    ['without a name after capitals', 'của NGUYỄN HỮU LỘC thả diều', 'cua … tha dieu'],
    ['without a name without marks', 'cua nguyen van loc tha dieu', 'cua … tha dieu'],
    ['without a name with marks', 'của lê thị hoa thả diều', 'cua … tha dieu'],
    ['without a name that is told', 'thả diều, tôi tên là lộc', 'tha dieu toi ten …'],
    ['with what is called so', 'đổi tên quán thả diều', 'doi ten quan tha dieu'],
  ])('%s', (_, question, kept) => expect(missedText(question)).toBe(kept));

  it.each(['', 'diều', '0912345678', 'Nguyễn Văn Lộc'])('not at all: %j', (question) =>
    expect(missedText(question)).toBeUndefined(),
  );

  it('in 120 characters, with no six digits together, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        fc.stringMatching(/^[0-9]{6,14}$/),
        (text, number) => {
          const kept = missedText(`thả diều ${text} ${number} ${text}`) ?? '';
          expect(kept.length).toBeLessThanOrEqual(120);
          expect(kept.replaceAll(' ', '')).not.toMatch(/\p{Nd}{6}/u);
        },
      ),
    );
  });
});

describe('a week', () => {
  it.each([
    ['2026-11-30', '2026-W49'],
    ['2026-11-29', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('of %s is %s', (day, week) => expect(weekOf(day as VietnamDay)).toBe(week));

  it.each([
    ['2026-W48', '2026-W48'],
    ['2026-W53', '2026-W53'],
    ['2026-W00', undefined],
    ['2026-W54', undefined],
    ['2026-48', undefined],
  ])('%s is read as %s', (text, week) => expect(parseWeek(text)).toBe(week));
});

describe('noting that a question led nowhere', () => {
  const { clock } = aClock();

  it('says when, what and why, and keeps nothing of what is no question', async () => {
    const noted: QuestionMiss[] = [];
    const note = makeNoteMiss({
      clock,
      misses: {
        note: async (miss) => {
          noted.push(miss);
          return 'noted';
        },
      },
      onLost: (error) => expect(error).toBeUndefined(),
    });
    await note('xin phép thả diều', 'nothing');
    await note('0912345678', 'not-meant');
    expect(noted).toEqual([
      { text: 'xin phep tha dieu', week: expect.stringMatching(/^20\d\d-W\d\d$/), kind: 'nothing' },
    ]);
  });

  it('is no reason to refuse an answer', async () => {
    const lost: unknown[] = [];
    const failure = new Error('the table is away');
    const note = makeNoteMiss({
      clock,
      misses: { note: () => Promise.reject(failure) },
      onLost: (error) => lost.push(error),
    });
    await note('xin phép thả diều', 'nothing');
    expect(lost).toEqual([failure]);
  });
});
