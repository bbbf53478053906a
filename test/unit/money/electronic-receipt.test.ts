import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import { nothing, type Purses } from '#domain/money/purses.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import {
  type AskResult,
  actKey,
  beginAttempt,
  concludeAttempt,
  dueAt,
  type ElectronicReceipt,
  type IssuedReceipt,
  isNumberOf,
  nextAsk,
  told,
  untold,
  wantAgain,
  wantReceipt,
} from '#functions/money/domain/electronic-receipt.ts';
import { monday9 } from '#test/support/dossiers.ts';

const id = '01KAPXJ5V0ZK9Q4T8N6W2C7DR1' as ReceiptId;
const voucher = (taken: Partial<Purses>, refunded: Partial<Purses> = {}, isReversed = false) => ({
  id,
  number: 'BL-1',
  dossierId: 'd',
  office: 'bd-vi-thanh',
  agency: 'ct-nnmt',
  takenAt: monday9,
  taken: { ...nothing, ...taken },
  refunded: { ...nothing, ...refunded },
  isReversed,
});
const issued = (n: number, charge: number): IssuedReceipt => ({
  key: `${id}-${n}`,
  form: '01BLP0-001',
  sign: 'BT-26E',
  number: n,
  amounts: { charge, fee: 0 },
  issuedAt: monday9,
});

const wanted = (taken: Partial<Purses>): ElectronicReceipt => {
  const made = wantReceipt(undefined, voucher(taken), monday9);
  if (!made) throw new Error('nothing wanted');
  return made;
};
const begun = (before: ElectronicReceipt, now: Instant = monday9): ElectronicReceipt => {
  const after = beginAttempt(before, now);
  if (!after) throw new Error('not due');
  return after;
};
const came = (before: ElectronicReceipt, result: AskResult, now: Instant = monday9) => {
  const trying = begun(before, now);
  return concludeAttempt(trying, trying.attempts, result, now);
};

describe('what is asked of the issuer', () => {
  it('is a biên lai for phí and lệ phí, and none for cước or thu hộ', () => {
    expect(nextAsk(wanted({ charge: 50_000, fee: 20_000, postage: 28_000, cod: 5_000 }))).toEqual({
      of: 'issue',
      key: `${id}-1`,
      amounts: { charge: 50_000, fee: 20_000 },
    });
    expect(wantReceipt(undefined, voucher({ postage: 28_000 }), monday9)).toBeUndefined();
  });

  it('is another in its place after a part was given back, and its cancelling after all of it was', () => {
    const standing = came(wanted({ charge: 50_000 }), {
      outcome: 'issued',
      receipt: issued(1, 50_000),
    });
    expect(standing).toMatchObject({ state: 'settled', standing: { number: 1 } });
    const part = wantReceipt(standing, voucher({ charge: 50_000 }, { charge: 20_000 }), monday9);
    expect(part && nextAsk(part)).toEqual({
      of: 'issue',
      key: `${id}-2`,
      amounts: { charge: 30_000, fee: 0 },
      replaces: `${id}-1`,
    });
    const all = wantReceipt(standing, voucher({ charge: 50_000 }, {}, true), monday9);
    expect(all && nextAsk(all)).toEqual({ of: 'cancel', key: `${id}-1` });
    expect(wantReceipt(standing, voucher({ charge: 50_000 }), monday9)).toBeUndefined();
    const gone = all && came(all, { outcome: 'cancelled' });
    expect(gone).toMatchObject({ state: 'settled', acts: [{ of: 'issued' }, { of: 'cancelled' }] });
    expect(gone?.standing).toBeUndefined();
  });

  it('is asked by one worker at a time, later and later while nobody answers', () => {
    const first = begun(wanted({ charge: 50_000 }));
    expect(beginAttempt(first, monday9)).toBeUndefined();
    expect(dueAt(first)).toBe(plus(monday9, minutes(2)));
    const died = begun(first, plus(monday9, minutes(2)));
    expect(died.unsureOf).toBe(`${id}-1`);
    expect(concludeAttempt(died, first.attempts, { outcome: 'nothing' }, monday9)).toBe(died);
    let silent = wanted({ charge: 50_000 });
    const pauses = [1, 2, 4, 8, 16, 30, 30];
    let now = monday9;
    for (const pause of pauses) {
      silent = came(silent, { outcome: 'unknown' }, now);
      expect(silent.nextTryAt).toBe(plus(now, minutes(pause)));
      now = silent.nextTryAt;
    }
    expect(silent.unsureOf).toBe(`${id}-1`);
  });

  it('is refused until a person asks again', () => {
    const refused = came(wanted({ charge: 50_000 }), { outcome: 'refused', why: 'x' });
    expect(refused).toMatchObject({ state: 'rejected', rejection: { why: 'x' } });
    expect(beginAttempt(refused, plus(monday9, minutes(60)))).toBeUndefined();
    expect(wantAgain(refused, monday9)).toMatchObject({ state: 'pending', tries: 0 });
    const other = wantReceipt(refused, voucher({ charge: 50_000 }, { charge: 1_000 }), monday9);
    expect(other).toMatchObject({ state: 'pending', nextTryAt: monday9 });
    expect(other?.rejection).toBeUndefined();
  });

  it('goes on with what was wanted meanwhile, in the pause that runs', () => {
    const silent = came(wanted({ charge: 50_000 }), { outcome: 'unknown' });
    const less = wantReceipt(
      silent,
      voucher({ charge: 50_000 }, { charge: 1_000 }),
      plus(monday9, minutes(0)),
    );
    expect(less).toMatchObject({ nextTryAt: silent.nextTryAt, since: monday9 });
    const found =
      less && came(less, { outcome: 'issued', receipt: issued(1, 50_000) }, silent.nextTryAt);
    expect(found).toMatchObject({ state: 'pending', standing: { number: 1 } });
    expect(found?.unsureOf).toBeUndefined();
    const again =
      found && came(found, { outcome: 'issued', receipt: issued(1, 50_000) }, silent.nextTryAt);
    expect(again?.acts).toHaveLength(1);
  });

  it('stays unsure of what was asked first, whatever is wanted since', () => {
    const silent = came(wanted({ charge: 50_000 }), { outcome: 'unknown' });
    const still = came(silent, { outcome: 'unknown' }, silent.nextTryAt);
    expect(still.unsureOf).toBe(`${id}-1`);
    const nobodys = came(
      { ...wanted({ charge: 1 }), wanted: { charge: 0, fee: 0 } },
      { outcome: 'unknown' },
    );
    expect(nobodys.unsureOf).toBeUndefined();
    expect(
      came({ ...wanted({ charge: 1 }), wanted: { charge: 0, fee: 0 } }, { outcome: 'cancelled' })
        .acts,
    ).toEqual([]);
  });
});

describe('what the tax office hears', () => {
  it('is each act once', () => {
    const standing = came(wanted({ charge: 50_000 }), {
      outcome: 'issued',
      receipt: issued(1, 50_000),
    });
    const [act] = untold(standing);
    if (!act) throw new Error('nothing to tell');
    expect(actKey(act)).toBe(`${id}-1#issued`);
    const heard = told(standing, new Set([actKey(act)]), monday9);
    expect(untold(heard)).toEqual([]);
    expect(told(heard, new Set(['other']), plus(monday9, minutes(1))).acts).toEqual(heard.acts);
    expect(untold(told(standing, new Set(), monday9))).toHaveLength(1);
  });
});

describe('a number', () => {
  it.each([
    [{}, true],
    [{ number: 99_999_999 }, true],
    [{ number: 0 }, false],
    [{ number: 100_000_000 }, false],
    [{ number: 1.5 }, false],
    [{ form: '' }, false],
    // The year of its day stands in its sign (NĐ 254/2026 art. 23(2)).
    [{ sign: 'BT-25E' }, false],
  ])('%j', (change, is) => {
    expect(isNumberOf({ ...issued(1, 1), ...change }, monday9)).toBe(is);
  });
});

type Mood = 'answer' | 'lost' | 'silent';
type Step = Mood | 'refund' | 'reverse';

/** An issuer that gives one biên lai a key, and whose answers may be lost. */
const anIssuer = () => {
  const kept = new Map<string, { receipt: IssuedReceipt; isOver: boolean }>();
  const end = (key: string): void => {
    const found = kept.get(key);
    if (found) kept.set(key, { ...found, isOver: true });
  };
  const issue = (key: string, charge: number, replaces?: string): IssuedReceipt => {
    const receipt = kept.get(key)?.receipt ?? { ...issued(kept.size + 1, charge), key };
    if (!kept.has(key)) kept.set(key, { receipt, isOver: false });
    if (replaces !== undefined) end(replaces);
    return receipt;
  };
  const found = (standing: IssuedReceipt | undefined, key: string): AskResult => {
    const there = kept.get(key);
    if (!there) return { outcome: 'nothing' };
    if (standing?.key !== key) return { outcome: 'issued', receipt: there.receipt };
    return { outcome: there.isOver ? 'cancelled' : 'nothing' };
  };
  const asked = (trying: ElectronicReceipt): AskResult => {
    const next = nextAsk(trying);
    if (!next) return { outcome: 'nothing' };
    if (next.of === 'issue')
      return { outcome: 'issued', receipt: issue(next.key, next.amounts.charge, next.replaces) };
    end(next.key);
    return { outcome: 'cancelled' };
  };
  return {
    standing: () => [...kept.values()].filter(({ isOver }) => !isOver),
    /** The worker's way: what is unsure is looked up, and nothing else in that attempt. */
    answer: (trying: ElectronicReceipt, mood: Mood): AskResult => {
      if (mood === 'silent') return { outcome: 'unknown' };
      if (trying.unsureOf !== undefined) return found(trying.standing, trying.unsureOf);
      const answer = asked(trying);
      return mood === 'lost' ? { outcome: 'unknown' } : answer;
    },
  };
};

const aStory = () => {
  const issuer = anIssuer();
  let [refunded, isReversed] = [0, false];
  let [record, now] = [wanted({ charge: 50_000 }), monday9];
  const want = () => {
    const says = voucher({ charge: 50_000 }, { charge: refunded }, isReversed);
    record = wantReceipt(record, says, now) ?? record;
  };
  const ask = (mood: Mood) => {
    now = plus(dueAt(record), minutes(1));
    const trying = beginAttempt(record, now);
    if (!trying) return;
    record = concludeAttempt(trying, trying.attempts, issuer.answer(trying, mood), now);
  };
  const steps: Readonly<Record<Step, () => void>> = {
    answer: () => ask('answer'),
    lost: () => ask('lost'),
    silent: () => ask('silent'),
    refund: () => {
      refunded = Math.min(50_000, refunded + 10_000);
      want();
    },
    reverse: () => {
      isReversed = true;
      want();
    },
  };
  return {
    issuer,
    steps,
    left: () => (isReversed ? 0 : 50_000 - refunded),
    record: () => record,
  };
};

describe('whatever the issuer does', () => {
  it('property: at most one biên lai of a phiếu thu stands, and it says what is wanted once all is quiet', () => {
    const all = fc.array(fc.constantFrom<Step>('answer', 'lost', 'silent', 'refund', 'reverse'), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(all, (told) => {
        const { issuer, steps, left, record } = aStory();
        for (const step of told) {
          steps[step]();
          expect(issuer.standing().length).toBeLessThanOrEqual(1);
        }
        for (let n = 0; n < 8; n++) steps.answer();
        expect(record().state).toBe('settled');
        const sums = issuer.standing().map(({ receipt }) => receipt.amounts.charge);
        expect(sums).toEqual(left() > 0 ? [left()] : []);
        expect(record().standing?.key).toBe(issuer.standing()[0]?.receipt.key);
      }),
      { numRuns: 3_000 },
    );
  });
});
