import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTakenAt } from '#domain/offline/back-entry.ts';
import { outOfLife } from '#domain/shipment/life.ts';
import { days, type Instant, minus, minutes, plus } from '#domain/time/instant.ts';
import type { Contract, Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { issuedOutside } from '#functions/money/domain/electronic-receipt.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { partsOf } from '#test/support/edge/samples.ts';

const routes = Object.values(contracts as Readonly<Record<string, Contract>>).flatMap(
  (contract): [string, Route][] => Object.entries(contract),
);

/** Takes a moment and neither a day nor any other word. */
const isMoment = (schema: { safeParse(value: unknown): { success: boolean } }): boolean =>
  schema.safeParse('2026-11-29T09:00:00+07:00').success &&
  !schema.safeParse('Nguyễn Thị Ánh').success &&
  !schema.safeParse('2026-11-29').success;

/** Every moment that somebody may tell us in a body or a query, as `route field`. */
const told = routes.flatMap(([name, { body, query }]) =>
  [body, query].flatMap((schema) =>
    schema === undefined
      ? []
      : partsOf(schema)
          .filter(({ path, schema: part }) => path.length > 0 && isMoment(part))
          .map(({ path }) => `${name} ${path.filter((key) => key !== 0).join('.')}`),
  ),
);

/** Where an answer or a poll of somebody else's system is read, and a time with it. */
const adapters = globSync('functions/*/adapters/**/*.ts').filter((file) =>
  /Date\.parse|new Date\(/.test(readFileSync(file, 'utf8')),
);

interface Bounds {
  /** What the time is about, whose beginning is the lower bound. */
  readonly life: string;
  /** Before the beginning, and beyond the end, as the code judges it; undefined inside. */
  readonly judged: (at: Instant) => string | undefined;
  readonly from: Instant;
  readonly until: Instant;
  /** What becomes of what lies outside. */
  readonly outside: 'kept-and-listed' | 'refused-to-our-own';
}

const now = plus(monday9, days(3));
const tolerance = minutes(10);
const block = {
  id: '000012' as never,
  version: 1,
  office: 'bd-vi-thanh',
  device: 'quay-2',
  size: 5,
  leasedAt: monday9,
  leasedBy: 'lan',
  fates: {},
};

const parcel = {
  life: 'from the making of the label until now, by the tolerance of the carrier’s pool',
  judged: (at: Instant) => outOfLife(at, { from: monday9, now, tolerance }),
  from: minus(monday9, tolerance),
  until: plus(now, tolerance),
} as const;

/** Each told time, with both its bounds; `no-time-of-ours`: it is compared and shown, and moves nothing. */
const bounds: Readonly<Record<string, Bounds | 'no-time-of-ours'>> = {
  'recordCourierEvent occurredAt': { ...parcel, outside: 'refused-to-our-own' },
  'receiveCourierWebhook occurredAt': { ...parcel, outside: 'kept-and-listed' },
  'functions/returns/adapters/vnpost-desk.ts': { ...parcel, outside: 'kept-and-listed' },
  'enterDossier takenAt': {
    life: 'from the lease of the block until now, and no longer ago than the rules remember',
    judged: (at) => {
      const checked = checkTakenAt(at, block, { entryWithinDays: 30 }, now);
      return checked.ok ? undefined : checked.refusal.code;
    },
    from: monday9,
    until: now,
    outside: 'kept-and-listed',
  },
  'functions/money/adapters/receipt-issuer.ts': {
    life: 'from the taking of the money until now, by ten minutes of another clock',
    judged: (at) => issuedOutside(at, { takenAt: monday9, now }),
    from: minus(monday9, tolerance),
    until: plus(now, tolerance),
    outside: 'kept-and-listed',
  },
  // What the national copy has, against what we sent (drift): a difference is shown to a person.
  'functions/portal/adapters/national-portal.ts': 'no-time-of-ours',
};

const bounded = Object.entries(bounds).filter(
  (row): row is [string, Bounds] => row[1] !== 'no-time-of-ours',
);

describe('every time that somebody tells', () => {
  it('has a row with its bounds', () => {
    const known = new Set(Object.keys(bounds));
    expect([...told, ...adapters].filter((each) => !known.has(each))).toEqual([]);
  });

  it('is still told', () => {
    const known = new Set([...told, ...adapters]);
    expect(Object.keys(bounds).filter((each) => !known.has(each))).toEqual([]);
  });

  it.each(bounded)('%s has an end on both sides', (_, { judged, from, until }) => {
    const second = 1_000;
    const at = (base: Instant, by: number) => (base + by) as Instant;
    expect(judged(at(from, -second))).toBeDefined();
    expect(judged(minus(from, days(2_000)))).toBeDefined();
    expect(judged(from)).toBeUndefined();
    expect(judged(until)).toBeUndefined();
    expect(judged(at(until, second))).toBeDefined();
    expect(judged(plus(until, days(2_000)))).toBeDefined();
  });

  it('has its tolerance as data of the carrier', () => {
    const pools: readonly { readonly use: string; readonly clockToleranceMinutes?: number }[] =
      JSON.parse(readFileSync('data/waybill-pools.json', 'utf8'));
    const parcels = pools.filter(({ use }) => use === 'parcels');
    expect(parcels.length).toBeGreaterThan(0);
    expect(
      parcels.filter(({ clockToleranceMinutes }) => clockToleranceMinutes === undefined),
    ).toEqual([]);
  });
});
