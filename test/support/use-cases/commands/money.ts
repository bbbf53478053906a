import type { PersonName } from '#domain/identifiers/person-name.ts';
import { nothing, type Purses } from '#domain/money/purses.ts';
import { cashExpected } from '#functions/money/domain/shift.ts';
import { giveBackKind, receiptKind, remittanceKind, shiftKind } from '#functions/money/records.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { notesOf } from '../../cash.ts';
import {
  type By,
  type Command,
  type Commands,
  counter,
  never,
  ownCounter,
  printing,
  reading,
  type Scene,
  supervision,
  work,
} from '../command.ts';
import { clerk, colleague, officerOf, strangeOfficer } from '../staff.ts';

const some: Purses = { charge: 20_000, fee: 30_000, postage: 28_000, cod: 0 };
const signedBy = 'Nguyễn Thị Ánh' as PersonName;
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
  counter(({ on, at }, by) => on.makeTakeMoney({ ...by, dossierId: at.dossierId, purses }));

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
  makeIssueReceipts: work(({ on }) => on.makeIssueReceipts()),
  makeTellTaxOffice: work(({ on }) => on.makeTellTaxOffice()),
  'makeWorkElectronic.list': reading(
    supervision(({ on }) => on.makeWorkElectronic.list('pending', { limit: 10 })),
  ),
  // The issuer of this world refuses nothing, so nothing waits to be asked again.
  'makeWorkElectronic.retry': never(
    supervision(({ on, at }, { idempotency }) =>
      on.makeWorkElectronic.retry({ idempotency, number: at.newest(receiptKind)?.number ?? 'BL' }),
    ),
  ),
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
  'makeWorkShift.close: by another, unexplained': never({
    ...counter(closing(0)),
    who: () => colleague,
  }),
  'makeWorkShift.close: of an absent clerk': {
    ...counter(closing(0, 'Nghỉ ốm')),
    who: () => colleague,
  },
  'makeWorkShift.confirm: what a colleague counted': supervision(({ on, at }, by) =>
    on.makeWorkShift.confirm({
      ...by,
      id: at.idOf(shiftKind),
      differenceVnd: at.newest(shiftKind)?.closing?.balance.differenceVnd ?? 0,
    }),
  ),
  makeListLeftOpen: reading({ run: ({ on }) => on.makeListLeftOpen('all') }),
  makeReadLeftOpen: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeReadLeftOpen(actor, undefined),
  }),
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
  makeTakeMoney: taking(some),
  'makeTakeMoney: nothing': never(taking(nothing)),
  'makeTakeMoney: less than nothing': never(taking({ ...nothing, fee: -1 })),
  'makeTakeMoney: what the department asks': counter(({ on, at }, by) =>
    on.makeTakeMoney({
      ...by,
      dossierId: at.dossierId,
      purses: { ...nothing, fee: 150_000 },
      paymentRequest: at.dossier?.payments?.length || 1,
    }),
  ),
  'makeTakeMoney: more than is owed': never(taking({ ...nothing, fee: 5_000_000 })),
  'makeTakeMoney: more than is owed, with a word': counter(({ on, at }, by) =>
    on.makeTakeMoney({
      ...by,
      dossierId: at.dossierId,
      purses: { ...nothing, cod: 15_000 },
      moreThanDue: 'Thu hộ',
    }),
  ),
  'makeTakeMoney: what no notes make up': never(taking({ ...nothing, fee: 12_345 })),
  'makeGiveBack.refund': counter((scene, by) =>
    scene.on.makeGiveBack.refund({ ...ofReceipt(scene, by), purses: little, signedBy }),
  ),
  'makeGiveBack.refund: more than was paid': never(
    counter((scene, by) =>
      scene.on.makeGiveBack.refund({
        ...ofReceipt(scene, by),
        purses: { ...nothing, fee: 1_000_000 },
        signedBy,
      }),
    ),
  ),
  'makeGiveBack.reverse': counter((scene, by) =>
    scene.on.makeGiveBack.reverse({ ...ofReceipt(scene, by), signedBy }),
  ),
  'makeGiveBack.correct': counter((scene, by) =>
    scene.on.makeGiveBack.correct({ ...ofReceipt(scene, by), purses: little }),
  ),
  'makeGiveBack.confirm': {
    ...counter(({ on, at }, by) => on.makeGiveBack.confirm({ ...by, id: at.idOf(giveBackKind) })),
    who: () => colleague,
  },
  'makeGiveBack.confirm: by who asked': never(
    counter(({ on, at }, by) => on.makeGiveBack.confirm({ ...by, id: at.idOf(giveBackKind) })),
  ),
  'makeGiveBack.refuse': counter(({ on, at }, by) =>
    on.makeGiveBack.refuse({ ...by, id: at.idOf(giveBackKind), reason: 'Lý do' }),
  ),
  makeListGiveBacks: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListGiveBacks(actor, { state: 'waiting', limit: 10 }),
  }),
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
  makePrintVoucher: printing(
    counter(({ on, at }, { actor }) =>
      on.makePrintVoucher({
        actor,
        print: 'bản-in-1',
        number: at.newest(receiptKind)?.number ?? 'BL',
      }),
    ),
  ),
  makeReadMoney: reading(counter(({ on, at }, { actor }) => on.makeReadMoney(actor, at.dossierId))),
};
