import * as z from 'zod';
import {
  answerMembers,
  decisionMembers,
  paymentMembers,
  prolongationMembers,
  supplementMembers,
  taskMembers,
  warning,
} from '../case.ts';
import { day, moment, ordinal, word, words } from '../shapes.ts';

const leaseNo = z.int().min(0);
const takenBack = { holder: word, reason: word, takenBackBy: word };
/** When the case goes on: the waiting is left out of the term. */
const goesOn = { dueAt: z.exactOptional(moment), calendarVersions: words };

/** What a department does with a dossier. */
export const deskFacts = [
  z.strictObject({ type: z.literal('department-reached'), agency: word }),
  z.strictObject({ type: z.literal('lease-granted'), leaseNo, holder: word, until: moment }),
  z.strictObject({ type: z.literal('lease-extended'), leaseNo, until: moment }),
  z.strictObject({ type: z.literal('lease-released'), leaseNo }),
  z.strictObject({ type: z.literal('lease-taken-back'), leaseNo, ...takenBack }),
  z.strictObject({ type: z.literal('dossier-acknowledged'), leaseNo, manifestHash: word }),
  z.strictObject({
    type: z.literal('supplement-requested'),
    leaseNo,
    agency: word,
    ...supplementMembers,
  }),
  z.strictObject({
    type: z.literal('reception-refused'),
    agency: word,
    reason: word,
    refusedBy: word,
    refusedAt: moment,
  }),
  z.strictObject({
    type: z.literal('dossier-stopped'),
    agency: word,
    why: z.enum(['department', 'supplement-expired', 'payment-expired']),
    reason: word,
    stoppedBy: word,
  }),
  z.strictObject({ type: z.literal('dossier-resumed'), ...goesOn }),
  z.strictObject({
    type: z.literal('deadline-extended'),
    leaseNo,
    agency: word,
    reason: word,
    dueAt: moment,
    previousDueAt: moment,
    extendedBy: word,
    override: z.exactOptional(word),
  }),
  z.strictObject({
    type: z.literal('deadline-prolonged'),
    leaseNo,
    agency: word,
    prolongedBy: word,
    ...prolongationMembers,
  }),
  z.strictObject({
    type: z.literal('late-answer-admitted'),
    agency: word,
    of: z.enum(['papers', 'payment']),
    reason: word,
    lastDay: day,
    answerBy: day,
    admittedBy: word,
  }),
  z.strictObject({
    type: z.literal('dossier-transferred'),
    why: z.enum(['mis-routed', 'reorganisation']),
    from: word,
    to: word,
    agency: word,
    reason: word,
    transferBy: z.exactOptional(moment),
  }),
  z.strictObject({ type: z.literal('decision-proposed'), leaseNo, ...decisionMembers }),
  z.strictObject({ type: z.literal('proposal-returned'), reason: word, returnedBy: word }),
  z.strictObject({
    type: z.literal('dossier-decided'),
    leaseNo,
    agency: word,
    ...decisionMembers,
  }),
] as const;

/** What happened to the tasks of other agencies. */
export const assignmentFacts = [
  z.strictObject({ type: z.literal('assignment-planned'), leaseNo, ...taskMembers }),
  z.strictObject({
    type: z.literal('assignment-opened'),
    id: ordinal,
    agency: word,
    ...goesOn,
  }),
  z.strictObject({
    type: z.literal('assignment-taken'),
    id: ordinal,
    agency: word,
    leaseNo,
    holder: word,
    until: moment,
  }),
  z.strictObject({
    type: z.literal('assignment-taken-back'),
    id: ordinal,
    agency: word,
    leaseNo,
    ...takenBack,
  }),
  z.strictObject({
    type: z.literal('assignment-answered'),
    id: ordinal,
    agency: word,
    leaseNo,
    ...answerMembers,
  }),
  z.strictObject({
    type: z.literal('assignment-recalled'),
    id: ordinal,
    agency: word,
    leaseNo,
    reason: word,
  }),
  z.strictObject({ type: z.literal('clock-resumed'), dueAt: moment, calendarVersions: words }),
] as const;

/** What happened to requests for payment. */
export const paymentFacts = [
  z.strictObject({
    type: z.literal('payment-requested'),
    number: ordinal,
    leaseNo,
    agency: word,
    requestedBy: word,
    ...paymentMembers,
  }),
  z.strictObject({
    type: z.literal('payment-received'),
    number: ordinal,
    office: word,
    receipt: word,
    ...goesOn,
  }),
  z.strictObject({
    type: z.literal('payment-confirmed'),
    number: ordinal,
    agency: word,
    reference: word,
    confirmedBy: word,
    ...goesOn,
  }),
  z.strictObject({
    type: z.literal('payment-cancelled'),
    number: ordinal,
    agency: word,
    reason: word,
    cancelledBy: word,
    ...goesOn,
  }),
] as const;

/** What the watch over the limits and a changed calendar did. */
export const limitFacts = [
  z.strictObject({
    type: z.literal('limit-flagged'),
    warning,
    at: moment,
    office: word,
    agency: z.exactOptional(word),
  }),
  z.strictObject({
    type: z.literal('citizen-reminded'),
    of: z.enum(['papers', 'payment']),
    agency: word,
    by: day,
  }),
  z.strictObject({
    type: z.literal('deadline-reannounced'),
    dueAt: moment,
    previousDueAt: moment,
    calendarVersions: words,
    amendment: word,
  }),
] as const;
