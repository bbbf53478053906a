import { describe, expect, it } from 'vitest';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { parseDay } from '#domain/time/vietnam-time.ts';
import { addressOf, isWhole, paperIn } from '../../../web/citizen/address.ts';
import { moodOf, stepsOf, type Tracked } from '../../../web/citizen/way.ts';
import { en } from '../../../web/citizen/words.en.ts';
import { vi } from '../../../web/citizen/words.vi.ts';
import { dayInWords, momentInWords, waitMinutes } from '../../../web/kit/format.ts';

describe('the address of a paper', () => {
  it.each([
    ['/tra-cuu/H13.01-261126-0032', '#K7QM4ZRT', 'H13.01-261126-0032', 'K7QM4ZRT', true],
    ['/tra-cuu/TAM-000-012-074', '', 'TAM-000-012-074', '', false],
    ['/tra-cuu', '#K7QM4ZRT', '', 'K7QM4ZRT', false],
    ['/tra-cuu/%', '#%E0%A4%A', '', '', false],
    ['/tra-cuu/a%20b%2Fc-123456', '#K7QM4ZRT', 'a b/c-123456', 'K7QM4ZRT', true],
  ])('%s%s', (pathname, hash, code, secret, whole) => {
    const paper = paperIn({ pathname, hash });
    expect(paper).toEqual({ code, secret });
    expect(isWhole(paper)).toBe(whole);
  });

  it('never holds a secret that was typed, and no way out of its place', () => {
    expect(addressOf('../../v1/a?b#c')).toBe('/tra-cuu/..%2F..%2Fv1%2Fa%3Fb%23c');
  });
});

const tracked: Tracked = {
  code: 'H13.01-261126-0032',
  status: 'in-progress',
  statusText: { vi: 'Đang xử lý', en: 'In progress' },
  nationalStatus: 4,
  acceptedAt: '2026-11-26T08:05:00+07:00',
  dueAt: '2026-12-03T17:00:00+07:00',
};

describe('the way of a dossier', () => {
  it('tells what was told, and its end as it stands now', () => {
    expect(stepsOf(tracked, vi, 'vi')).toEqual([
      { text: 'Đã tiếp nhận', at: tracked.acceptedAt, isNow: false },
      { text: 'Đang xử lý', isNow: true },
    ]);
  });

  it('follows the parcel once there is one', () => {
    const delivery = { carrier: 'vnpost', waybill: 'RG1', state: 'out-for-delivery' } as const;
    const decidedAt = '2026-12-01T09:00:00+07:00';
    expect(stepsOf({ ...tracked, decidedAt, delivery }, en, 'en').map(({ text }) => text)).toEqual([
      'Accepted',
      'Decided',
      'The courier is bringing the result',
    ]);
    const deliveredAt = '2026-12-02T10:00:00+07:00';
    const delivered = { ...delivery, state: 'delivered', deliveredAt } as const;
    expect(stepsOf({ ...tracked, delivery: delivered }, vi, 'vi').at(-1)).toEqual({
      text: 'Đã giao tận tay',
      at: deliveredAt,
      isNow: true,
    });
  });

  it('invents no time where none is told', () => {
    const {
      acceptedAt: _,
      dueAt: __,
      ...registered
    } = { ...tracked, status: 'registered' as const };
    expect(stepsOf(registered, vi, 'vi')).toEqual([{ text: 'Đang xử lý', isNow: true }]);
  });

  it('looks as it is: asked of the citizen, over, or under way', () => {
    expect(Object.fromEntries(caseStatuses.map((status) => [status, moodOf(status)]))).toEqual({
      registered: '',
      accepted: '',
      'not-accepted': 'bad',
      'in-progress': '',
      'supplement-requested': 'warn',
      'payment-requested': 'warn',
      'withdrawal-requested': '',
      stopped: 'bad',
      decided: 'good',
      returned: 'good',
    });
  });
});

describe('words', () => {
  it('are the same in both languages, and none is empty', () => {
    const flat = (words: object): readonly string[] =>
      Object.values(words).flatMap((value) =>
        typeof value === 'object' ? flat(value) : [typeof value === 'function' ? value(5) : value],
      );
    expect(flat(en)).toHaveLength(flat(vi).length);
    for (const text of [...flat(vi), ...flat(en)]) expect(text.trim()).not.toBe('');
    expect(flat(vi).filter((text) => flat(en).includes(text))).toEqual([]);
  });

  it('say a moment in Vietnam’s time, wherever the device is', () => {
    expect(momentInWords('2026-12-03T10:00:00Z', 'vi')).toBe(
      '17:00 thứ Năm, ngày 3 tháng 12 năm 2026',
    );
    expect(momentInWords('2026-12-05T18:05:00Z', 'en')).toBe('01:05 Sunday, 6 December 2026');
    const day = parseDay('2026-11-29');
    expect(day && dayInWords(day, 'vi')).toBe('Chủ nhật, ngày 29 tháng 11 năm 2026');
  });

  it('ask nobody to wait for no minutes', () => {
    expect([0, 1, 60, 61, 900].map(waitMinutes)).toEqual([1, 1, 1, 2, 15]);
  });
});
