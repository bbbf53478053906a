import type { Staff } from '#domain/actor/actor.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { reannounce } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { handing } from '#domain/dossier/handing.ts';
import { accept } from '#domain/dossier/steps/accept.ts';
import { admitLateAnswer } from '#domain/dossier/steps/admit-late.ts';
import { answerAssignment, takeAssignment } from '#domain/dossier/steps/answer.ts';
import { approveDecision, returnProposal } from '#domain/dossier/steps/approve.ts';
import { consult, planLegs, recall } from '#domain/dossier/steps/assign.ts';
import { correctContact } from '#domain/dossier/steps/correct-contact.ts';
import { acknowledge, decide } from '#domain/dossier/steps/decide.ts';
import {
  expireSupplement,
  grantWithdrawal,
  recordWarning,
  refuseReception,
  requestWithdrawal,
  resumeDossier,
  stopDossier,
} from '#domain/dossier/steps/end.ts';
import { takeInParcel } from '#domain/dossier/steps/end-parcel.ts';
import { extendDeadline } from '#domain/dossier/steps/extend.ts';
import { flagLimits } from '#domain/dossier/steps/flag-limits.ts';
import { dispatchParcel, pickUpParcel } from '#domain/dossier/steps/give-back-papers.ts';
import { giveBackPapers, issueSlip, takeBackPapers } from '#domain/dossier/steps/handover.ts';
import {
  extendLease,
  grantLease,
  reachDepartment,
  releaseLease,
} from '#domain/dossier/steps/lease.ts';
import {
  cancelPayment,
  confirmPayment,
  expirePayment,
  receivePayment,
  requestPayment,
} from '#domain/dossier/steps/payment.ts';
import { prolongTerm } from '#domain/dossier/steps/prolong.ts';
import { authoriseRecipient, concludeDelivery } from '#domain/dossier/steps/return-result.ts';
import { concludeScan, requestScan } from '#domain/dossier/steps/scans.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import {
  joinOffice,
  receiveSupplement,
  requestSupplement,
} from '#domain/dossier/steps/supplement.ts';
import { takeOldPapers } from '#domain/dossier/steps/take-old-papers.ts';
import { moveToSuccessor, transferDossier } from '#domain/dossier/steps/transfer.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { AuthorisationId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done } from '#domain/refusal.ts';
import { days, minutes, plus } from '#domain/time/instant.ts';
import { at, dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { chooseDelivery } from '#functions/returns/domain/choose-delivery.ts';
import { calendars } from '#test/support/plain-week.ts';
import {
  anAcceptance,
  aPayment,
  aProcedure,
  aScan,
  aSupplement,
  monday9,
  officer,
  paperScan,
  resultScan,
  shipmentId,
} from '../dossiers.ts';

const leader: Staff = { kind: 'staff', id: 'phuc', role: 'leader', agency: 'ct-nnmt' };
const book = makeCalendarBook(calendars);
const rules = { procedure: aProcedure, book };
const deliveryRules = {
  procedure: aProcedure,
  today: dayOf(monday9),
  prices: [],
  calendar: book,
  office: () => undefined,
  isCommune: () => false,
};
const askedScan = '01KAPXJ5V0ZK9Q4T8N6W2C7D5A' as ScanId;
const claimOf = ({ department }: Dossier) => ({
  leaseNo: department?.leaseNo ?? 1,
  holder: officer.id,
  now: monday9,
});
const dueAt = at('2026-12-01' as VietnamDay, 17 * 60);
const acceptance = { ...anAcceptance, dueAt };
const slip = {
  number: 'RG100000003VN',
  agency: 'ct-nnmt',
  issuedAt: monday9,
  handoverBy: monday9,
  manifestHash: 'b'.repeat(64),
};
const terms = { dueAt, calendarVersions: [] };
/** Whoever works on it now: the dossier may have moved. */
const officerOf = ({ department }: Dossier): Staff => ({
  ...officer,
  ...(department && { agency: department.agency }),
});
const longAfter = plus(monday9, days(400));
const allPassed = {
  'transit-late': longAfter,
  'appointment-late': longAfter,
  'transfer-late': longAfter,
  unacknowledged: longAfter,
  'due-soon': longAfter,
  overdue: longAfter,
  'answer-soon': longAfter,
  'asked-late': longAfter,
};
const byLaw = {
  id: 'xac-minh',
  name: 'Cần xác minh',
  ground: 'Luật Hộ tịch 60/2014/QH13 điều 25(2)',
  most: { workingDays: 5, of: 'extra' },
} as const;
const approved = { outcome: 'approved', resultScan } as const;
const record = '01KAPXJ5V0ZK9Q4T8N6W2C7D6A';
const handOver = {
  pickUp: record as PickUpId,
  receiver: 'self',
  handedAt: monday9,
  proofSha256: 'e'.repeat(64),
} as const;
const task = { id: 1, agency: 'ct-tp' };
const asked = { agency: 'ct-tp', task: 'Ý kiến', limit: aProcedure.timeRule };

/** What the agency has to give, in a pouch to the counter. */
const broughtHome = ({ custody, office: id, pouch }: Dossier): readonly DossierFact[] =>
  custody
    .filter((holding) => holding.holder.kind === 'agency' && holding.id === resultPaper.id)
    .slice(0, pouch ? 0 : 1)
    .map(({ holder }) => ({
      type: 'papers-counted',
      pouch: record as PouchId,
      from: holder as Party,
      to: { kind: 'office', id },
      verdict: 'complete',
      found: [resultPaper],
      extra: [],
      giver: 'tuan',
      receiver: 'lan',
    }));

/** Every command of the domain on one dossier, with what it usually is asked with. */
export const commands: Readonly<Record<string, (dossier: Dossier) => Decision>> = {
  'announce a paper': (d) => requestScan(d, aScan(), monday9),
  'announce an asked paper': (d) =>
    requestScan(d, aScan({ id: askedScan, component: 'ban-ve' }), monday9),
  'verify a paper': (d) => concludeScan(d, paperScan, { ok: true, pages: 1, findings: [] }),
  'verify an asked paper': (d) => concludeScan(d, askedScan, { ok: true, pages: 1, findings: [] }),
  'reject a paper': (d) => concludeScan(d, paperScan, { ok: false, why: 'unreadable' }),
  'announce the result': (d) =>
    requestScan(d, aScan({ id: resultScan, purpose: 'result' }), monday9),
  'verify the result': (d) => concludeScan(d, resultScan, { ok: true, pages: 1, findings: [] }),
  'record a warning': (d) => recordWarning(d, 'Đã hướng dẫn'),
  accept: (d) => accept(d, 'ct-nnmt', acceptance, monday9),
  'issue the slip': (d) => issueSlip(d, slip),
  'refuse reception': (d) => refuseReception(d, { staff: officer, now: monday9 }, 'Sai thẩm quyền'),
  'reach the department': (d) => reachDepartment(d, d.department?.agency ?? 'ct-nnmt'),
  lease: (d) => grantLease(d, officer.id, minutes(10), monday9),
  'extend the lease': (d) => extendLease(d, claimOf(d), minutes(10)),
  'release the lease': (d) => releaseLease(d, claimOf(d)),
  acknowledge: (d) => acknowledge(d, claimOf(d), anAcceptance.manifestHash),
  'ask for papers': (d) =>
    requestSupplement(d, aProcedure, claimOf(d), { ...aSupplement, confirmsRepeat: true }, book),
  'join another office': (d) => joinOffice(d, 'bd-nga-bay'),
  'receive the papers': (d) =>
    receiveSupplement(
      d,
      {
        manifestHash: anAcceptance.manifestHash,
        office: 'bd-vi-thanh',
        dueAt,
        calendarVersions: [],
      },
      monday9,
    ),
  'expire the request': (d) => expireSupplement(d, plus(monday9, days(200)), book),
  'ask for a payment': (d) => requestPayment(d, claimOf(d), aPayment, book),
  'receive the payment': (d) =>
    receivePayment(d, { number: 1, office: 'bd-vi-thanh', receipt: 'BL-1' }, terms),
  'confirm the payment': (d) =>
    confirmPayment(d, officerOf(d), { number: 1, reference: 'KB-0001' }, terms),
  'cancel the payment': (d) =>
    cancelPayment(d, officerOf(d), { number: 1, reason: 'Được miễn' }, terms),
  'expire the payment': (d) => expirePayment(d, plus(monday9, days(200)), book),
  'extend the deadline': (d) =>
    extendDeadline(
      d,
      claimOf(d),
      { reason: 'Cần xác minh', newDueDay: '2026-12-03' as VietnamDay },
      book,
    ),
  'prolong by law': (d) =>
    prolongTerm(
      d,
      { ...aProcedure, prolongations: [byLaw] },
      claimOf(d),
      { prolongation: byLaw.id, reason: 'Xác minh', newDueDay: '2026-12-03' as VietnamDay },
      book,
    ),
  reannounce: (d) =>
    reannounce(d, 'amendment', {
      dueAt,
      previousDueAt: dueAt,
      calendarVersions: [],
    }),
  transfer: (d) =>
    transferDossier(d, claimOf(d), { to: 'ct-tp', reason: 'Sai cơ quan', transferBy: monday9 }),
  'move to the successor': (d) => moveToSuccessor(d, { to: 'ct-nnmt-moi', transferBy: monday9 }),
  stop: (d) => stopDossier(d, claimOf(d), 'Theo đề nghị'),
  'admit a late answer': (d) =>
    admitLateAnswer(d, aProcedure, { staff: officerOf(d), now: monday9 }, 'Đường ngập', book),
  resume: (d) => resumeDossier(d, { calendarVersions: [] }),
  withdraw: (d) => requestWithdrawal(d, 'Không cần nữa'),
  'grant the withdrawal': grantWithdrawal,
  consult: (d) => consult(d, claimOf(d), rules, asked),
  'plan legs': (d) => planLegs(d, claimOf(d), rules, { mode: 'parallel', legs: [asked] }),
  'take a task': (d) =>
    takeAssignment(d, task, { holder: 'thao', span: minutes(10), now: monday9 }),
  'answer a task': (d) =>
    answerAssignment(d, task, { leaseNo: 1, holder: 'thao', now: monday9 }, rules, {
      outcome: 'agreed',
      opinion: 'Thống nhất',
    }),
  'recall a task': (d) => recall(d, claimOf(d), rules, { id: 1, reason: 'Không cần' }),
  decide: (d) =>
    decide(d, aProcedure, claimOf(d), { ...approved, confirmsOpenConsultations: true }),
  propose: (d) =>
    decide(d, { approval: 'leader' }, claimOf(d), { ...approved, confirmsOpenConsultations: true }),
  approve: (d) => approveDecision(d, { staff: leader, now: monday9 }),
  'return the proposal': (d) =>
    returnProposal(d, { staff: leader, now: monday9 }, 'Bổ sung căn cứ'),
  'bring the result to the counter': (d) => handing(d, broughtHome(d)),
  dispatch: (d) =>
    dispatchParcel(d, aProcedure, {
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'EE473124829VN',
    }),
  'choose another delivery': (d) =>
    chooseDelivery(d, { wish: { day: dayOf(monday9) } }, deliveryRules),
  'authorise a recipient': (d) => authoriseRecipient(d, record as AuthorisationId),
  'hear of the delivery': (d) =>
    concludeDelivery(d, shipmentId, { outcome: 'delivered', at: monday9 }),
  'hear that it is held': (d) => concludeDelivery(d, shipmentId, { outcome: 'held', at: monday9 }),
  'hear that it went back': (d) =>
    concludeDelivery(d, shipmentId, { outcome: 'returned-to-agency', at: monday9 }),
  'take in what came back': (d) => takeInParcel(d, shipmentId),
  'hand over at the counter': (d) =>
    pickUpParcel(d, aProcedure, handOver, {
      isAtCounter: d.delivery?.deliveredAt === undefined,
    }),
  'take papers back': takeBackPapers,
  'take old papers': (d) => takeOldPapers(d, [{ paper: 'giay-cu', outcome: 'taken', count: 1 }]),
  'give papers back': (d) => giveBackPapers(d, aProcedure, 'f'.repeat(64)),
  'warn of limits': (d) => flagLimits(d, allPassed),
  'correct the contact': (d) => correctContact(d, 'wrong-number'),
  nothing: () => done([]),
};
