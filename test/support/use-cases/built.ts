import { makeMemoryCatalogueShelf } from '#adapters/memory/catalogue-shelf.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeEraseTexts } from '#application/erase-texts.ts';
import { makeReadPhoneSession } from '#application/phone-session.ts';
import { makePublishEvent } from '#application/publish-event.ts';
import { makeReadDossier, makeReadHistory } from '#application/read-dossier.ts';
import { makeNoteMiss } from '#functions/catalogue/application/note-miss.ts';
import { makePublishCatalogue } from '#functions/catalogue/application/publish-catalogue.ts';
import { makeAnswerComplaint } from '#functions/complaints/application/answer-complaint.ts';
import { makeLodgeComplaint } from '#functions/complaints/application/lodge-complaint.ts';
import { makeReadComplaints } from '#functions/complaints/application/read-complaints.ts';
import { makeWatchComplaints } from '#functions/complaints/application/watch-complaints.ts';
import { makeAnswerCorrection } from '#functions/corrections/application/answer-correction.ts';
import { makeCorrectApplicant } from '#functions/corrections/application/correct-applicant.ts';
import { makeCorrectPapers } from '#functions/corrections/application/correct-papers.ts';
import { makeListCorrections } from '#functions/corrections/application/list-corrections.ts';
import { makeAnswerAssignment } from '#functions/departments/application/answer-assignment.ts';
import { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import { makeExpireRequests } from '#functions/departments/application/expire-requests.ts';
import { makeJointWork } from '#functions/departments/application/joint-work.ts';
import { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import {
  makeListAssignments,
  makeReadAssignment,
} from '#functions/departments/application/read-assignments.ts';
import { makeReadInbox, makeReadPulse } from '#functions/departments/application/read-inbox.ts';
import { makeReceiveDossier } from '#functions/departments/application/receive-dossier.ts';
import { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import { makeWorkDossier } from '#functions/departments/application/work-dossier.ts';
import { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import {
  makeAuthorizeDevice,
  makeIssueToken,
} from '#functions/devices/application/device-token.ts';
import { makeManageDevices } from '#functions/devices/application/manage-devices.ts';
import { makePairDevice, makeStartPairing } from '#functions/devices/application/pair-device.ts';
import { makePreviewForm } from '#functions/forms/application/preview-form.ts';
import { makePrintCoverSheets } from '#functions/forms/application/print-cover-sheets.ts';
import { makePrintForms } from '#functions/forms/application/print-forms.ts';
import { makePrintLabel, makePrintParcelLabel } from '#functions/forms/application/print-label.ts';
import { makePrintReceipt } from '#functions/forms/application/print-receipt.ts';
import { makePrintSlips } from '#functions/forms/application/print-slips.ts';
import { makePrintTrackingBook } from '#functions/forms/application/print-tracking-book.ts';
import { makePrintVoucher } from '#functions/forms/application/print-voucher.ts';
import {
  makeFindLostResult,
  makeListLostResults,
} from '#functions/handover/application/find-lost-result.ts';
import { makeIssueSlip } from '#functions/handover/application/issue-slip.ts';
import {
  makeFindPapers,
  makeListOldPapers,
  makeMovePapers,
} from '#functions/handover/application/move-papers.ts';
import { makePackOrder } from '#functions/handover/application/pack-order.ts';
import { makePackPouch } from '#functions/handover/application/pack-pouch.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import { makeFindByNumber } from '#functions/intake/application/find-by-number.ts';
import { makeFindSender } from '#functions/intake/application/find-sender.ts';
import { makeForeseeAppointment } from '#functions/intake/application/foresee-appointment.ts';
import { makeListDaysOff } from '#functions/intake/application/list-days-off.ts';
import { makeListOfPerson } from '#functions/intake/application/list-of-person.ts';
import { makeEnterDossier } from '#functions/intake/application/offline/enter-dossier.ts';
import { makeUntimelyEntries } from '#functions/intake/application/offline/untimely-entries.ts';
import { makeWorkBlocks, ownBlock } from '#functions/intake/application/offline/work-blocks.ts';
import { makeReadClocks } from '#functions/intake/application/read-clocks.ts';
import { makeReceiveSupplement } from '#functions/intake/application/receive-supplement.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { findRemittance } from '#functions/money/application/find-remittance.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import {
  makeHandInDoorMoney,
  makeListDoorMoney,
} from '#functions/money/application/hand-in-door-money.ts';
import { makeIssueReceipts } from '#functions/money/application/issue-receipts.ts';
import { makeListGiveBacks } from '#functions/money/application/list-give-backs.ts';
import { makeListLeftOpen, makeReadLeftOpen } from '#functions/money/application/list-left-open.ts';
import { makeReadCash } from '#functions/money/application/read-cash.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeRemit } from '#functions/money/application/remit.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeTellTaxOffice } from '#functions/money/application/tell-tax-office.ts';
import { makeWorkElectronic } from '#functions/money/application/work-electronic.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { makeListCalls, makeSettleCall } from '#functions/notifications/application/call-list.ts';
import { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import {
  makeListAllUnreached,
  makeListUnreached,
} from '#functions/notifications/application/list-unreached.ts';
import { makeReleaseHeldSms } from '#functions/notifications/application/release-held.ts';
import { makeSendSms } from '#functions/notifications/application/send-sms.ts';
import { makeTellNumbers } from '#functions/notifications/application/tell-numbers.ts';
import { makeTellOrders } from '#functions/notifications/application/tell-orders.ts';
import {
  makeAmendCalendar,
  makeForeseeMoves,
  makeListAmendments,
} from '#functions/oversight/application/amend-calendar.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import { makeAnnounceEdition } from '#functions/oversight/application/announce-edition.ts';
import {
  makeEndRetention,
  makeForeseeRetention,
} from '#functions/oversight/application/end-retention.ts';
import { makeListWarned } from '#functions/oversight/application/list-warned.ts';
import { makeMoveToSuccessor } from '#functions/oversight/application/move-to-successor.ts';
import { makeProjectFigures } from '#functions/oversight/application/project-figures.ts';
import {
  makeListBulkReadings,
  makeReadAccess,
  makeSettleBulkReading,
} from '#functions/oversight/application/read-access.ts';
import { recordedEvents } from '#functions/oversight/application/read-days-again.ts';
import { makeReannounceDates } from '#functions/oversight/application/reannounce-dates.ts';
import { makeSweepOutbox } from '#functions/oversight/application/sweep-outbox.ts';
import { makeWatchCalendars } from '#functions/oversight/application/watch-calendars.ts';
import { makeWatchLimits } from '#functions/oversight/application/watch-limits.ts';
import { makeWatchReading } from '#functions/oversight/application/watch-reading.ts';
import { makeWorkHolds } from '#functions/oversight/application/work-holds.ts';
import { makePushAgain } from '#functions/portal/application/push-again.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makeCountStale, makePushPending } from '#functions/portal/application/push-pending.ts';
import { makeReadDrift } from '#functions/portal/application/read-drift.ts';
import { makeListRejected, makeReadSync } from '#functions/portal/application/read-syncs.ts';
import { makeReadQueue } from '#functions/queueing/application/read-queue.ts';
import { makeWorkQueue } from '#functions/queueing/application/work-queue.ts';
import {
  makeAnnounceShipment,
  makeSweepAnnouncements,
} from '#functions/returns/application/announce-shipment.ts';
import { makeAuthoriseRecipient } from '#functions/returns/application/authorise-recipient.ts';
import { makeChooseDelivery } from '#functions/returns/application/choose-delivery.ts';
import { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import { makeEndParcel, makeReissueResult } from '#functions/returns/application/end-parcel.ts';
import {
  makeListFlaggedDeliveries,
  makeReviewDelivery,
} from '#functions/returns/application/flagged-deliveries.ts';
import { makeNoteCarrier, makeReadCarriers } from '#functions/returns/application/note-carrier.ts';
import { makeOrderMany } from '#functions/returns/application/order-many.ts';
import {
  makeListOrderPapers,
  makeWorkOrderPapers,
} from '#functions/returns/application/order-papers.ts';
import {
  makeListReturnOrders,
  makeOrderReturn,
  makeShipReturnOrder,
} from '#functions/returns/application/order-return.ts';
import { makePickUpOrder } from '#functions/returns/application/pick-up-order.ts';
import { makePickUpResult } from '#functions/returns/application/pick-up-result.ts';
import { makePollCarrier } from '#functions/returns/application/poll-carrier.ts';
import {
  makeFindReturnOrder,
  makeReadReturnOrder,
  makeReadShipment,
} from '#functions/returns/application/read-shipment.ts';
import {
  makeListWaybillCases,
  makeReconcileWaybills,
} from '#functions/returns/application/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import { makeRevokeRecipient } from '#functions/returns/application/revoke-recipient.ts';
import { makeTakeCourierWebhook } from '#functions/returns/application/take-courier-webhook.ts';
import { makeTakeInParcel } from '#functions/returns/application/take-in-parcel.ts';
import { makeRateDossier } from '#functions/satisfaction/application/rate-dossier.ts';
import {
  makeReadFigures,
  makeReadWords,
} from '#functions/satisfaction/application/read-figures.ts';
import { makeMemoryPreviewStore } from '#functions/scanning/adapters/memory/preview-store.ts';
import { makeListPages } from '#functions/scanning/application/list-pages.ts';
import { makeDescribeScan, makeOpenScan } from '#functions/scanning/application/open-scan.ts';
import { makeRequestBatch } from '#functions/scanning/application/request-batch.ts';
import { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import { makeListPhoneDossiers } from '#functions/tracking/application/phone/list-phone-dossiers.ts';
import {
  makeEndPhoneSession,
  makeOpenPhoneSession,
} from '#functions/tracking/application/phone/phone-session.ts';
import { makeRequestPhoneCode } from '#functions/tracking/application/phone/request-phone-code.ts';
import { makeProveHistory, makeReadAnchor } from '#functions/tracking/application/prove-history.ts';
import { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import {
  makeReadOwnAccess,
  makeReadPhoneAccess,
} from '#functions/tracking/application/read-own-access.ts';
import { makeRequestOtp } from '#functions/tracking/application/request-otp.ts';
import { makeSendOtp } from '#functions/tracking/application/send-otp.ts';
import { makeOpenSession } from '#functions/tracking/application/session.ts';
import { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import { calendars } from '#test/support/plain-week.ts';
import type { World } from './world.ts';

/** Every use case of the kernel and of every service, under the name of its maker. */
export const built = ({ deps }: World) => {
  const amending = { ...deps, calendars: deps.calendarsInForce };
  const read = makeReadDossier(deps);
  const readShipment = makeReadShipment(deps);
  const record = makeRecordCourierEvent(deps);
  const announce = makeAnnounceShipment(deps);
  const publish = makePublishEvent(deps);
  const push = makePushDossier(deps);
  const register = makeRegisterDossier(deps);
  const order = makeOrderReturn(deps);
  return {
    makeAcceptDossier: makeAcceptDossier(deps),
    makeAmendCalendar: makeAmendCalendar(amending),
    makeAnchorDays: makeAnchorDays({
      ...deps,
      recorded: recordedEvents(deps.recorded, { ...textSealing, sha256: deps.sha256 }),
    }),
    makeAnnounceEdition: makeAnnounceEdition({ ...deps, laidDown: calendars }),
    makeWatchCalendars: makeWatchCalendars(amending),
    // Its counters are another table: what it counts is tested on the real one.
    makeProjectFigures: makeProjectFigures({ ...deps, figures: { raise: async () => 'raised' } }),
    // So are these: what is noted and when is tested on it too.
    makeNoteMiss: makeNoteMiss({
      ...deps,
      misses: { note: async () => 'noted' },
      onLost: (error) => {
        throw error;
      },
    }),
    makeAnnounceShipment: announce,
    makeAnswerAssignment: makeAnswerAssignment(deps),
    makeAuthoriseRecipient: makeAuthoriseRecipient(deps),
    makeCorrectContact: makeCorrectContact(deps),
    makeCounterActs: makeCounterActs(deps),
    makeCreateShipment: makeCreateShipment(deps),
    makeDescribeScan: makeDescribeScan(deps),
    makeDeskActs: makeDeskActs(deps),
    makeExpireRequests: makeExpireRequests(deps),
    makeFindPapers: makeFindPapers(deps),
    makeForeseeMoves: makeForeseeMoves(amending),
    makeIssueSlip: makeIssueSlip(deps),
    makeJointWork: makeJointWork(deps),
    makeListAmendments: makeListAmendments(deps),
    makeListAllUnreached: makeListAllUnreached(deps),
    makeListAssignments: makeListAssignments(deps),
    makeListCalls: makeListCalls(deps),
    makeListOldPapers: makeListOldPapers(deps),
    makeListOrderPapers: makeListOrderPapers(deps),
    makeListReturnOrders: makeListReturnOrders(deps),
    makeListFlaggedDeliveries: makeListFlaggedDeliveries(deps),
    makeListWaybillCases: makeListWaybillCases(deps),
    makeReviewDelivery: makeReviewDelivery(deps),
    makeListUnreached: makeListUnreached(deps),
    makeGiveBack: makeGiveBack(deps),
    makeListGiveBacks: makeListGiveBacks(deps),
    makeTakeMoney: makeTakeMoney(deps),
    makeListLeftOpen: makeListLeftOpen(deps),
    makeReadLeftOpen: makeReadLeftOpen(deps),
    makeMovePapers: makeMovePapers(deps),
    makeMoveToSuccessor: makeMoveToSuccessor({ ...deps, ...deps.reorganised }),
    makeListPages: makeListPages({ ...deps, previews: makeMemoryPreviewStore() }),
    makeOpenScan: makeOpenScan(deps),
    makeOpenSession: makeOpenSession(deps),
    makeOrderReturn: order,
    makePackOrder: makePackOrder(deps),
    makePackPouch: makePackPouch(deps),
    makePickUpResult: makePickUpResult(deps),
    makePublishCatalogue: makePublishCatalogue({
      press: makeMemoryCatalogueShelf(),
      clock: deps.clock,
      sha256: deps.sha256,
    }),
    makePollCarrier: makePollCarrier({ ...deps, record }),
    makePrintCoverSheets: makePrintCoverSheets({ ...deps, read }),
    makePreviewForm: makePreviewForm({
      ...deps,
      actsOver: (ledger) => ({
        ...makeDeskActs({ ...deps, ledger }),
        supplement: makeRequestSupplement({ ...deps, ledger }),
      }),
    }),
    makePrintForms: makePrintForms({
      ...deps,
      read,
      findRemittance: (number) => findRemittance(deps.ledger, number),
    }),
    makeEraseTexts: makeEraseTexts(deps),
    makeEndRetention: makeEndRetention(deps),
    makeForeseeRetention: async () => Array.fromAsync(makeForeseeRetention(deps)()),
    makeWorkHolds: makeWorkHolds(deps),
    makePrintLabel: makePrintLabel({ ...deps, read }),
    makePrintParcelLabel: makePrintParcelLabel({ ...deps, readShipment }),
    makePrintReceipt: makePrintReceipt({ ...deps, read }),
    makePrintTrackingBook: makePrintTrackingBook(deps),
    makePrintVoucher: makePrintVoucher({ ...deps, read }),
    makeProveHistory: makeProveHistory(deps),
    makePublishEvent: publish,
    makePullDossiers: makePullDossiers(deps),
    makeReadAnchor: makeReadAnchor(deps),
    makeReadAssignment: makeReadAssignment(deps),
    makeReadCash: makeReadCash(deps),
    makeReadClocks: makeReadClocks(deps),
    makeReadDetail: makeReadDetail(deps),
    makeReadDossier: read,
    makeReadInbox: makeReadInbox(deps),
    makeReadPulse: makeReadPulse(deps),
    makeReadHistory: makeReadHistory(deps, { sha256, hmac: textSealing.hmac }),
    makeReadMoney: makeReadMoney(deps),
    makeIssueReceipts: makeIssueReceipts(deps),
    makeTellTaxOffice: makeTellTaxOffice(deps),
    makeWorkElectronic: makeWorkElectronic(deps),
    makeReadReturnOrder: makeReadReturnOrder(deps),
    makeFindReturnOrder: makeFindReturnOrder(deps),
    makeReadShipment: readShipment,
    makeReannounceDates: makeReannounceDates(deps),
    makeReceiveDossier: makeReceiveDossier(deps),
    makeReceiveSupplement: makeReceiveSupplement(deps),
    makeReconcileWaybills: makeReconcileWaybills(deps),
    makeRecordCourierEvent: record,
    makeRegisterDossier: register,
    makeRegisterMany: makeRegisterMany({ ...deps, register }),
    makeReleaseHeldSms: makeReleaseHeldSms(deps),
    makeRemit: makeRemit(deps),
    makeRequestBatch: makeRequestBatch(deps),
    makeRequestOtp: makeRequestOtp(deps),
    makeRequestScan: makeRequestScan(deps),
    makeRequestSupplement: makeRequestSupplement(deps),
    makeSendOtp: makeSendOtp(deps),
    makeAuthorizeDevice: makeAuthorizeDevice(deps),
    makeEndPhoneSession: makeEndPhoneSession(deps),
    makeIssueToken: makeIssueToken(deps),
    makeListPhoneDossiers: makeListPhoneDossiers(deps),
    makeManageDevices: makeManageDevices(deps),
    makeOpenPhoneSession: makeOpenPhoneSession(deps),
    makePairDevice: makePairDevice(deps),
    makeReadPhoneSession: makeReadPhoneSession(deps),
    makeRequestPhoneCode: makeRequestPhoneCode(deps),
    makeStartPairing: makeStartPairing(deps),
    makeSendSms: makeSendSms(deps),
    makeSettleCall: makeSettleCall(deps),
    makeSettlePouch: makeSettlePouch(deps),
    makeShipReturnOrder: makeShipReturnOrder(deps),
    makeSweepAnnouncements: makeSweepAnnouncements({ ...deps, announce }),
    makeSweepOutbox: makeSweepOutbox({ ...deps, publish }),
    makeTakeCourierWebhook: makeTakeCourierWebhook({ ...deps, record }),
    makeTrackDossier: makeTrackDossier(deps),
    makeVerifyPage: makeVerifyPage(deps),
    makeVerifyScan: makeVerifyScan(deps),
    makeCountStale: makeCountStale(deps),
    makeEnterDossier: makeEnterDossier(deps),
    makeFindByNumber: makeFindByNumber(deps),
    makeFindSender: makeFindSender(deps),
    makeForeseeAppointment: makeForeseeAppointment(deps),
    makeListDaysOff: makeListDaysOff(deps),
    makeListOfPerson: makeListOfPerson(deps),
    makeHandInDoorMoney: makeHandInDoorMoney(deps),
    makeListDoorMoney: makeListDoorMoney(deps),
    makeListRejected: makeListRejected(deps),
    makeNoteCarrier: makeNoteCarrier(deps),
    makePickUpOrder: makePickUpOrder(deps),
    makePrintSlips: makePrintSlips({
      ...deps,
      ownBlock: (actor, id) => ownBlock(deps.ledger, actor, id),
    }),
    makePushAgain: makePushAgain(deps),
    makeRateDossier: makeRateDossier(deps),
    makeReadCarriers: makeReadCarriers(deps),
    makeReadFigures: makeReadFigures(deps),
    makeReadQueue: makeReadQueue(deps),
    makeReadSync: makeReadSync(deps),
    makeReadWords: makeReadWords(deps),
    makeTellOrders: makeTellOrders(deps),
    makeTellNumbers: makeTellNumbers(deps),
    makeWorkBlocks: makeWorkBlocks(deps),
    makeUntimelyEntries: makeUntimelyEntries(deps),
    makeWorkQueue: makeWorkQueue(deps),
    makeOrderMany: makeOrderMany({ ...deps, order }),
    makePushDossier: push,
    makePushPending: makePushPending({ ...deps, push }),
    makeReadDrift: makeReadDrift({ ...deps, agencies: deps.allAgencies }),
    makeListWarned: makeListWarned(deps),
    makeWatchLimits: makeWatchLimits(deps),
    makeWatchReading: makeWatchReading(deps),
    makeReadAccess: makeReadAccess(deps),
    makeListBulkReadings: makeListBulkReadings(deps),
    makeSettleBulkReading: makeSettleBulkReading(deps),
    makeReadOwnAccess: makeReadOwnAccess(deps),
    makeReadPhoneAccess: makeReadPhoneAccess(deps),
    makeWorkDossier: makeWorkDossier(deps),
    makeWorkOrderPapers: makeWorkOrderPapers(deps),
    makeWorkPayment: makeWorkPayment(deps),
    makeWorkPouch: makeWorkPouch(deps),
    makeWorkShift: makeWorkShift(deps),
    makeAnswerCorrection: makeAnswerCorrection(deps),
    makeCorrectApplicant: makeCorrectApplicant(deps),
    makeCorrectPapers: makeCorrectPapers(deps),
    makeListCorrections: makeListCorrections(deps),
    makeChooseDelivery: makeChooseDelivery(deps),
    makeCorrectOrder: makeCorrectOrder(deps),
    makeEndParcel: makeEndParcel(deps),
    makeReissueResult: makeReissueResult(deps),
    makeTakeInParcel: makeTakeInParcel(deps),
    makeFindLostResult: makeFindLostResult(deps),
    makeListLostResults: makeListLostResults(deps),
    makeRevokeRecipient: makeRevokeRecipient(deps),
    makeLodgeComplaint: makeLodgeComplaint(deps),
    makeAnswerComplaint: makeAnswerComplaint(deps),
    makeReadComplaints: makeReadComplaints(deps),
    makeWatchComplaints: makeWatchComplaints(deps),
  };
};

export type UseCases = ReturnType<typeof built>;
