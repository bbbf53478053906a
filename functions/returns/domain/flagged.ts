import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { deliveryFlags } from './flags.ts';
import type { DeliveryReview, Shipment } from './shipment.ts';

/**
 * `flagged`: to whom, or with what, it was handed over is to be looked into. `name-inexact`: nothing but that
 * the carrier writes names without their marks; kept apart, for a carrier may do so every day.
 */
export const openQuestions = ['flagged', 'name-inexact'] as const;
export type OpenQuestion = (typeof openQuestions)[number];

/** What nobody has looked into yet of how a parcel was handed over. */
export const openQuestion = (shipment: Shipment): OpenQuestion | undefined => {
  const flags = deliveryFlags(shipment);
  if (flags.length === 0 || shipment.reviewed?.events === shipment.events.length) return undefined;
  return flags.every((flag) => flag === 'receiver-name-inexact') ? 'name-inexact' : 'flagged';
};

/** Somebody has looked into it; news that comes later opens it again. */
export const review = (
  shipment: Shipment,
  word: Omit<DeliveryReview, 'events'>,
): Outcome<Shipment> => {
  if (!openQuestion(shipment)) return refuse({ code: 'delivery-not-flagged' });
  const reviewed = { ...word, events: shipment.events.length };
  return done({ ...shipment, version: shipment.version + 1, reviewed });
};
