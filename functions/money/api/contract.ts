import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { MoneyView, PursesShape, ReceiptView, ShiftView } from '#edge/views/money.ts';

const clerk = ['clerk'] as const;
const shift = z.object({ shiftId: shape.ulid });
const receipt = z.object({ receiptNumber: z.string().max(60) });
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
    who: ['supervisor'],
    summary: 'Xác nhận chênh lệch · The second person under a drawer that does not balance',
    idempotent: true,
    params: shift,
    body: z.strictObject({}).optional(),
    answers: { 200: ShiftView },
  }),
  takePayment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/payments',
    who: clerk,
    summary: 'Thu tiền, lập biên lai · Into the clerk’s open drawer, each purse apart',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
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
