import * as z from 'zod';
import { channels } from '#domain/catalogue/channel.ts';
import type { TaskRule } from '#domain/deadline/time-rule.ts';
import type { AssignmentAnswer } from '#domain/dossier/assignments.ts';
import { dayParts } from '#domain/dossier/chosen-delivery.ts';
import type { Circumstances } from '#domain/dossier/circumstances.ts';
import type { CaseDecision, FeesTaken, SupplementItem } from '#domain/dossier/dossier.ts';
import { paymentKinds, paymentWays } from '#domain/dossier/payment.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { everyWarning } from '#domain/limits/warnings.ts';
import { exactly } from './exactly.ts';
import { count, day, moment, ordinal, paper, ulidOf, word, words } from './shapes.ts';

/** What both the head and the facts of a case hold. */
export const filingMembers = { channel: z.enum(channels), helpedBy: z.exactOptional(word) };
export const intakeMode = z.enum(['agent', 'onestop']);
export const warning = z.enum(everyWarning);
export const procedure = z.strictObject({ code: word, version: word });

export const fees = exactly<FeesTaken>()(
  z.strictObject({ stateFeesVnd: count, postageVnd: count }),
);

export const circumstances = exactly<Circumstances>()(
  z.strictObject({
    commune: z.exactOptional(word),
    case: z.exactOptional(word),
    incident: z.exactOptional(word),
    agreement: z.exactOptional(word),
    fromDataBase: z.exactOptional(
      z.array(
        z.strictObject({ component: word, dataBase: word, lookedUpBy: word, lookedUpAt: moment }),
      ),
    ),
    ownSum: z.exactOptional(z.strictObject({ computedVnd: count, reason: word })),
  }),
);

export const slipMembers = {
  number: word,
  agency: word,
  issuedAt: moment,
  handoverBy: moment,
  appointmentBy: z.exactOptional(moment),
  provisionalDueAt: z.exactOptional(moment),
  manifestHash: word,
};

export const acceptanceMembers = {
  code: word,
  acceptedAt: moment,
  startsOn: z.enum(['counter', 'receipt']),
  receivedAt: z.exactOptional(moment),
  dueAt: z.exactOptional(moment),
  calendarVersions: words,
  catalogueVersion: word,
  transferBy: moment,
  manifestHash: word,
};

const supplementItem = exactly<SupplementItem>()(paper.extend({ reason: word }));

/** What was asked for; when it came stands in the head. */
export const supplementMembers = {
  items: z.array(supplementItem),
  reason: word,
  requestedAt: moment,
  requestedBy: word,
  answerBy: day,
  askBy: z.exactOptional(day),
};

/** Kéo dài theo luật, in the fact and in the head. */
export const prolongationMembers = {
  prolongation: word,
  ground: word,
  reason: word,
  dueAt: moment,
  previousDueAt: moment,
  agreement: z.exactOptional(word),
};

export const decisionMembers = {
  outcome: z.enum(['approved', 'refused']),
  decidedAt: moment,
  decidedBy: word,
  proposedBy: z.exactOptional(word),
  resultScan: ulidOf<ScanId>(),
  reason: z.exactOptional(word),
};
export const decision = exactly<CaseDecision>()(z.strictObject(decisionMembers));

const timeRule = exactly<TaskRule>()(
  z.discriminatedUnion('unit', [
    z.strictObject({
      unit: z.enum(['working-days', 'calendar-days', 'working-hours']),
      amount: count,
      startPolicy: z.enum(['next-day', 'at-once']),
    }),
    z.strictObject({ unit: z.literal('same-day') }),
    z.strictObject({ unit: z.literal('none') }),
  ]),
);

/** Đổi cách nhận kết quả, in the fact and in the head. */
export const chosenDeliveryMembers = {
  to: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('office'), office: word }),
      z.strictObject({ kind: z.literal('address'), commune: word, address: word }),
    ]),
  ),
  wish: z.exactOptional(z.strictObject({ day, part: z.exactOptional(z.enum(dayParts)) })),
  moreVnd: count,
};

export const taskMembers = {
  id: ordinal,
  purpose: z.enum(['consultation', 'leg']),
  agency: word,
  lead: word,
  task: word,
  limit: timeRule,
  turn: z.exactOptional(z.int()),
  replaces: z.exactOptional(ordinal),
};

export const answerMembers = {
  outcome: z.enum(['agreed', 'disagreed', 'returned']),
  opinion: word,
  scan: z.exactOptional(ulidOf<ScanId>()),
  answeredAt: moment,
  answeredBy: word,
};
export const assignmentAnswer = exactly<AssignmentAnswer>()(z.strictObject(answerMembers));

export const paymentMembers = {
  kind: z.enum(paymentKinds),
  amountVnd: count,
  reason: word,
  payBy: day,
  ways: z.array(z.enum(paymentWays)),
  instructions: z.exactOptional(word),
};
