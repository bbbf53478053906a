import { nothing, type Purses } from '#domain/money/purses.ts';
import { cashExpected } from '#functions/money/domain/shift.ts';
import { receiptKind, remittanceKind, shiftKind } from '#functions/money/records.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { notesOf } from '../../cash.ts';
import {
  type By,
  type Command,
  type Commands,
  counter,
  never,
  ownCounter,
  reading,
  type Scene,
  supervision,
} from '../command.ts';
import { clerk, colleague, officerOf, strangeOfficer } from '../staff.ts';

const some: Purses = { charge: 20_000, fee: 30_000, postage: 28_000, cod: 0 };
const little: Purses = { ...nothing, fee: 10_000 };

const closing =
  (offVnd: number, explanation?: string) =>
  ({ on, at }: Scene, by: By) => {
    const shift = at.newest(shiftKind);
    const expected = shift ? cashExpected(shift) : 0;
    return on.makeWorkShift.close({
      ...by,
      id: at.idOf(shiftKind),
      count: notesOf(Math.max(0, expected + offVnd)),
      ...(explanation && { explanation }),
    });
  };

const taking = (purses: Purses): Command =>
  counter(({ on, at }, by) => on.makeMoveMoney.take({ ...by, dossierId: at.dossierId, purses }));

const ofReceipt = ({ at }: Scene, by: By) => ({
  ...by,
  number: at.newest(receiptKind)?.number ?? 'BL-vi-thanh-261123-9999',
  reason: 'Lý do',
});

const sending =
  (isEnclosed: boolean) =>
  ({ on, at }: Scene, by: By) =>
    on.makeRemit.send({
      ...by,
      agency: 'ct-nnmt',
      ...(isEnclosed && { pouchId: at.idOf(pouchKind) }),
    });

const countingMoney = (counted: (due: Purses) => Purses): Command => ({
  who: ({ newest }) => officerOf(newest(remittanceKind)?.agency),
  stranger: strangeOfficer,
  run: ({ on, at }, by) =>
    on.makeRemit.count({
      ...by,
      number: at.newest(remittanceKind)?.number ?? 'NT-vi-thanh-261123-9999',
      purses: counted(at.newest(remittanceKind)?.purses ?? some),
    }),
});

/** Drawers, receipts and remittances. */
export const moneyCommands: Commands = {
  'makeWorkShift.open': ownCounter(({ on }, by) =>
    on.makeWorkShift.open({ ...by, floatVnd: 200_000 }),
  ),
  'makeWorkShift.open: with half a đồng': never(
    ownCounter(({ on }, by) => on.makeWorkShift.open({ ...by, floatVnd: 0.5 })),
  ),
  'makeWorkShift.drop': ownCounter(({ on }, by) =>
    on.makeWorkShift.drop({ ...by, amountVnd: 50_000 }),
  ),
  'makeWorkShift.drop: more than there is': never(
    ownCounter(({ on }, by) => on.makeWorkShift.drop({ ...by, amountVnd: 900_000_000 })),
  ),
  'makeWorkShift.close: balanced': counter(closing(0)),
  'makeWorkShift.close: short': never(counter(closing(-10_000))),
  'makeWorkShift.close: short and explained': counter(closing(-10_000, 'Thối nhầm')),
  'makeWorkShift.confirm': {
    ...counter(({ on, at }, by) =>
      on.makeWorkShift.confirm({
        ...by,
        id: at.idOf(shiftKind),
        differenceVnd: at.newest(shiftKind)?.closing?.balance.differenceVnd ?? 0,
      }),
    ),
    who: () => colleague,
  },
  'makeWorkShift.confirm: by the clerk': never(
    counter(({ on, at }, by) =>
      on.makeWorkShift.confirm({ ...by, id: at.idOf(shiftKind), differenceVnd: -10_000 }),
    ),
  ),
  'makeWorkShift.settle': supervision(({ on, at }, by) =>
    on.makeWorkShift.settle({ ...by, id: at.idOf(shiftKind) }),
  ),
  'makeMoveMoney.take': taking(some),
  'makeMoveMoney.take: nothing': never(taking(nothing)),
  'makeMoveMoney.take: less than nothing': never(taking({ ...nothing, fee: -1 })),
  'makeMoveMoney.take: what the department asks': counter(({ on, at }, by) =>
    on.makeMoveMoney.take({
      ...by,
      dossierId: at.dossierId,
      purses: { ...nothing, fee: 150_000 },
      paymentRequest: at.dossier?.payments?.length || 1,
    }),
  ),
  'makeMoveMoney.refund': counter((scene, by) =>
    scene.on.makeMoveMoney.refund({ ...ofReceipt(scene, by), purses: little }),
  ),
  'makeMoveMoney.refund: more than was paid': never(
    counter((scene, by) =>
      scene.on.makeMoveMoney.refund({
        ...ofReceipt(scene, by),
        purses: { ...nothing, fee: 1_000_000 },
      }),
    ),
  ),
  'makeMoveMoney.reverse': counter((scene, by) =>
    scene.on.makeMoveMoney.reverse(ofReceipt(scene, by)),
  ),
  'makeRemit.send': ownCounter(sending(false)),
  'makeRemit.send: in the pouch': counter(sending(true)),
  'makeRemit.count: as listed': countingMoney((due) => due),
  'makeRemit.count: another sum': countingMoney((due) => ({ ...due, fee: due.fee + 1_000 })),
  'makeReadCash.office': reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeReadCash.office(actor, undefined),
  }),
  'makeReadCash.remittances': reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeReadCash.remittances(actor, 'sent', { limit: 10 }),
  }),
  'makeReadCash.remittance': reading(
    counter(({ on, at }, { actor }) =>
      on.makeReadCash.remittance(actor, at.newest(remittanceKind)?.number ?? 'NT'),
    ),
  ),
  makePrintVoucher: reading(
    counter(({ on, at }, { actor }) =>
      on.makePrintVoucher({ actor, number: at.newest(receiptKind)?.number ?? 'BL', reprint: 0 }),
    ),
  ),
  makeReadMoney: reading(counter(({ on, at }, { actor }) => on.makeReadMoney(actor, at.dossierId))),
};
