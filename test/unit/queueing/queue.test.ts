import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRules } from '#domain/catalogue/queue-rules.ts';
import type { TicketId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  callAgain,
  callNext,
  emptyQueue,
  finishTicket,
  type OfficeQueue,
  type Priority,
  putAside,
  recallTicket,
  takeTicket,
} from '#functions/queueing/domain/queue.ts';
import { waitFigures } from '#functions/queueing/domain/waits.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { got } from '#test/support/offline.ts';

const rules: QueueRules = {
  effective: { from: '2021-01-01' as VietnamDay },
  groups: [
    { id: 'nop', letter: 'A', vi: 'Nộp', en: 'Hand in' },
    { id: 'nhan', letter: 'B', vi: 'Nhận', en: 'Collect' },
  ],
  priorityAfterOrdinary: 2,
  callsBeforeNoShow: 3,
  mostWaiting: 50,
  note: 'test',
};
const empty = emptyQueue('bd-vi-thanh', '2026-11-23' as VietnamDay);

/** `a`, `b`: ordinary of a group; `A`, `B`: with priority. One a minute. */
const queueOf = (comers: string, start: OfficeQueue = empty): OfficeQueue =>
  [...comers].reduce((queue, comer, n) => {
    const group = comer.toLowerCase() === 'a' ? 'nop' : 'nhan';
    const priority: Priority | undefined = comer === comer.toUpperCase() ? 'elderly' : undefined;
    const id = `t${queue.version}` as TicketId;
    const asked = { id, group, ...(priority && { priority }) };
    return got(takeTicket(queue, rules, asked, plus(monday9, minutes(n)))).queue;
  }, start);

const ten = plus(monday9, minutes(60));
const call = (queue: OfficeQueue, counter = 'quay-1', groups?: readonly string[]) =>
  callNext(queue, rules, { counter, by: 'lan', now: ten }, groups);

/** The numbers in the order in which one counter calls them. */
const orderOf = (comers: string, with_: Partial<QueueRules> = {}): string => {
  let queue = queueOf(comers);
  const numbers: string[] = [];
  for (;;) {
    const called = callNext(queue, { ...rules, ...with_ }, { counter: 'q', by: 'lan', now: ten });
    if (!called.ok) return numbers.join(' ');
    numbers.push(called.value.ticket.number);
    queue = got(finishTicket(called.value.queue, called.value.ticket.id)).queue;
  }
};

/** The most ordinary calls in a row while somebody with priority was waiting. */
const longestRow = (order: readonly string[], comers: string): number => {
  const { waiting } = queueOf(comers);
  const preferred = new Set(waiting.flatMap((each) => (each.priority ? [each.number] : [])));
  const last = order.findLastIndex((number) => preferred.has(number));
  const rows = order
    .slice(0, last + 1)
    .map((number) => (preferred.has(number) ? '|' : 'o'))
    .join('')
    .split('|');
  return Math.max(...rows.map((row) => row.length));
};

describe('the order of calling', () => {
  it.each([
    ['ab', 'A001 B001', 2],
    // Two ordinary ones, then whoever has priority.
    ['aaaaA', 'A001 A002 A005 A003 A004', 2],
    ['aaaaAAA', 'A001 A002 A005 A003 A004 A006 A007', 2],
    ['aaaaA', 'A005 A001 A002 A003 A004', 0],
    ['AaA', 'A002 A001 A003', 1],
    ['AA', 'A001 A002', 2],
  ])('of %s is %s where priority comes after %i', (comers, order, priorityAfterOrdinary) => {
    expect(orderOf(comers, { priorityAfterOrdinary })).toBe(order);
  });

  it('lets nobody with priority wait longer than so many ordinary calls, and forgets nobody', () => {
    const comers = fc.array(fc.constantFrom('a', 'b', 'A', 'B'), { maxLength: 30 });
    fc.assert(
      fc.property(comers, fc.integer({ min: 0, max: 4 }), (who, limit) => {
        const text = who.join('');
        const order = orderOf(text, { priorityAfterOrdinary: limit }).split(' ').filter(Boolean);
        expect(new Set(order).size).toBe(text.length);
        expect(longestRow(order, text)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('is that of the groups that a counter serves', () => {
    expect(got(call(queueOf('aab'), 'quay-2', ['nhan'])).ticket.number).toBe('B001');
    expect(call(queueOf('aa'), 'quay-2', ['nhan'])).toMatchObject({
      refusal: { code: 'queue-empty' },
    });
  });
});

describe('a ticket', () => {
  const refusal = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);

  it('has a number of its own, that goes beyond 999', () => {
    const many = { ...empty, lastNumbers: { nop: 999 } };
    expect(queueOf('aa', many).waiting.map(({ number }) => number)).toEqual(['A1000', 'A1001']);
  });

  it.each([
    ['of a group that is none', { group: 'x' }, empty, 'queue-group-unknown'],
    ['when the room is full', { group: 'nop' }, queueOf('a'.repeat(50)), 'queue-full'],
  ])('is not given %s', (_, asked, queue, code) => {
    expect(refusal(takeTicket(queue, rules, { id: 'x' as TicketId, ...asked }, ten))).toBe(code);
  });

  it('is called to a free counter only', () => {
    const { queue } = got(call(queueOf('aa')));
    expect(call(queue)).toMatchObject({ refusal: { code: 'counter-busy', number: 'A001' } });
  });

  it('is put aside after three calls and not before; recalled, it comes next, wherever', () => {
    let { queue, ticket } = got(call(queueOf('aa')));
    const { id } = ticket;
    for (const calls of [2, 3]) {
      expect(refusal(putAside(queue, rules, id))).toBe('ticket-called-too-few');
      ({ queue, ticket } = got(callAgain(queue, id)));
      expect(ticket.calls).toBe(calls);
    }
    ({ queue } = got(putAside(queue, rules, id)));
    expect(queue.serving).toEqual({});
    const at = { counter: 'quay-3', by: 'binh', now: plus(ten, minutes(30)) };
    const recalled = got(recallTicket(queue, id, at));
    expect(recalled.ticket).toMatchObject({ number: 'A001', counter: 'quay-3' });
    // The wait ended with the first call.
    expect(recalled.queue.waits).toEqual([60]);
    expect(refusal(recallTicket(recalled.queue, id, at))).toBe('ticket-unknown');
    const busy = got(call(queue, 'quay-3')).queue;
    expect(refusal(recallTicket(busy, id, at))).toBe('counter-busy');
  });

  it('is finished once, and not by another’s number', () => {
    const { queue, ticket } = got(call(queueOf('a')));
    const after = got(finishTicket(queue, ticket.id)).queue;
    expect(refusal(finishTicket(after, ticket.id))).toBe('ticket-not-served');
    expect(refusal(callAgain(queue, 'other' as TicketId))).toBe('ticket-not-served');
  });
});

describe('the waits of a day', () => {
  it.each([
    [[], undefined, undefined, undefined],
    [[7], 7, 7, 7],
    [[10, 2, 8, 4, 6, 1, 3, 5, 7, 9], 5, 9, 10],
  ])('of %j are %s, %s and %s minutes', (waits, medianMinutes, p90Minutes, longestMinutes) => {
    const figures = waitFigures({ ...empty, waits });
    expect(figures).toMatchObject({ called: waits.length });
    expect([figures.medianMinutes, figures.p90Minutes, figures.longestMinutes]).toEqual([
      medianMinutes,
      p90Minutes,
      longestMinutes,
    ]);
  });

  it('account for every ticket that was taken', () => {
    const { queue } = got(call(queueOf('aab')));
    expect(waitFigures(queue)).toMatchObject({ taken: 3, called: 1, waiting: 2, served: 0 });
  });
});
