import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { SatisfactionRules } from '#domain/catalogue/satisfaction-rules.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { days, minutes, plus } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeRateDossier } from '#functions/satisfaction/application/rate-dossier.ts';
import {
  makeReadFigures,
  makeReadWords,
} from '#functions/satisfaction/application/read-figures.ts';
import type { Answers, Month } from '#functions/satisfaction/domain/rating.ts';
import { ratedMarkKind, ratingKind } from '#functions/satisfaction/records.ts';
import {
  anAcceptance,
  anApplicant,
  historyUntil,
  monday9,
  officer,
  type Station,
} from '#test/support/dossiers.ts';
import { got } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { seals } from '#test/support/tracking.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const satisfactionRules: readonly SatisfactionRules[] = [
  {
    effective: { from: '2021-01-01' as VietnamDay },
    smallest: 3,
    reasons: [
      { code: 'cham-hen', vi: 'Chậm hẹn', en: 'Late', needsText: false },
      { code: 'khac', vi: 'Khác', en: 'Another', needsText: true },
    ],
    note: 'test',
  },
];
const offices = [{ id: 'bd-vi-thanh' }, { id: 'bd-nga-bay' }];
const november = '2026-11' as Month;
const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const leader: Staff = { ...officer, role: 'leader' };
const satisfied: Answers = { level: 'satisfied' };
const viThanh = { kind: 'office', id: 'bd-vi-thanh' } as const;
const nnmt = { kind: 'agency', id: 'ct-nnmt' } as const;

const aTablet = async (station: Station = 'returned') => {
  const world = await aWorldAt(station);
  const deps = { ...world, ids: makeUlids(), seals };
  const sessionOf = async (id: DossierId, from = monday9) => {
    const claim = `${id}.${plus(from, minutes(15))}`;
    return `${claim}.${await seals.mac('session', claim)}`;
  };
  const rateDossier = makeRateDossier({ ...deps, satisfactionRules });
  let n = 0;
  return {
    ...deps,
    sessionOf,
    figures: makeReadFigures({ ...deps, satisfactionRules, offices }),
    words: makeReadWords({ ...deps, satisfactionRules, offices }),
    rate: async (answers: Answers = satisfied, token = sessionOf(world.dossierId)) =>
      rateDossier({ token: await token, answers, idempotency: undefined }),
    /** Another dossier of the same counter that was returned. */
    another: async () => {
      n += 1;
      const id = `01KAPXJ5V0ZK9Q4T8N6W2C${String(n).padStart(4, '0')}` as DossierId;
      const code = `H13.01-261123-${String(n + 1).padStart(4, '0')}`;
      const facts = historyUntil('returned').events.map(({ fact }) => {
        if (fact.type === 'dossier-registered') return { ...fact, id };
        if (fact.type === 'result-dispatched') return { ...fact, waybill: `EE${n}` };
        return fact.type === 'dossier-accepted' ? { ...fact, code } : fact;
      });
      const change = record(undefined, id, facts, { actor: clerk, now: monday9 });
      await world.ledger.commit({
        dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
      });
      return sessionOf(id);
    },
  };
};

/** Three answers of one month, which is over now. */
const aMonth = async (answers: readonly Answers[] = [satisfied, satisfied, satisfied]) => {
  const tablet = await aTablet();
  for (const each of answers) got(await tablet.rate(each, tablet.another()));
  tablet.setTo(plus(monday9, days(10)));
  return tablet;
};

describe('a dossier', () => {
  it('is rated once, by who has its session', async () => {
    const { rate } = await aTablet();
    expect(await rate()).toEqual({ ok: true, value: 'rated' });
    expect(await rate({ level: 'neutral' })).toEqual(refusal('already-rated'));
  });

  it('is rated once also when tablet and telephone answer at the same moment', async () => {
    const { rate, ...tablet } = await aTablet();
    const outcomes = await Promise.all([rate(), rate(), rate()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    tablet.setTo(plus(monday9, days(10)));
    expect(got(await tablet.figures.of(supervisor, viThanh, november)).answers).toBe(1);
  });

  it.each(['registered', 'accepted', 'decided', 'dispatched'] as const)(
    'that is %s is not rated yet',
    async (station) => {
      const { rate } = await aTablet(station);
      expect(await rate()).toEqual(refusal('rating-too-early'));
    },
  );

  it('is not rated by who has only the receipt, another’s session or one that is over', async () => {
    const { rate, ...tablet } = await aTablet();
    const own = await tablet.sessionOf(tablet.dossierId);
    const forged = `${own.slice(0, -1)}${own.endsWith('0') ? '1' : '0'}`;
    const receipt = await seals.trackingSecret(tablet.dossierId);
    const unknown = await tablet.sessionOf('01KAPXJ5V0ZK9Q4T8N6W2C9999' as DossierId);
    const over = await tablet.sessionOf(tablet.dossierId, plus(monday9, -minutes(16) as never));
    for (const token of ['', receipt, forged, unknown, over])
      expect(await rate(satisfied, Promise.resolve(token))).toEqual(refusal('session-invalid'));
    expect((await rate()).ok).toBe(true);
  });
});

describe('an answer', () => {
  it.each([
    ['a dislike without a reason', { level: 'dissatisfied' }, 'reason-missing'],
    ['a reason that nobody offered', { ...satisfied, reason: { code: 'x' } }, 'reason-unknown'],
    [
      'another reason without words',
      { level: 'dissatisfied', reason: { code: 'khac' } },
      'reason-missing',
    ],
  ] as const)('is refused: %s', async (_, answers, code) => {
    const { rate } = await aTablet();
    expect(await rate(answers)).toEqual(refusal(code));
    expect((await rate()).ok).toBe(true);
  });

  it('leads neither to the dossier nor to the hour, and is not in the history', async () => {
    const { rate, ledger, index, dossierId } = await aTablet();
    const before = await ledger.history(dossierId);
    got(await rate({ level: 'dissatisfied', reason: { code: 'khac', text: 'Chờ lâu' } }));
    expect(await ledger.history(dossierId)).toEqual(before);
    const { items } = await index.listed(ratingKind, 'bd-vi-thanh#2026-11', { limit: 10 });
    const kept = await ledger.record(ratingKind, items[0] ?? '');
    const text = JSON.stringify(kept);
    for (const secret of [dossierId, anAcceptance.code, clerk.id, anApplicant.name])
      expect(text).not.toContain(secret);
    // The first ten characters of a ULID are its time: the first moment of the month in Vietnam.
    const first = makeUlids().next(at('2026-11-01' as VietnamDay, 0));
    expect(kept?.id.slice(0, 10)).toBe(first.slice(0, 10));
    expect(Object.keys(kept ?? {}).sort()).toEqual(
      ['agency', 'id', 'level', 'month', 'office', 'reason', 'version', 'way'].sort(),
    );
    expect(await ledger.record(ratedMarkKind, dossierId)).toEqual({ id: dossierId, version: 1 });
  });
});

describe('the figures', () => {
  it('are those of a month that is over', async () => {
    const { rate, figures } = await aTablet();
    got(await rate());
    expect(await figures.of(supervisor, viThanh, november)).toEqual(refusal('month-open'));
    expect(await figures.province(november)).toEqual(refusal('month-open'));
  });

  it('count for the post office and for the agency, and say how the result came', async () => {
    const { figures } = await aMonth();
    for (const place of [viThanh, nnmt])
      expect(got(await figures.of(supervisor, place, november))).toMatchObject({
        place,
        answers: 3,
        practice: { n: 3, satisfiedPercent: 100 },
        ways: { courier: 3 },
      });
  });

  it('are a leader’s for the own agency only', async () => {
    const { figures } = await aMonth();
    expect((await figures.of(leader, nnmt, november)).ok).toBe(true);
    for (const place of [{ ...nnmt, id: 'ct-tp' }, viThanh])
      expect(await figures.of(leader, place, november)).toEqual(refusal('figures-unknown'));
  });

  it('of the province leave out the office with too few, and say so', async () => {
    const { figures } = await aMonth([satisfied, satisfied]);
    expect(got(await figures.province(november))).toEqual({
      whole: { answers: 0 },
      offices: [],
      leftOut: { offices: 1, answers: 2 },
    });
  });
});

describe('the words of the dissatisfied', () => {
  const unhappy: Answers = { level: 'dissatisfied', reason: { code: 'khac', text: 'Chờ lâu' } };

  it('are read where enough have answered, and not before', async () => {
    const enough = await aMonth([unhappy, satisfied, satisfied]);
    const { items } = got(await enough.words('bd-vi-thanh', november, { limit: 10 }));
    expect(items.map(({ reason }) => reason?.text)).toEqual(['Chờ lâu']);
    const few = await aMonth([unhappy, satisfied]);
    expect(got(await few.words('bd-vi-thanh', november, { limit: 10 })).items).toEqual([]);
  });
});
