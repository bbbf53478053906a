import * as z from 'zod';
import type { Assignment } from '#domain/dossier/assignments.ts';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { type Correction, correctedFields, correctionStates } from '#domain/dossier/correction.ts';
import type {
  Applicant,
  Delivery,
  DepartmentSide,
  Dossier,
  Inbox,
} from '#domain/dossier/dossier.ts';
import { inboxStates } from '#domain/dossier/inbox-states.ts';
import type { PaymentRequest } from '#domain/dossier/payment.ts';
import { headSteps } from '#domain/history/head-versions.ts';
import { type Stored, upcast, versionAfter } from '#domain/history/upcast.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { AuthorisationId, CorrectionId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import {
  acceptanceMembers,
  assignmentAnswer,
  chosenDeliveryMembers,
  circumstances,
  decision,
  fees,
  filingMembers,
  intakeMode,
  paymentMembers,
  procedure,
  prolongationMembers,
  slipMembers,
  supplementMembers,
  taskMembers,
  warning,
} from './case.ts';
import { exactly } from './exactly.ts';
import { branded, holding, moment, ordinal, papers, party, ulidOf, word, words } from './shapes.ts';

const status = z.enum(caseStatuses as [Dossier['status'], ...Dossier['status'][]]);
const lease = z.strictObject({ holder: word, until: moment });

const inboxes = ['on-its-way', ...inboxStates] as const satisfies readonly Inbox[];

const department = exactly<DepartmentSide>()(
  z.strictObject({
    agency: word,
    inbox: z.enum(inboxes),
    arriveBy: z.exactOptional(moment),
    receivedAt: z.exactOptional(moment),
    acknowledgedAt: z.exactOptional(moment),
    lease: z.exactOptional(lease),
    leaseNo: z.int().min(0),
  }),
);

const assignment = exactly<Assignment>()(
  z.strictObject({
    ...taskMembers,
    openedAt: z.exactOptional(moment),
    dueAt: z.exactOptional(moment),
    takenAt: z.exactOptional(moment),
    lease: z.exactOptional(lease),
    leaseNo: z.int().min(0),
    answer: z.exactOptional(assignmentAnswer),
    recall: z.exactOptional(z.strictObject({ reason: word, recalledAt: moment })),
    replacedBy: z.exactOptional(ordinal),
    lapsedAt: z.exactOptional(moment),
  }),
);

const payment = exactly<PaymentRequest>()(
  z.strictObject({
    ...paymentMembers,
    number: ordinal,
    requestedAt: moment,
    requestedBy: word,
    askedIn: status,
    end: z.exactOptional(
      z.discriminatedUnion('how', [
        z.strictObject({ at: moment, how: z.literal('received'), receipt: word, office: word }),
        z.strictObject({ at: moment, how: z.literal('confirmed'), reference: word }),
        z.strictObject({ at: moment, how: z.literal('cancelled'), reason: word }),
      ]),
    ),
  }),
);

const delivery = exactly<Delivery>()(
  z.strictObject({
    shipment: ulidOf<ShipmentId>(),
    carrier: word,
    waybill: word,
    deliveredAt: z.exactOptional(moment),
    papers: z.exactOptional(papers),
    heldAt: z.exactOptional(moment),
    returnedAt: z.exactOptional(moment),
    awaited: z.exactOptional(z.literal(true)),
    takenInAt: z.exactOptional(moment),
    oldPapersStated: z.exactOptional(z.literal(true)),
    backTo: z.exactOptional(party),
    handedOn: z.exactOptional(z.literal(true)),
    voidedAt: z.exactOptional(moment),
    lostAt: z.exactOptional(moment),
  }),
);

const correction = exactly<Correction>()(
  z.strictObject({
    id: ulidOf<CorrectionId>(),
    what: z.enum(['applicant', 'scan']),
    fields: z.array(z.enum(correctedFields)),
    state: z.enum(correctionStates),
    at: moment,
  }),
);

/** The head of a dossier in today's form. Its scans lie beside it, an item each. */
export type StoredHead = Omit<Dossier, 'scans'>;

const head = exactly<StoredHead>()(
  z.strictObject({
    id: ulidOf<DossierId>(),
    version: ordinal,
    status,
    office: word,
    intakeMode,
    ...filingMembers,
    procedure,
    components: papers,
    circumstances,
    fees,
    registeredAt: moment,
    backEntry: z.exactOptional(
      z.strictObject({
        number: branded<TemporaryNumber>(),
        takenAt: moment,
        wasComplete: z.boolean(),
        enteredAt: moment,
      }),
    ),
    custody: z.array(holding),
    pouch: z.exactOptional(ulidOf<PouchId>()),
    slip: z.exactOptional(z.strictObject(slipMembers)),
    acceptance: z.exactOptional(z.strictObject(acceptanceMembers)),
    department: z.exactOptional(department),
    supplements: z.array(
      z.strictObject({ ...supplementMembers, receivedAt: z.exactOptional(moment) }),
    ),
    payments: z.exactOptional(z.array(payment)),
    extension: z.exactOptional(
      z.strictObject({ reason: word, previousDueAt: moment, extendedAt: moment }),
    ),
    prolongations: z.exactOptional(
      z.array(z.strictObject({ ...prolongationMembers, prolongedAt: moment })),
    ),
    stops: z.exactOptional(z.array(z.strictObject({ from: moment, to: z.exactOptional(moment) }))),
    ending: z.exactOptional(
      z.strictObject({
        why: z.enum([
          'reception-refused',
          'withdrawn',
          'department',
          'supplement-expired',
          'payment-expired',
        ]),
        reason: word,
        at: moment,
      }),
    ),
    flags: z.exactOptional(z.array(z.strictObject({ warning, at: moment, givenAt: moment }))),
    proposal: z.exactOptional(decision),
    assignments: z.array(assignment),
    decision: z.exactOptional(decision),
    warnings: z.exactOptional(words),
    guestOffice: z.exactOptional(word),
    corrections: z.array(correction),
    contactCorrectedAt: z.exactOptional(ordinal),
    chosenDelivery: z.exactOptional(z.strictObject({ ...chosenDeliveryMembers, chosenAt: moment })),
    delivery: z.exactOptional(delivery),
    earlierDeliveries: z.exactOptional(z.array(delivery)),
    pickUp: z.exactOptional(z.strictObject({ id: ulidOf<PickUpId>(), handedAt: moment })),
    oldPapers: z.exactOptional(
      z.strictObject({ since: moment, taken: papers, lost: papers, outstanding: papers }),
    ),
    authorisation: z.exactOptional(ulidOf<AuthorisationId>()),
    hold: z.exactOptional(z.strictObject({ reason: word, laidAt: moment, laidBy: word })),
    retention: z.exactOptional(
      z.strictObject({ endedAt: moment, filesErasedAt: z.exactOptional(moment) }),
    ),
  }),
);

/** The version in which heads are written today. */
export const headVersion: number = versionAfter(headSteps);

/** A head in today's form, whatever version it was written in. Throws on one it does not know. */
export const readHead = (version: unknown, stored: unknown): StoredHead =>
  head.parse(upcast('head of a dossier', headSteps, { version, stored: stored as Stored }));

const person = { name: word, address: word };

export const applicant = exactly<Applicant>()(
  z.strictObject({
    ...person,
    personalNumber: word,
    phone: z.exactOptional(word),
    email: z.exactOptional(word),
    owner: z.exactOptional(
      z.strictObject({
        ...person,
        kind: z.enum(['person', 'organisation']),
        number: z.exactOptional(word),
      }),
    ),
  }),
);
