import { describe, expect, it } from 'vitest';
import { purseNames } from '#domain/money/purses.ts';
import type { Contract, Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { kindOf, partsOf } from '#test/support/edge/samples.ts';

const isAmount = (name: unknown): boolean =>
  typeof name === 'string' && (name.endsWith('Vnd') || purseNames.some((purse) => purse === name));

/** Every amount of money that a client may type, as `route field`. */
const amountsOf = (routes: readonly [string, Route][]): readonly string[] =>
  routes.flatMap(([name, { body }]) =>
    body === undefined
      ? []
      : partsOf(body)
          .filter(({ path, schema }) => kindOf(schema) === 'number' && isAmount(path.at(-1)))
          .map(({ path }) => `${name} ${path.filter((key) => key !== 0).join('.')}`),
  );

const routes = Object.values(contracts as Readonly<Record<string, Contract>>).flatMap(
  (contract): [string, Route][] => Object.entries(contract),
);

/**
 * What the system knows that bounds an amount, as the refusal that says so. `counted`: what was counted or
 * told is a fact and is taken down; that it differs is shown, and needs a second person.
 */
const bounds: Readonly<Record<string, readonly string[] | 'counted'>> = {
  'openShift floatVnd': ['amount-not-cash'],
  'dropCash amountVnd': ['amount-not-cash', 'drawer-short'],
  'confirmShift differenceVnd': ['shift-recounted'],
  takePayment: ['amount-not-cash', 'more-than-due', 'payment-differs'],
  handInDoorMoney: ['amount-not-cash', 'hand-in-too-large'],
  'refundReceipt purses': ['amount-not-cash', 'refund-too-large'],
  'correctReceipt purses': ['amount-not-cash', 'hand-in-too-large'],
  countRemittance: 'counted',
  'requestPayment amountVnd': ['amount-not-cash'],
  'createShipment collectOnDelivery': ['amount-not-cash', 'more-than-due'],
  'orderReturn collectOnDelivery': ['amount-not-cash'],
  'correctReturnOrder terms.collectOnDelivery': ['amount-not-cash'],
  'orderReturns orders.collectOnDelivery': ['amount-not-cash'],
  'registerDossier fees': ['amount-not-cash'],
  'registerMany lines.fees': ['amount-not-cash'],
  'enterDossier fees': ['amount-not-cash'],
  'recordCourierEvent collected': 'counted',
  'receiveCourierWebhook collected': 'counted',
};

const rowOf = (amount: string): string | undefined =>
  Object.keys(bounds).find(
    (row) => amount === row || amount.startsWith(`${row}.`) || amount.startsWith(`${row} `),
  );

describe('every amount that a client may type', () => {
  const amounts = amountsOf(routes);

  it('is found', () => expect(amounts.length).toBeGreaterThan(30));

  it('has a row that says what bounds it', () =>
    expect(amounts.filter((amount) => rowOf(amount) === undefined)).toEqual([]));

  it('is of a row that is still needed', () => {
    const used = new Set(amounts.map(rowOf));
    expect(Object.keys(bounds).filter((row) => !used.has(row))).toEqual([]);
  });

  it.each(Object.entries(bounds))('is refused by a route that declares it: %s', (row, bound) => {
    if (bound === 'counted') return;
    const [name = ''] = row.split(' ');
    const declared = routes.find(([each]) => each === name)?.[1].refuses ?? [];
    expect(bound.filter((code) => !(declared as readonly string[]).includes(code))).toEqual([]);
  });
});
