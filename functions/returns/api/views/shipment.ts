import * as z from 'zod';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { outsides } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { AttemptPlan } from '#functions/returns/domain/attempts.ts';
import { flagsOf } from '#functions/returns/domain/flags.ts';
import { invitations } from '#functions/returns/domain/invitations.ts';
import { expectedBack, type Shipment } from '#functions/returns/domain/shipment.ts';

export const Collection = z
  .strictObject({
    /** Phí and lệ phí together, and of these lệ phí. */
    stateFeesVnd: shape.dongs,
    chargeVnd: shape.dongs.optional(),
    /** Cước and thu hộ together, and of these cước. */
    codVnd: shape.dongs,
    postageVnd: shape.dongs.optional(),
  })
  .refine((sums) => (sums.chargeVnd ?? 0) <= sums.stateFeesVnd, { error: 'part-above-whole' })
  .refine((sums) => (sums.postageVnd ?? 0) <= sums.codVnd, { error: 'part-above-whole' });

/** What the courier does next: deliver, invite again, or bring it back; never before the day. */
export const NextStep = z.object({
  step: z.enum(['deliver', 'invite-again', 'return-to-agency']),
  notBefore: z.string().optional(),
});

export const ShipmentView = z.object({
  shipmentId: shape.ulid,
  dossierId: shape.ulid.optional(),
  returnOrderId: shape.ulid.optional(),
  dossierCode: z.string(),
  carrier: z.string(),
  waybill: z.string(),
  recipient: z.object({ name: z.string(), phone: z.string().optional(), address: z.string() }),
  authorised: z.object({ name: z.string(), reference: z.string() }).optional(),
  collectOnDelivery: Collection.optional(),
  /** By name, as the label has them, and as the courier's report calls them. */
  takeBack: z.array(z.string()),
  oldPapers: z.array(z.object({ paper: z.string(), count: z.int() })),
  demandsOldPapers: z.boolean(),
  createdAt: shape.isoTime,
  announcement: z.enum(['open', 'accepted', 'refused']).optional(),
  state: z.string(),
  attempts: z.int(),
  /** Absent where a year has no working calendar yet. */
  attemptPlan: z
    .object({
      counted: z.array(shape.isoTime),
      /** Visits too soon after the one before: they count for nothing. */
      tooSoon: z.array(shape.isoTime),
      next: NextStep,
    })
    .optional(),
  deliveredAt: shape.isoTime.optional(),
  returnedAt: shape.isoTime.optional(),
  /** Told to have come back, and taken in by nobody: the carrier answers for it. */
  awaitedSince: shape.isoTime.optional(),
  takenInAt: shape.isoTime.optional(),
  pickUpId: shape.ulid.optional(),
  /** Huỷ nhãn, báo mất: the waybill is dead. */
  ended: z
    .object({ how: z.enum(['voided', 'lost']), at: shape.isoTime, reason: z.string() })
    .optional(),
  collected: Collection.optional(),
  anomalies: z.array(z.string()),
  events: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      rawCode: z.string(),
      occurredAt: shape.isoTime,
      recordedAt: shape.isoTime,
      /** Told of a time outside the parcel's life: kept, and moves nothing. */
      outOfLife: z.enum(outsides).optional(),
    }),
  ),
});

/** A shipment from outside: its events, and what follows from them. */
export const shipmentView = (
  shipment: Shipment,
  book: CalendarBook,
): z.output<typeof ShipmentView> => {
  const { state, attempts, deliveredAt, returnedAt, collected } = deliveryState(shipment.events);
  const kept = invitations(shipment.events, book);
  return {
    ...whose(shipment),
    createdAt: isoVietnam(shipment.createdAt),
    state,
    attempts,
    ...(kept.ok && { attemptPlan: planView(kept.value.plan) }),
    ...(deliveredAt !== undefined && { deliveredAt: isoVietnam(deliveredAt) }),
    ...(returnedAt !== undefined && { returnedAt: isoVietnam(returnedAt) }),
    ...(shipment.awaitedSince !== undefined && {
      awaitedSince: isoVietnam(shipment.awaitedSince),
    }),
    ...(shipment.takenIn && { takenInAt: isoVietnam(shipment.takenIn.at) }),
    ...(shipment.pickedUp && { pickUpId: shipment.pickedUp }),
    ...endOf(shipment),
    ...(collected && { collected }),
    anomalies: [...flagsOf(shipment, book)],
    events: shipment.events.map(({ id, kind, rawCode, occurredAt, recordedAt, outOfLife }) => ({
      id,
      kind,
      rawCode,
      occurredAt: isoVietnam(occurredAt),
      recordedAt: isoVietnam(recordedAt),
      ...(outOfLife && { outOfLife }),
    })),
  };
};

const endOf = ({ ended }: Shipment) =>
  ended ? { ended: { how: ended.how, at: isoVietnam(ended.at), reason: ended.reason } } : {};

const whose = (shipment: Shipment) => ({
  shipmentId: shipment.id,
  ...(shipment.dossierId && { dossierId: shipment.dossierId }),
  ...(shipment.returnOrder && { returnOrderId: shipment.returnOrder }),
  dossierCode: shipment.dossierCode,
  carrier: shipment.carrier,
  waybill: shipment.waybill,
  recipient: shipment.recipient,
  ...(shipment.authorised && { authorised: shipment.authorised }),
  ...(shipment.collectOnDelivery && { collectOnDelivery: shipment.collectOnDelivery }),
  takeBack: [...(shipment.takeBack ?? [])],
  oldPapers: expectedBack(shipment).map(({ paper, count }) => ({ paper, count })),
  demandsOldPapers: shipment.demandsOldPapers === true,
  ...(shipment.announcement && { announcement: shipment.announcement.state }),
});

const planView = ({ counted, tooSoon, next }: AttemptPlan) => ({
  counted: counted.map(isoVietnam),
  tooSoon: tooSoon.map(isoVietnam),
  next,
});
