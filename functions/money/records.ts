import { isNothing } from '#domain/money/purses.ts';
import { type RecordKind, unlistedKind } from '#ports/records.ts';
import { type DoorMoney, owedAtDoor } from './domain/door-money.ts';
import type { DossierAccount } from './domain/dues.ts';
import {
  type BienLaiNumber,
  dueAt,
  type ElectronicReceipt,
  untold,
} from './domain/electronic-receipt.ts';
import { type GiveBack, giveBackState } from './domain/give-back.ts';
import {
  type Drawer,
  isDue,
  type ReceiptRecord,
  type Remittance,
  remittanceState,
  type Safe,
  type ShiftRecord,
  shiftState,
} from './domain/records.ts';

export const shiftKind: RecordKind<ShiftRecord> = {
  name: 'shift',
  place: (shift) => ({
    names: [],
    list: { name: `${shift.office}#${shiftState(shift)}`, at: shift.openedAt },
    secondList: { name: `all#${shiftState(shift)}`, at: shift.openedAt },
  }),
};

/** Receipts by number and of a dossier; a second list says what is still to be remitted. */
export const receiptKind: RecordKind<ReceiptRecord> = {
  name: 'receipt',
  place: (receipt) => ({
    names: [receipt.number],
    list: { name: receipt.dossierId, at: receipt.takenAt },
    ...(isDue(receipt) && {
      secondList: { name: `${receipt.office}#${receipt.agency}`, at: receipt.takenAt },
    }),
  }),
};

/** By office and state; a second list is the supervisors', of every office. */
export const giveBackKind: RecordKind<GiveBack> = {
  name: 'give-back',
  place: (giveBack) => {
    const { office, askedAt: at } = giveBack;
    const state = giveBackState(giveBack);
    return {
      names: [],
      list: { name: `${office}#${state}`, at },
      secondList: { name: `all#${state}`, at },
    };
  },
};

/** Of one number of one year there is one biên lai. */
export const numberName = ({ form, sign, number }: BienLaiNumber): string =>
  `${form}#${sign}#${number}`;

/** By its next try while it is pending, and what was refused; a second list is what the tax office has not been told. */
export const electronicReceiptKind: RecordKind<ElectronicReceipt> = {
  name: 'electronic-receipt',
  place: (receipt) => {
    const { state, since, acts } = receipt;
    const first = untold(receipt)[0];
    return {
      names: acts.map((act) => numberName(act.receipt)),
      ...(state === 'pending' && { list: { name: 'pending', at: dueAt(receipt) } }),
      ...(state === 'rejected' && { list: { name: 'rejected', at: since } }),
      ...(first && { secondList: { name: 'untold', at: first.at } }),
    };
  },
};

export const accountKind = unlistedKind<DossierAccount>('dossier-account');

export const drawerKind = unlistedKind<Drawer>('drawer');

export const safeKind = unlistedKind<Safe>('safe');

export const remittanceKind: RecordKind<Remittance> = {
  name: 'remittance',
  place: (remittance) => {
    const { number, office, agency, sent } = remittance;
    const state = remittanceState(remittance);
    return {
      names: [number],
      list: { name: `${office}#${state}`, at: sent.at },
      secondList: { name: `${agency}#${state}`, at: sent.at },
    };
  },
};

/** Listed as long as somebody has money that should lie in a drawer. */
export const doorMoneyKind: RecordKind<DoorMoney> = {
  name: 'door-money',
  place: (money) => ({
    names: [],
    ...(!isNothing(owedAtDoor(money)) && {
      list: { name: money.office, at: money.collectedAt },
      secondList: { name: 'all', at: money.collectedAt },
    }),
  }),
};
