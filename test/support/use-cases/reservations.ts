import type { Dossier } from '#domain/dossier/dossier.ts';

/** What is held back for somebody, and what ends it. */
interface Reservation {
  readonly holds: string;
  /** Use cases, as the table of all commands calls them. */
  readonly ends: readonly string[];
  /** Ends by itself when its time is over, whether anybody acts or not. */
  readonly endsInTime?: true;
}

type Row = Reservation | 'holds nothing';
const none = 'holds nothing';

/** Member by member: a new one does not compile before somebody has said what ends it. */
const inDossiers = {
  id: none,
  version: none,
  status: none,
  office: none,
  intakeMode: none,
  channel: none,
  helpedBy: none,
  procedure: none,
  components: none,
  circumstances: none,
  fees: none,
  registeredAt: none,
  backEntry: none,
  custody: none,
  acceptance: none,
  extension: none,
  prolongations: none,
  ending: none,
  flags: none,
  decision: none,
  warnings: none,
  contactCorrectedAt: none,
  earlierDeliveries: none,
  pickUp: none,
  retention: none,
  chosenDelivery: none,
  hold: { holds: 'the dossier, from being erased', ends: ['makeWorkHolds.lift'] },
  scans: {
    holds: 'acceptance, the slip and the supplement, while an announced file may come',
    ends: ['makeVerifyScan', 'makeVerifyPage', 'makeRequestScan', 'makeAcceptDossier'],
    endsInTime: true,
  },
  pouch: {
    holds: 'the papers, for one pouch',
    ends: ['makePackPouch.unpack', 'makeSettlePouch'],
  },
  slip: {
    holds: 'the dossier, until the agency has counted its papers',
    ends: ['makeSettlePouch', 'makeDeskActs.refuseReception', 'makeCounterActs.withdraw'],
  },
  department: {
    holds: 'the dossier, for the officer who leased it',
    ends: ['makeWorkDossier.release', 'makePullDossiers'],
    endsInTime: true,
  },
  supplements: {
    holds: 'the case, for the citizen',
    ends: ['makeReceiveSupplement', 'makeExpireRequests', 'makeCounterActs.withdraw'],
    endsInTime: true,
  },
  payments: {
    holds: 'the case, for the citizen',
    ends: ['makeTakeMoney', 'makeWorkPayment.confirm', 'makeWorkPayment.cancel'],
    endsInTime: true,
  },
  stops: { holds: 'the case', ends: ['makeDeskActs.resume', 'makeMovePapers.giveBack'] },
  proposal: {
    holds: 'the case, for a leader',
    ends: ['makeDeskActs.approve', 'makeDeskActs.returnProposal'],
  },
  assignments: {
    holds: 'the decision, for another agency',
    ends: ['makeAnswerAssignment.answer', 'makeJointWork.recall', 'makeJointWork.reassign'],
  },
  corrections: {
    holds: 'the decision, until the agency has seen it',
    ends: ['makeAnswerCorrection'],
  },
  guestOffice: {
    holds: 'a place for another office, until it has what was asked for',
    ends: ['makeReceiveSupplement', 'makeTakeMoney', 'makeExpireRequests'],
  },
  delivery: {
    holds: 'the result, for one parcel',
    ends: ['makeRecordCourierEvent', 'makeTakeCourierWebhook', 'makePollCarrier'],
  },
  oldPapers: { holds: 'papers owed to the agency', ends: ['makeMovePapers.takeOld'] },
  authorisation: {
    holds: 'the result, for somebody else',
    ends: ['makeAuthoriseRecipient', 'makeRevokeRecipient', 'makePickUpResult'],
  },
} as const satisfies Readonly<Record<keyof Required<Dossier>, Row>>;

/** By the name of the record's kind. */
const inRecords: Readonly<Record<string, Row>> = {
  device: { holds: 'a pairing code, then a place in a hall', ends: ['makeManageDevices.revoke'] },
  'temporary-block': {
    holds: 'numbers of slips, for one office',
    ends: [
      'makeEnterDossier',
      'makeWorkBlocks.spoil',
      'makeWorkBlocks.close',
      'makeUntimelyEntries.settle',
    ],
  },
  'slip-stock': none,
  'print-count': none,
  shift: {
    holds: 'a drawer, for one clerk',
    ends: ['makeWorkShift.close', 'makeWorkShift.settle'],
  },
  receipt: { holds: 'money, for an agency', ends: ['makeRemit.send', 'makeGiveBack.confirm'] },
  'give-back': {
    holds: 'money, for a second person',
    ends: ['makeGiveBack.confirm', 'makeGiveBack.refuse'],
  },
  'dossier-account': none,
  'calendar-edition': none,
  drawer: { holds: 'a clerk, for one shift', ends: ['makeWorkShift.close'] },
  safe: none,
  remittance: { holds: 'receipts, for one transfer', ends: ['makeRemit.count'] },
  'electronic-receipt': {
    holds: 'a biên lai, for its issuer',
    ends: ['makeIssueReceipts', 'makeWorkElectronic.retry'],
  },
  'door-money': { holds: 'money of a courier', ends: ['makeHandInDoorMoney'] },
  'national-sync': {
    holds: 'a push, for one worker',
    ends: ['makePushDossier.pending', 'makePushAgain'],
    endsInTime: true,
  },
  'office-queue': {
    holds: 'a counter, for one ticket',
    ends: ['makeWorkQueue.finish', 'makeWorkQueue.putAside', 'makeWorkQueue.call'],
  },
  ticket: none,
  shipment: {
    holds: 'a waybill, until its carrier knows of it',
    ends: ['makeAnnounceShipment', 'makeSweepAnnouncements'],
  },
  authorisation: none,
  'pick-up': none,
  correction: none,
  'return-order': {
    holds: 'a result, for a parcel, a counter or a pouch',
    ends: ['makeShipReturnOrder', 'makePickUpOrder', 'makePackOrder.unpack', 'makeSettlePouch'],
  },
  complaint: { holds: 'an answer, for a citizen', ends: ['makeAnswerComplaint'] },
  'number-notice': { holds: 'a word to a number, for another system', ends: ['makeTellNumbers'] },
  'number-watch': none,
  'bulk-reading': {
    holds: 'a question to a person, for a supervisor',
    ends: ['makeSettleBulkReading'],
  },
  'order-message': { holds: 'news, for another system', ends: ['makeTellOrders'] },
  'order-take-back': { holds: 'old papers, for an agency', ends: ['makeWorkOrderPapers.receive'] },
  'lost-result': {
    holds: 'a result that nobody has, for whoever finds it or makes it anew',
    ends: ['makeFindLostResult.confirm', 'makeReissueResult'],
  },
  'carrier-cursor': none,
  'waybill-case': { holds: 'a waybill that nobody knows', ends: ['makeReconcileWaybills'] },
  'waybill-check': none,
  rating: none,
  'rated-mark': none,
  'satisfaction-tally': none,
  'calendar-amendment': { holds: 'days, for a second person', ends: ['makeAmendCalendar.confirm'] },
  'staff-name': none,
  sender: none,
  filing: none,
  'person-link': none,
  'phone-link': none,
  pouch: {
    holds: 'papers, for one way',
    ends: [
      'makePackPouch.unpack',
      'makePackOrder.unpack',
      'makeWorkPouch.seal',
      'makeWorkPouch.sign',
      'makeSettlePouch',
    ],
  },
};

/** Every kind of thing that can be held, where it lies. */
export const reservations = { inDossiers, inRecords } as const;
