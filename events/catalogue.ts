import * as z from 'zod';
import { ApplicantCorrectedV1 } from './applicant-corrected/v1/schema.ts';
import { CitizenRemindedV1 } from './citizen-reminded/v1/schema.ts';
import { ClockResumedV1 } from './clock-resumed/v1/schema.ts';
import { ContactCorrectedV1 } from './contact-corrected/v1/schema.ts';
import { CorrectionAnsweredV1 } from './correction-answered/v1/schema.ts';
import { DeadlineExtendedV1 } from './deadline-extended/v1/schema.ts';
import { DeadlineProlongedV1 } from './deadline-prolonged/v1/schema.ts';
import { DeadlineReannouncedV1 } from './deadline-reannounced/v1/schema.ts';
import { DossierAcceptedV1 } from './dossier-accepted/v1/schema.ts';
import { DossierAcknowledgedV1 } from './dossier-acknowledged/v1/schema.ts';
import { DossierDecidedV1 } from './dossier-decided/v1/schema.ts';
import { DossierResumedV1 } from './dossier-resumed/v1/schema.ts';
import { DossierStoppedV1 } from './dossier-stopped/v1/schema.ts';
import { DossierTransferredV1 } from './dossier-transferred/v1/schema.ts';
import { LateAnswerAdmittedV1 } from './late-answer-admitted/v1/schema.ts';
import { PapersCameBackV1 } from './papers-came-back/v1/schema.ts';
import { PapersDeliveredV1 } from './papers-delivered/v1/schema.ts';
import { PapersDispatchedV1 } from './papers-dispatched/v1/schema.ts';
import { PapersHeldV1 } from './papers-held/v1/schema.ts';
import { PapersMissedV1 } from './papers-missed/v1/schema.ts';
import { PapersPickedUpV1 } from './papers-picked-up/v1/schema.ts';
import { ParcelLostV1 } from './parcel-lost/v1/schema.ts';
import { PaymentCancelledV1 } from './payment-cancelled/v1/schema.ts';
import { PaymentConfirmedV1 } from './payment-confirmed/v1/schema.ts';
import { PaymentReceivedV1 } from './payment-received/v1/schema.ts';
import { PaymentRequestedV1 } from './payment-requested/v1/schema.ts';
import { ReceptionRefusedV1 } from './reception-refused/v1/schema.ts';
import { ResultDeliveredV1 } from './result-delivered/v1/schema.ts';
import { ResultDispatchedV1 } from './result-dispatched/v1/schema.ts';
import { ResultHeldV1 } from './result-held/v1/schema.ts';
import { ResultPickedUpV1 } from './result-picked-up/v1/schema.ts';
import { ResultReturnedToAgencyV1 } from './result-returned-to-agency/v1/schema.ts';
import { SlipIssuedV1 } from './slip-issued/v1/schema.ts';
import { SupplementReceivedV1 } from './supplement-received/v1/schema.ts';
import { SupplementRequestedV1 } from './supplement-requested/v1/schema.ts';
import { TicketCalledV1 } from './ticket-called/v1/schema.ts';
import { TicketServedV1 } from './ticket-served/v1/schema.ts';
import { TicketTakenV1 } from './ticket-taken/v1/schema.ts';
import { currentTypes, type Earlier, received } from './versions.ts';
import { WithdrawalGrantedV1 } from './withdrawal-granted/v1/schema.ts';
import { WithdrawalRequestedV1 } from './withdrawal-requested/v1/schema.ts';

/** Where an event goes. `department`: the queue of the agency named in it; others: one queue each. */
export type Destination = 'department' | 'notifications' | 'courier' | 'portal' | 'figures';

/** What an event is about, whose ULID is its `subject`: a dossier, or what a record keeps. */
export type Subject = 'dossier' | 'ticket';

/** The published language: type → schema, subject, producer, consumers. `docs/flow.md` is generated from it. */
export const catalogue = {
  'vn.post-counter.slip-issued.v1': {
    schema: SlipIssuedV1,
    subject: 'dossier',
    producer: 'handover',
    destinations: ['notifications'],
  },
  'vn.post-counter.papers-missed.v1': {
    schema: PapersMissedV1,
    subject: 'dossier',
    producer: 'handover',
    destinations: ['notifications'],
  },
  'vn.post-counter.dossier-accepted.v1': {
    schema: DossierAcceptedV1,
    subject: 'dossier',
    producer: 'intake',
    destinations: ['department', 'notifications', 'portal', 'figures'],
  },
  'vn.post-counter.dossier-acknowledged.v1': {
    schema: DossierAcknowledgedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['portal'],
  },
  'vn.post-counter.supplement-requested.v1': {
    schema: SupplementRequestedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.supplement-received.v1': {
    schema: SupplementReceivedV1,
    subject: 'dossier',
    producer: 'intake',
    destinations: ['portal'],
  },
  'vn.post-counter.payment-requested.v1': {
    schema: PaymentRequestedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.payment-received.v1': {
    schema: PaymentReceivedV1,
    subject: 'dossier',
    producer: 'money',
    destinations: ['portal'],
  },
  'vn.post-counter.payment-confirmed.v1': {
    schema: PaymentConfirmedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.payment-cancelled.v1': {
    schema: PaymentCancelledV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.citizen-reminded.v1': {
    schema: CitizenRemindedV1,
    subject: 'dossier',
    producer: 'oversight',
    destinations: ['notifications'],
  },
  'vn.post-counter.reception-refused.v1': {
    schema: ReceptionRefusedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications'],
  },
  'vn.post-counter.withdrawal-requested.v1': {
    schema: WithdrawalRequestedV1,
    subject: 'dossier',
    producer: 'intake',
    destinations: ['portal'],
  },
  'vn.post-counter.withdrawal-granted.v1': {
    schema: WithdrawalGrantedV1,
    subject: 'dossier',
    producer: 'intake',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.dossier-stopped.v1': {
    schema: DossierStoppedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.dossier-resumed.v1': {
    schema: DossierResumedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.clock-resumed.v1': {
    schema: ClockResumedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['portal'],
  },
  'vn.post-counter.deadline-extended.v1': {
    schema: DeadlineExtendedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.deadline-prolonged.v1': {
    schema: DeadlineProlongedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.late-answer-admitted.v1': {
    schema: LateAnswerAdmittedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.dossier-transferred.v1': {
    schema: DossierTransferredV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['department', 'notifications', 'portal'],
  },
  'vn.post-counter.deadline-reannounced.v1': {
    schema: DeadlineReannouncedV1,
    subject: 'dossier',
    producer: 'oversight',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.dossier-decided.v1': {
    schema: DossierDecidedV1,
    subject: 'dossier',
    producer: 'departments',
    destinations: ['notifications', 'portal', 'figures'],
  },
  'vn.post-counter.result-dispatched.v1': {
    schema: ResultDispatchedV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications', 'courier'],
  },
  'vn.post-counter.result-delivered.v1': {
    schema: ResultDeliveredV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications', 'portal', 'figures'],
  },
  'vn.post-counter.contact-corrected.v1': {
    schema: ContactCorrectedV1,
    subject: 'dossier',
    producer: 'notifications',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.result-held.v1': {
    schema: ResultHeldV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications'],
  },
  'vn.post-counter.result-returned-to-agency.v1': {
    schema: ResultReturnedToAgencyV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications', 'portal'],
  },
  'vn.post-counter.result-picked-up.v1': {
    schema: ResultPickedUpV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications', 'portal', 'figures'],
  },
  'vn.post-counter.papers-dispatched.v1': {
    schema: PapersDispatchedV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications', 'courier'],
  },
  'vn.post-counter.papers-delivered.v1': {
    schema: PapersDeliveredV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications'],
  },
  'vn.post-counter.papers-held.v1': {
    schema: PapersHeldV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications'],
  },
  'vn.post-counter.papers-came-back.v1': {
    schema: PapersCameBackV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications'],
  },
  'vn.post-counter.papers-picked-up.v1': {
    schema: PapersPickedUpV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications'],
  },
  'vn.post-counter.applicant-corrected.v1': {
    schema: ApplicantCorrectedV1,
    subject: 'dossier',
    producer: 'corrections',
    destinations: ['portal'],
  },
  'vn.post-counter.correction-answered.v1': {
    schema: CorrectionAnsweredV1,
    subject: 'dossier',
    producer: 'corrections',
    destinations: ['portal'],
  },
  'vn.post-counter.parcel-lost.v1': {
    schema: ParcelLostV1,
    subject: 'dossier',
    producer: 'returns',
    destinations: ['notifications'],
  },
  'vn.post-counter.ticket-taken.v1': {
    schema: TicketTakenV1,
    subject: 'ticket',
    producer: 'queueing',
    destinations: ['figures'],
  },
  'vn.post-counter.ticket-called.v1': {
    schema: TicketCalledV1,
    subject: 'ticket',
    producer: 'queueing',
    destinations: [],
  },
  'vn.post-counter.ticket-served.v1': {
    schema: TicketServedV1,
    subject: 'ticket',
    producer: 'queueing',
    destinations: ['figures'],
  },
} as const satisfies Record<
  string,
  {
    schema: z.ZodType;
    subject: Subject;
    producer: string;
    destinations: readonly Destination[];
  }
>;

/** Every event in the version in which it is published today. */
export const PublishedEvent = z.discriminatedUnion('type', [
  SlipIssuedV1,
  PapersMissedV1,
  DossierAcceptedV1,
  DossierAcknowledgedV1,
  SupplementRequestedV1,
  SupplementReceivedV1,
  PaymentRequestedV1,
  PaymentReceivedV1,
  PaymentConfirmedV1,
  PaymentCancelledV1,
  CitizenRemindedV1,
  ReceptionRefusedV1,
  WithdrawalRequestedV1,
  WithdrawalGrantedV1,
  DossierStoppedV1,
  DossierResumedV1,
  ClockResumedV1,
  DeadlineExtendedV1,
  DeadlineProlongedV1,
  LateAnswerAdmittedV1,
  DossierTransferredV1,
  DeadlineReannouncedV1,
  DossierDecidedV1,
  ResultDispatchedV1,
  ResultDeliveredV1,
  ContactCorrectedV1,
  ResultHeldV1,
  ResultReturnedToAgencyV1,
  ResultPickedUpV1,
  PapersDispatchedV1,
  PapersDeliveredV1,
  PapersHeldV1,
  PapersCameBackV1,
  PapersPickedUpV1,
  ApplicantCorrectedV1,
  CorrectionAnsweredV1,
  ParcelLostV1,
  TicketTakenV1,
  TicketCalledV1,
  TicketServedV1,
]);
export type PublishedEvent = z.output<typeof PublishedEvent>;
export type EventOf<N extends keyof typeof typeOf> = Extract<
  PublishedEvent,
  { readonly type: (typeof typeOf)[N] }
>;

type EventType = keyof typeof catalogue;
const types = Object.keys(catalogue) as EventType[];

/** Name → type with the version that is published today. */
export const typeOf = currentTypes(types);

/** Versions that were published before, by their type; each steps to the next. */
export const earlierVersions: Readonly<Record<string, Earlier>> = {};

/** What consumers accept: every version that was ever published, read as that of today. */
export const ReceivedEvent = received(PublishedEvent, types, earlierVersions);
