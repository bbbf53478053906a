import { makeAnswerAssignment } from '#application/departments/answer-assignment.ts';
import { makeDeskActs } from '#application/departments/desk-acts.ts';
import { makeExpireRequests } from '#application/departments/expire-requests.ts';
import { makeJointWork } from '#application/departments/joint-work.ts';
import { makePullDossiers } from '#application/departments/pull-dossiers.ts';
import {
  makeListAssignments,
  makeReadAssignment,
} from '#application/departments/read-assignments.ts';
import { makeReceiveDossier } from '#application/departments/receive-dossier.ts';
import { makeRequestSupplement } from '#application/departments/request-supplement.ts';
import { makeWorkDossier } from '#application/departments/work-dossier.ts';
import { makeWorkPayment } from '#application/departments/work-payment.ts';
import { makePrintCoverSheets } from '#application/forms/print-cover-sheets.ts';
import { makePrintForms } from '#application/forms/print-forms.ts';
import { makePrintTrackingBook } from '#application/forms/print-tracking-book.ts';
import { makePrintVoucher } from '#application/forms/print-voucher.ts';
import { makeIssueSlip } from '#application/handover/issue-slip.ts';
import {
  makeFindPapers,
  makeListOldPapers,
  makeMovePapers,
} from '#application/handover/move-papers.ts';
import { makePackPouch } from '#application/handover/pack-pouch.ts';
import { makeSettlePouch } from '#application/handover/settle-pouch.ts';
import { makeWorkPouch } from '#application/handover/work-pouch.ts';
import { makeAcceptDossier } from '#application/intake/accept-dossier.ts';
import { makeCounterActs } from '#application/intake/counter-acts.ts';
import { makeFindByNumber } from '#application/intake/find-by-number.ts';
import { makeFindSender } from '#application/intake/find-sender.ts';
import { makeEnterDossier } from '#application/intake/offline/enter-dossier.ts';
import { makePrintSlips } from '#application/intake/offline/print-slips.ts';
import { makeWorkBlocks } from '#application/intake/offline/work-blocks.ts';
import { makePrintReceipt } from '#application/intake/print-receipt.ts';
import { makeReadClocks } from '#application/intake/read-clocks.ts';
import { makeReadDossier, makeReadHistory } from '#application/intake/read-dossier.ts';
import { makeReceiveSupplement } from '#application/intake/receive-supplement.ts';
import { makeRegisterDossier } from '#application/intake/register-dossier.ts';
import { makeRegisterMany } from '#application/intake/register-many.ts';
import { makeHandInDoorMoney, makeListDoorMoney } from '#application/money/hand-in-door-money.ts';
import { makeMoveMoney } from '#application/money/move-money.ts';
import { makeReadCash } from '#application/money/read-cash.ts';
import { makeReadMoney } from '#application/money/read-money.ts';
import { makeRemit } from '#application/money/remit.ts';
import { makeWorkShift } from '#application/money/work-shift.ts';
import { makeListCalls, makeSettleCall } from '#application/notifications/call-list.ts';
import { makeCorrectContact } from '#application/notifications/correct-contact.ts';
import {
  makeListAllUnreached,
  makeListUnreached,
} from '#application/notifications/list-unreached.ts';
import { makeReleaseHeldSms } from '#application/notifications/release-held.ts';
import { makeSendSms } from '#application/notifications/send-sms.ts';
import { makeTellOrders } from '#application/notifications/tell-orders.ts';
import { makeAmendCalendar, makeForeseeMoves } from '#application/oversight/amend-calendar.ts';
import { makeAnchorDays } from '#application/oversight/anchor-days.ts';
import { makeListWarned } from '#application/oversight/list-warned.ts';
import { makeMoveToSuccessor } from '#application/oversight/move-to-successor.ts';
import { makeReannounceDates } from '#application/oversight/reannounce-dates.ts';
import { makeSweepOutbox } from '#application/oversight/sweep-outbox.ts';
import { makeWatchLimits } from '#application/oversight/watch-limits.ts';
import { makePushAgain } from '#application/portal/push-again.ts';
import { makePushDossier } from '#application/portal/push-dossier.ts';
import { makeCountStale, makePushPending } from '#application/portal/push-pending.ts';
import { makeReadDrift } from '#application/portal/read-drift.ts';
import { makeListRejected, makeReadSync } from '#application/portal/read-syncs.ts';
import { makeReadQueue } from '#application/queueing/read-queue.ts';
import { makeWorkQueue } from '#application/queueing/work-queue.ts';
import {
  makeAnnounceShipment,
  makeSweepAnnouncements,
} from '#application/returns/announce-shipment.ts';
import { makeAuthoriseRecipient } from '#application/returns/authorise-recipient.ts';
import { makeCreateShipment } from '#application/returns/create-shipment.ts';
import { makeNoteCarrier, makeReadCarriers } from '#application/returns/note-carrier.ts';
import { makeOrderMany } from '#application/returns/order-many.ts';
import { makeListOrderPapers, makeWorkOrderPapers } from '#application/returns/order-papers.ts';
import {
  makeListReturnOrders,
  makeOrderReturn,
  makeShipReturnOrder,
} from '#application/returns/order-return.ts';
import { makePickUpOrder } from '#application/returns/pick-up-order.ts';
import { makePickUpResult } from '#application/returns/pick-up-result.ts';
import { makePollCarrier } from '#application/returns/poll-carrier.ts';
import { makePrintLabel, makePrintParcelLabel } from '#application/returns/print-label.ts';
import { makeReadReturnOrder, makeReadShipment } from '#application/returns/read-shipment.ts';
import {
  makeListWaybillCases,
  makeReconcileWaybills,
} from '#application/returns/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#application/returns/record-courier-event.ts';
import { makeTakeCourierWebhook } from '#application/returns/take-courier-webhook.ts';
import { makePublishEvent } from '#application/routing/publish-event.ts';
import { makeRateDossier } from '#application/satisfaction/rate-dossier.ts';
import { makeReadFigures, makeReadWords } from '#application/satisfaction/read-figures.ts';
import { makeDescribeScan, makeOpenScan } from '#application/scanning/open-scan.ts';
import { makeRequestBatch } from '#application/scanning/request-batch.ts';
import { makeRequestScan } from '#application/scanning/request-scan.ts';
import { makeVerifyPage } from '#application/scanning/verify-page.ts';
import { makeVerifyScan } from '#application/scanning/verify-scan.ts';
import { makeProveHistory, makeReadAnchor } from '#application/tracking/prove-history.ts';
import { makeReadDetail } from '#application/tracking/read-detail.ts';
import { makeRequestOtp } from '#application/tracking/request-otp.ts';
import { makeSendOtp } from '#application/tracking/send-otp.ts';
import { makeOpenSession } from '#application/tracking/session.ts';
import { makeTrackDossier } from '#application/tracking/track-dossier.ts';
import type { World } from './world.ts';

/** Every use case of `shared/application`, under the name of its maker. */
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
    makeAnchorDays: makeAnchorDays(deps),
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
    makeListAllUnreached: makeListAllUnreached(deps),
    makeListAssignments: makeListAssignments(deps),
    makeListCalls: makeListCalls(deps),
    makeListOldPapers: makeListOldPapers(deps),
    makeListOrderPapers: makeListOrderPapers(deps),
    makeListReturnOrders: makeListReturnOrders(deps),
    makeListWaybillCases: makeListWaybillCases(deps),
    makeListUnreached: makeListUnreached(deps),
    makeMoveMoney: makeMoveMoney(deps),
    makeMovePapers: makeMovePapers(deps),
    makeMoveToSuccessor: makeMoveToSuccessor({ ...deps, ...deps.reorganised }),
    makeOpenScan: makeOpenScan(deps),
    makeOpenSession: makeOpenSession(deps),
    makeOrderReturn: order,
    makePackPouch: makePackPouch(deps),
    makePickUpResult: makePickUpResult(deps),
    makePollCarrier: makePollCarrier({ ...deps, record }),
    makePrintCoverSheets: makePrintCoverSheets({ ...deps, read }),
    makePrintForms: makePrintForms({ ...deps, read }),
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
    makeReadHistory: makeReadHistory(deps, deps.sha256),
    makeReadMoney: makeReadMoney(deps),
    makeReadReturnOrder: makeReadReturnOrder(deps),
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
    makeHandInDoorMoney: makeHandInDoorMoney(deps),
    makeListDoorMoney: makeListDoorMoney(deps),
    makeListRejected: makeListRejected(deps),
    makeNoteCarrier: makeNoteCarrier(deps),
    makePickUpOrder: makePickUpOrder(deps),
    makePrintSlips: makePrintSlips(deps),
    makePushAgain: makePushAgain(deps),
    makeRateDossier: makeRateDossier(deps),
    makeReadCarriers: makeReadCarriers(deps),
    makeReadFigures: makeReadFigures(deps),
    makeReadQueue: makeReadQueue(deps),
    makeReadSync: makeReadSync(deps),
    makeReadWords: makeReadWords(deps),
    makeTellOrders: makeTellOrders(deps),
    makeWorkBlocks: makeWorkBlocks(deps),
    makeWorkQueue: makeWorkQueue(deps),
    makeOrderMany: makeOrderMany({ ...deps, order }),
    makePushDossier: push,
    makePushPending: makePushPending({ ...deps, push }),
    makeReadDrift: makeReadDrift({ ...deps, agencies: deps.allAgencies }),
    makeListWarned: makeListWarned(deps),
    makeWatchLimits: makeWatchLimits(deps),
    makeWorkDossier: makeWorkDossier(deps),
    makeWorkOrderPapers: makeWorkOrderPapers(deps),
    makeWorkPayment: makeWorkPayment(deps),
    makeWorkPouch: makeWorkPouch(deps),
    makeWorkShift: makeWorkShift(deps),
  };
};

export type UseCases = ReturnType<typeof built>;
