import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { remittanceStates } from '#functions/money/domain/records.ts';
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
const receipt = z.object({ receiptNumber: z.string().max(60) });
const remittance = z.object({ remittanceNumber: z.string().max(60) });
const sheets = z.int().min(0).max(10_000).optional();

/** Thu phí: four kinds of money, never one amount. */
export const contract = {
  openShift: route({
    method: 'POST',
    path: '/v1/shifts',
    who: clerk,
    summary: 'Mở ca · One drawer a clerk, with money to give change from',
    idempotent: true,
    body: z.strictObject({ floatVnd: shape.dongs }),
    answers: { 201: ShiftView },
  }),
  readShift: route({
    method: 'GET',
    path: '/v1/shifts/current',
    who: clerk,
    summary: 'Ca đang mở · What the drawer should hold of each purse',
    answers: { 200: ShiftView },
  }),
  closeShift: route({
    method: 'POST',
    path: '/v1/shifts/{shiftId}/close',
    who: clerk,
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
      }),
      explanation: shape.text(500).optional(),
    }),
    answers: { 200: ShiftView },
  }),
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
  }),
  settleDifference: route({
    method: 'POST',
    path: '/v1/shifts/{shiftId}/settlement',
    who: ['supervisor'],
    summary: 'Xử lý chênh lệch · What was missing is paid in, or a surplus is booked',
    idempotent: true,
    params: shift,
    body: z.strictObject({}).optional(),
    answers: { 200: ShiftView },
  }),
  dropCash: route({
    method: 'POST',
    path: '/v1/shifts/current/drops',
    who: clerk,
    summary: 'Nộp bớt tiền về két · Notes leave the drawer before the close',
    idempotent: true,
    body: z.strictObject({ amountVnd: shape.dongs }),
    answers: { 200: ShiftView },
  }),
  readCash: route({
    method: 'GET',
    path: '/v1/cash',
    who: ['clerk', 'supervisor'],
    summary: 'Quỹ tiền mặt · What the office has in its safe and drawers; a supervisor names it',
    query: z.strictObject({ office: shape.slug.optional() }),
    answers: { 200: CashView },
  }),
  sendRemittance: route({
    method: 'POST',
    path: '/v1/remittances',
    who: clerk,
    summary:
      'Nộp phí, lệ phí cho cơ quan · Receipts of confirmed shifts, the oldest first; with a pouch, those of its dossiers',
    idempotent: true,
    body: z.strictObject({ agency: shape.slug, pouchId: shape.ulid.optional() }),
    answers: { 201: RemittanceView },
  }),
  listRemittances: route({
    method: 'GET',
    path: '/v1/remittances',
    who: ['clerk', 'officer', 'leader'],
    summary: 'Bảng kê nộp tiền · Sent by the caller’s office, or coming to the caller’s agency',
    query: z.strictObject({ state: z.enum(remittanceStates), ...shape.page }),
    answers: { 200: z.object({ items: z.array(RemittanceView), next: z.string().optional() }) },
  }),
  readRemittance: route({
    method: 'GET',
    path: '/v1/remittances/{remittanceNumber}',
    who: ['clerk', 'officer', 'leader'],
    summary: 'Xem bảng kê · Receipt by receipt, and what the agency counted',
    params: remittance,
    answers: { 200: RemittanceView },
  }),
  countRemittance: route({
    method: 'POST',
    path: '/v1/remittances/{remittanceNumber}/counts',
    who: ['officer', 'leader'],
    summary: 'Đếm tiền nhận · Another sum than the list’s leaves it open for both to see',
    idempotent: true,
    params: remittance,
    body: PursesShape,
    answers: { 200: RemittanceView },
  }),
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
    }),
    answers: { 201: ReceiptView },
  }),
  listDoorMoney: route({
    method: 'GET',
    path: '/v1/door-money',
    who: ['clerk', 'courier', 'supervisor'],
    summary:
      'Tiền thu khi phát chưa nộp · Of delivered parcels, the oldest first; late after one working day',
    query: z.strictObject({ office: shape.slug.optional(), ...shape.page }),
    answers: { 200: DoorMoneyList },
  }),
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
  }),
  readMoney: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/money',
    who: ['clerk', 'officer', 'leader'],
    summary: 'Tiền của hồ sơ · Due, paid and given back, each purse apart',
    params: z.object({ dossierId: shape.ulid }),
    answers: { 200: MoneyView },
  }),
  refundReceipt: route({
    method: 'POST',
    path: '/v1/receipts/{receiptNumber}/refund',
    who: clerk,
    summary: 'Hoàn tiền · Never more than is left of the receipt',
    idempotent: true,
    params: receipt,
    body: z.strictObject({ purses: PursesShape, reason: shape.text(300) }),
    answers: { 200: ReceiptView },
  }),
  reverseReceipt: route({
    method: 'POST',
    path: '/v1/receipts/{receiptNumber}/reversal',
    who: clerk,
    summary: 'Hủy biên lai · A mistyped one is undone by its mirror, once',
    idempotent: true,
    params: receipt,
    body: z.strictObject({ reason: shape.text(300) }),
    answers: { 200: ReceiptView },
  }),
} as const;
