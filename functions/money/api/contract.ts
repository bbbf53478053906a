import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { remittanceStates } from '#functions/money/domain/records.ts';
import { electronicRoutes } from './electronic-contract.ts';
import { giveBackRoutes } from './give-back-contract.ts';
import { DoorMoneyList } from './views/door-money.ts';
import {
  CashView,
  MoneyView,
  PursesShape,
  ReceiptView,
  RemittanceView,
  ShiftView,
} from './views/money.ts';

const clerk = ['clerk'] as const;
const shift = z.object({ shiftId: shape.ulid });
const remittance = z.object({ remittanceNumber: z.string().max(60) });
const sheets = z.int().min(0).max(10_000).optional();

/** Thu phí: four kinds of money, never one amount. */
export const contract = {
  /** Mở ca: one open drawer a clerk. `floatVnd` is change in whole đồng and no revenue. */
  openShift: route({
    method: 'POST',
    path: '/v1/shifts',
    who: clerk,
    summary: 'Mở ca · One drawer a clerk, with money to give change from',
    idempotent: true,
    body: z.strictObject({ floatVnd: shape.dongs }),
    answers: { 201: ShiftView },
    refuses: ['amount-invalid', 'amount-not-cash', 'shift-open'],
  }),
  /** What the drawer should hold now, of each purse. */
  readShift: route({
    method: 'GET',
    path: '/v1/shifts/current',
    who: clerk,
    reads: 'nothing-personal',
    summary: 'Ca đang mở · What the drawer should hold of each purse',
    answers: { 200: ShiftView },
    refuses: ['shift-unknown'],
  }),
  /**
   * Chốt ca: sheets by note. A difference (counted minus expected, in đồng; negative: missing)
   * wants an `explanation` and afterwards another person; `hints` say where it may come from. Of a clerk who
   * is not there a colleague or a supervisor counts, with the reason in `explanation`, and a third confirms.
   */
  closeShift: route({
    method: 'POST',
    path: '/v1/shifts/{shiftId}/close',
    who: ['clerk', 'supervisor'],
    summary:
      'Chốt ca · Balances, or says by how much it does not; then it needs a word and a second person',
    idempotent: true,
    params: shift,
    body: z.strictObject({
      /** How many of each note. */
      count: z.strictObject({
        500000: sheets,
        200000: sheets,
        100000: sheets,
        50000: sheets,
        20000: sheets,
        10000: sheets,
        5000: sheets,
        2000: sheets,
        1000: sheets,
        500: sheets,
        200: sheets,
        100: sheets,
      }),
      explanation: shape.text(500).optional(),
    }),
    answers: { 200: ShiftView },
    refuses: [
      'absence-unexplained',
      'amount-invalid',
      'shift-closed',
      'shift-unbalanced',
      'shift-unknown',
    ],
  }),
  /**
   * Under exactly the difference that was seen: `shift-recounted` says the new one. Never the clerk
   * whose drawer it is, nor who counted.
   */
  confirmShift: route({
    method: 'POST',
    path: '/v1/shifts/{shiftId}/confirm',
    who: ['clerk', 'supervisor'],
    summary:
      'Xác nhận chênh lệch · A second person of the office, or a supervisor, under the difference they saw',
    idempotent: true,
    params: shift,
    body: z.strictObject({ differenceVnd: z.int() }),
    answers: { 200: ShiftView },
    refuses: ['same-signatory', 'shift-closed', 'shift-recounted', 'shift-unknown'],
  }),
  /** Xử lý thừa, thiếu quỹ: nothing of the difference is open afterwards. */
  settleDifference: route({
    method: 'POST',
    path: '/v1/shifts/{shiftId}/settlement',
    who: ['supervisor'],
    summary: 'Xử lý chênh lệch · What was missing is paid in, or a surplus is booked',
    idempotent: true,
    params: shift,
    body: z.strictObject({}).optional(),
    answers: { 200: ShiftView },
    refuses: ['nothing-to-settle', 'shift-unknown'],
  }),
  /** Ca bỏ ngỏ: of an earlier day, open or not confirmed, the oldest first; at most 200. */
  listLeftOpen: route({
    method: 'GET',
    path: '/v1/shifts/left-open',
    reads: 'nothing-personal',
    who: ['clerk', 'supervisor'],
    summary: 'Ca bỏ ngỏ qua đêm · Drawers that nobody has closed, for two others to count',
    query: z.strictObject({ office: shape.slug.optional() }),
    answers: { 200: z.object({ items: z.array(ShiftView) }) },
    refuses: ['office-unknown'],
  }),
  /** Notes go from the drawer to the office's safe; never more than the drawer has. */
  dropCash: route({
    method: 'POST',
    path: '/v1/shifts/current/drops',
    who: clerk,
    summary: 'Nộp bớt tiền về két · Notes leave the drawer before the close',
    idempotent: true,
    body: z.strictObject({ amountVnd: shape.dongs }),
    answers: { 200: ShiftView },
    refuses: ['amount-invalid', 'amount-not-cash', 'drawer-short', 'shift-unknown'],
  }),
  /**
   * Tồn quỹ of an office in đồng: its safe, its open drawers, differences not settled and what
   * couriers still hold.
   */
  readCash: route({
    method: 'GET',
    path: '/v1/cash',
    who: ['clerk', 'supervisor'],
    reads: 'nothing-personal',
    summary: 'Quỹ tiền mặt · What the office has in its safe and drawers; a supervisor names it',
    query: z.strictObject({ office: shape.slug.optional() }),
    answers: { 200: CashView },
    refuses: ['office-unknown'],
  }),
  /**
   * Bảng kê nộp tiền: receipts of confirmed shifts that belong to this agency, each once, the
   * oldest first. `number` names it on paper.
   */
  sendRemittance: route({
    method: 'POST',
    path: '/v1/remittances',
    who: clerk,
    summary:
      'Nộp phí, lệ phí cho cơ quan · Receipts of confirmed shifts, the oldest first; with a pouch, those of its dossiers',
    idempotent: true,
    body: z.strictObject({ agency: shape.slug, pouchId: shape.ulid.optional() }),
    answers: { 201: RemittanceView },
    refuses: [
      'agency-unknown',
      'nothing-to-remit',
      'pouch-state',
      'pouch-unknown',
      'pouch-wrong-way',
      'receipt-remitted',
      'receipt-unknown',
      'remittance-too-long',
      'safe-short',
    ],
  }),
  /** Of the own office or agency, by state. */
  listRemittances: route({
    method: 'GET',
    path: '/v1/remittances',
    who: ['clerk', 'officer', 'leader'],
    reads: 'nothing-personal',
    summary: 'Bảng kê nộp tiền · Sent by the caller’s office, or coming to the caller’s agency',
    query: z.strictObject({ state: z.enum(remittanceStates), ...shape.page }),
    answers: { 200: z.object({ items: z.array(RemittanceView), next: z.string().optional() }) },
  }),
  /** Any other office or agency is told `remittance-unknown`. */
  readRemittance: route({
    method: 'GET',
    path: '/v1/remittances/{remittanceNumber}',
    who: ['clerk', 'officer', 'leader'],
    reads: 'nothing-personal',
    summary: 'Xem bảng kê · Receipt by receipt, and what the agency counted',
    params: remittance,
    answers: { 200: RemittanceView },
    refuses: ['remittance-unknown'],
  }),
  /**
   * Xác nhận nhận tiền: `received` where each purse is as listed, otherwise `differs`, and it may
   * be counted again.
   */
  countRemittance: route({
    method: 'POST',
    path: '/v1/remittances/{remittanceNumber}/counts',
    who: ['officer', 'leader'],
    summary: 'Đếm tiền nhận · Another sum than the list’s leaves it open for both to see',
    idempotent: true,
    params: remittance,
    body: PursesShape,
    answers: { 200: RemittanceView },
    refuses: ['amount-invalid', 'remittance-received', 'remittance-unknown'],
  }),
  /**
   * Biên lai thu phí, lệ phí, each purse in whole đồng. `number` is gapless within an office's
   * Vietnam day. With `paymentRequest` it answers what the department asked for, and the sum must
   * be that. `more-than-due` tells what is owed; more is taken with a word, `moreThanDue`.
   */
  takePayment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/payments',
    who: clerk,
    summary:
      'Thu tiền, lập biên lai · Into the clerk’s open drawer, each purse apart; what a department asked for names the request',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
    body: PursesShape.extend({
      paymentRequest: z.int().min(1).max(999).optional(),
      /** Thu hộ for another agency than the dossier’s has a receipt of its own. */
      collectedFor: shape.slug.optional(),
      /** Why more is taken than the dossier owes. */
      moreThanDue: shape.text(300).optional(),
    }),
    answers: { 201: ReceiptView },
    refuses: [
      'agency-unknown',
      'amount-invalid',
      'amount-not-cash',
      'calendar-missing',
      'cod-apart',
      'dossier-unknown',
      'more-than-due',
      'payment-differs',
      'payment-unknown',
      'payment-way-invalid',
      'procedure-not-in-force',
      'receipt-used',
      'shift-full',
      'shift-unknown',
      'step-not-allowed',
    ],
  }),
  /** Tiền thu hộ khi phát: what couriers collected and have not handed in. */
  listDoorMoney: route({
    method: 'GET',
    path: '/v1/door-money',
    who: ['clerk', 'courier', 'supervisor'],
    reads: 'nothing-personal',
    summary:
      'Tiền thu khi phát chưa nộp · Of delivered parcels, the oldest first; late after one working day',
    query: z.strictObject({ office: shape.slug.optional(), ...shape.page }),
    answers: { 200: DoorMoneyList },
    refuses: ['office-unknown'],
  }),
  /** Into the clerk's drawer under a receipt; in parts, until nothing is left. */
  handInDoorMoney: route({
    method: 'POST',
    path: '/v1/door-money/{shipmentId}/hand-ins',
    who: clerk,
    summary:
      'Nộp tiền thu khi phát · Into the clerk’s open drawer, each purse apart; a part is taken too',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: PursesShape,
    answers: { 201: ReceiptView },
    refuses: [
      'amount-invalid',
      'amount-not-cash',
      'door-money-unknown',
      'hand-in-too-large',
      'receipt-used',
      'shift-full',
      'shift-unknown',
    ],
  }),
  /** Due, paid and given back in đồng, each purse apart. */
  readMoney: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/money',
    who: ['clerk', 'officer', 'leader'],
    reads: { what: 'money', of: 'path' },
    summary: 'Tiền của hồ sơ · Due, paid and given back, each purse apart',
    params: z.object({ dossierId: shape.ulid }),
    answers: { 200: MoneyView },
    refuses: ['dossier-unknown'],
  }),
  ...electronicRoutes,
  ...giveBackRoutes,
} as const;
