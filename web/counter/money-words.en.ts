import type { MoneyWords } from './money-words.vi.ts';

export const en: MoneyWords = {
  electronic: {
    pending: 'Electronic receipt under way',
    settled: 'Electronic receipt issued',
    rejected: 'Electronic receipt refused',
  },
  title: 'Money of the dossier',
  outstanding: 'Still to be paid',
  stateFees: 'State fees',
  postage: 'Postage',
  nothingOwed: 'Nothing is owed.',
  lateRefund: (sum) =>
    `The result came late: ${sum} of postage is to be given back (Decree 47/2011 art. 25).`,
  receipts: 'Receipts made',
  none: 'Nothing has been taken.',
  reversed: 'reversed',
  refunded: (sum) => `${sum} given back`,
  printVoucher: 'Print the receipt',
  openSheet: 'Open the receipt just printed',
  take: 'Take money',
  takeHelp: 'Each purse apart, as much as the citizen hands over in notes.',
  asked: (sum) => `The agency asks for ${sum}. Take exactly that.`,
  forRequest: 'Meets the agency’s request',
  nothingTyped: 'Write at least one sum.',
  amountFlaw: 'Whole hundreds of đồng.',
  moreThanDue: 'Why more is taken than is owed',
  moreThanDueMissing: 'Say why more is taken.',
  takeAct: 'Take and make the receipt',
  taken: (number) => `Receipt ${number} is made.`,
  noShift: 'No shift is open.',
  openShift: 'Open the shift',
};
