import { describe, expect, it } from 'vitest';
import {
  type Act,
  type ActState,
  awakened,
  begun,
  discarded,
  type Heard,
  hurried,
  isUnsent,
  keptMs,
  mayCorrect,
  mayDiscard,
  nextOf,
  parked,
  restOf,
  settled,
  stateOf,
  waitAfter,
} from '../../../../web/api/outbox/act.ts';
import { lineOf } from '../../../../web/api/outbox/intake.ts';

const by = { person: 'lan', role: 'clerk', office: 'vi-thanh' };
const lan = { person: 'lan', capacities: [{ role: 'clerk', office: 'vi-thanh' }] };
const now = 1_000_000;
const at = { now, random: 0.5, newKey: 'key-anew' };

let key = 0;
const world = {
  now,
  newKey: () => {
    key += 1;
    return `key-${key}`;
  },
};

const page = (n: number) => ({
  id: `page-${n}`,
  component: `paper-${n}`,
  name: 'a.jpg',
  mediaType: 'image/jpeg',
  bytes: 10,
  sha256: String(n).repeat(64).slice(0, 64),
});

const aLine = () =>
  lineOf(
    {
      number: 'TAM-000-012-074',
      by,
      draft: {},
      pages: [page(1), page(2)],
      first: { kind: 'enter', body: '{"number":"TAM-000-012-074"}' },
      last: 'accept',
    },
    world,
  );

const acts = (): readonly [Act, Act, Act, Act] => {
  const [enter, first, second, accept] = aLine().acts;
  if (!enter || !first || !second || !accept) throw new Error('four acts');
  return [enter, first, second, accept];
};

const sending = (change: Partial<Act> = {}): Act => ({ ...begun(acts()[0]), ...change });

const problem = (status: number, code = `gateway-${status}`): Heard =>
  ({ kind: 'refused', problem: { status, code, title: 'x', titleEn: 'x' } }) as Heard;

describe('a matter as acts', () => {
  it('opens, sends each file, and accepts when all of them are done', () => {
    const [enter, first, second, accept] = acts();
    expect([enter, first, second, accept].map(({ kind }) => kind)).toEqual([
      'enter',
      'scan',
      'scan',
      'accept',
    ]);
    expect(first.needs).toEqual([enter.id]);
    expect(accept.needs).toEqual([enter.id, first.id, second.id]);
    expect(new Set([enter, first, second, accept].map((act) => act.key)).size).toBe(4);
    expect(JSON.parse(first.body)).toEqual({
      component: 'paper-1',
      mediaType: 'image/jpeg',
      bytes: 10,
      sha256: page(1).sha256,
    });
  });

  it('takes over an act that was sent and never answered, with its key and as unknown', () => {
    const first = { kind: 'open', body: '{"a":1}', key: 'sent-before' } as const;
    const { acts: own } = lineOf({ by, draft: {}, pages: [], first }, world);
    expect(own).toEqual([
      expect.objectContaining({ key: 'sent-before', body: '{"a":1}', state: 'unknown' }),
    ]);
  });
});

describe('an act after an attempt', () => {
  it.each<[string, Heard, ActState]>([
    ['done', { kind: 'done', answer: { dossierId: 'd' } }, 'done'],
    ['looked at still', { kind: 'under-way', answer: { scanId: 's' } }, 'unknown'],
    ['no answer', { kind: 'no-answer' }, 'unknown'],
    ['nobody signed in', { kind: 'signed-out' }, 'queued'],
    ['a file that is not taken', { kind: 'rejected', reasons: [], answer: {} }, 'refused'],
    ['an address that is dead', { kind: 'address-dead' }, 'queued'],
    ['401', problem(401), 'queued'],
    ['429', problem(429), 'queued'],
    ['408', problem(408), 'unknown'],
    ['500', problem(500), 'unknown'],
    ['502', problem(502), 'unknown'],
    ['503', problem(503), 'unknown'],
    ['504', problem(504), 'unknown'],
    ['400', problem(400, 'invalid'), 'refused'],
    ['403', problem(403), 'refused'],
    ['404', problem(404, 'dossier-unknown'), 'refused'],
    ['409', problem(409, 'temporary-number-used'), 'refused'],
    ['422', problem(422, 'taken-time-invalid'), 'refused'],
    ['other bytes under its key', problem(409, 'idempotency-key-reused'), 'parked'],
    ['another has taken over', problem(409, 'lease-stale'), 'parked'],
  ])('%s', (_, heard, state) => {
    expect(settled(sending(), heard, at).state).toBe(state);
  });

  it.each([401, 429])('%d does not make it unheard that it may be there', (status) => {
    const after = settled(sending({ mayBeThere: true }), problem(status), at);
    expect(after).toMatchObject({ state: 'unknown', mayBeThere: true });
  });

  it('keeps key and bytes, whatever came but an answer', () => {
    const act = sending();
    const all: readonly Heard[] = [
      { kind: 'no-answer' },
      problem(500),
      problem(429),
      problem(401),
      { kind: 'under-way', answer: { scanId: 's' } },
    ];
    for (const heard of all)
      expect(settled(act, heard, at)).toMatchObject({ key: act.key, body: act.body });
  });

  it('holds nothing of the citizen when it is done', () => {
    const act = settled(sending({ why: { kind: 'busy' } }), { kind: 'done', answer: {} }, at);
    expect(act.body).toBe('');
    expect(act.why).toBeUndefined();
  });

  it('has a new key only where what was announced was given up before it was sent', () => {
    const act = sending({ answer: { scanId: 'old' } });
    const anew = settled(act, { kind: 'address-dead' }, at);
    expect(anew).toMatchObject({ key: 'key-anew', body: act.body, state: 'queued' });
    expect(anew.answer).toBeUndefined();
  });

  it('waits as long as it was told to, and at most a minute', () => {
    const told = { ...problem(429), retryAfterMs: 20_000 } as Heard;
    expect(settled(sending(), told, at).dueAt).toBe(now + 20_000);
    const long = { ...problem(429), retryAfterMs: 900_000 } as Heard;
    expect(settled(sending(), long, at).dueAt).toBe(now + 60_000);
    expect([1, 2, 3, 7, 40].map((tries) => waitAfter(tries, 0.5))).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000,
    ]);
    expect(waitAfter(1, 0)).toBe(800);
    expect(waitAfter(1, 1)).toBe(1_200);
  });
});

describe('what is sent next', () => {
  it('is what was done first, once what it needs is done', () => {
    const [enter, first, second, accept] = acts();
    expect(nextOf([enter, first, second, accept], lan, now)).toBe(enter);
    const done = settled(begun(enter), { kind: 'done', answer: { dossierId: 'd' } }, at);
    expect(nextOf([done, first, second, accept], lan, now)).toBe(first);
    const unknown = settled(begun(first), { kind: 'no-answer' }, at);
    expect(nextOf([done, unknown, second, accept], lan, now)).toBe(second);
    expect(nextOf([done, unknown, accept], lan, now)).toBeUndefined();
    expect(restOf([done, unknown, accept], lan, now)).toBe(1_000);
    expect(nextOf([done, hurried(unknown), accept], lan, now)?.id).toBe(first.id);
  });

  it('is nothing of another person, capacity or office', () => {
    const [enter] = acts();
    for (const sender of [
      { ...lan, person: 'minh' },
      { ...lan, capacities: [{ role: 'officer', office: 'vi-thanh' }] },
      { ...lan, capacities: [{ role: 'clerk', office: 'nga-bay' }] },
      { ...lan, capacities: [] },
    ]) {
      expect(nextOf([enter], sender, now)).toBeUndefined();
      expect(restOf([enter], sender, now)).toBeUndefined();
    }
  });

  it('does not wait for a clock that was set back', () => {
    const act = { ...acts()[0], dueAt: now + 86_400_000 };
    expect(nextOf([act], lan, now)).toBe(act);
    expect(restOf([act], lan, now)).toBe(72_000);
  });

  it('does not hurry what has ended', () => {
    const refused = settled(sending(), problem(400), at);
    expect(hurried(refused)).toBe(refused);
  });
});

describe('a page that ended', () => {
  it('leaves unknown what was under way, and nothing else as it was', () => {
    const [enter, first] = acts();
    expect(awakened(begun(enter))).toMatchObject({ state: 'unknown', key: enter.key, dueAt: 0 });
    expect(awakened(first)).toBe(first);
  });
});

describe('what is never sent', () => {
  it('is what waits for something refused, through all that waits for it', () => {
    const [enter, first, second, accept] = acts();
    const refused = settled(begun(enter), problem(422, 'taken-time-invalid'), at);
    const all = parked([refused, first, second, accept], now);
    expect(all.map(({ state }) => state)).toEqual(['refused', 'parked', 'parked', 'parked']);
    expect(all[1]?.why).toEqual({ kind: 'needs', act: enter.id });
    expect(nextOf(all, lan, now)).toBeUndefined();
  });

  it('is what is older than a slip may be', () => {
    const [enter, first] = acts();
    expect(parked([enter], now + keptMs)[0]).toBe(enter);
    const all = parked([enter, first], now + keptMs + 1);
    expect(all[0]).toMatchObject({ state: 'parked', why: { kind: 'too-old' } });
    expect(all[1]?.state).toBe('parked');
  });
});

describe('a matter as a whole', () => {
  const withState = (...states: ActState[]) =>
    states.map((state, n): Act => ({ ...acts()[0], id: String(n), state, tries: n === 0 ? 1 : 0 }));

  it.each([
    [['queued', 'queued'], 'waiting', true],
    [['done', 'sending', 'queued'], 'sending', true],
    [['done', 'unknown', 'queued'], 'unknown', true],
    [['refused', 'parked'], 'stopped', true],
    [['done', 'refused', 'unknown'], 'stopped', true],
    [['discarded', 'done'], 'discarded', false],
    [['done', 'done'], 'done', false],
  ] as const)('%j is %s', (states, state, unsent) => {
    expect(stateOf(withState(...states))).toBe(state);
    expect(isUnsent(withState(...states))).toBe(unsent);
  });

  it('is put right only where nothing of it is in the system', () => {
    expect(mayCorrect(withState('refused', 'parked'))).toBe(true);
    expect(mayCorrect(withState('done', 'refused'))).toBe(false);
    expect(mayCorrect(withState('unknown', 'queued'))).toBe(false);
    expect(mayCorrect([])).toBe(false);
    const [first, second] = withState('refused', 'parked');
    if (!first || !second) throw new Error('two acts');
    expect(mayCorrect([first, { ...second, tries: 1 }])).toBe(false);
  });

  it('is given up only where nothing of it may still arrive', () => {
    expect(mayDiscard(withState('refused', 'parked'))).toBe(true);
    expect(mayDiscard(withState('done', 'refused', 'parked'))).toBe(true);
    expect(mayDiscard(withState('done', 'refused', 'unknown'))).toBe(false);
    expect(mayDiscard(withState('done', 'refused', 'sending'))).toBe(false);
    expect(mayDiscard(withState('unknown', 'queued'))).toBe(false);
  });

  it('keeps the word it was given up with, and nothing that was typed', () => {
    const [refused, done] = withState('refused', 'done');
    if (!refused || !done) throw new Error('two acts');
    expect(discarded(refused, 'Công dân nộp lại')).toMatchObject({
      state: 'discarded',
      body: '',
      word: 'Công dân nộp lại',
    });
    expect(discarded(done, 'x')).toBe(done);
  });
});
