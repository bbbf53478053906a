import * as z from 'zod';
import { verdicts } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { holder, moment, papers, party, sha256Hex, ulidOf, word } from '../shapes.ts';

const pouch = ulidOf<PouchId>();
const shipment = ulidOf<ShipmentId>();
/** What goes along, by the holder who gives it. */
const papersByHolder = z.array(z.strictObject({ from: party, papers }));
/** What changes hands at a counter, by the hand that it comes out of. */
const papersByHand = z.array(z.strictObject({ from: holder, papers }));
const receiver = z.enum(['self', 'authorised']);

/** Which papers changed hands, and which were not there. */
export const custodyFacts = [
  z.strictObject({ type: z.literal('papers-packed'), pouch }),
  z.strictObject({ type: z.literal('papers-unpacked'), pouch }),
  z.strictObject({
    type: z.literal('papers-counted'),
    pouch,
    from: party,
    to: holder,
    verdict: z.enum(verdicts),
    found: papers,
    extra: papers,
    giver: word,
    receiver: word,
    remark: z.exactOptional(word),
  }),
  z.strictObject({ type: z.literal('papers-missed'), pouch, from: party, papers }),
  z.strictObject({
    type: z.literal('papers-recovered'),
    papers,
    how: z.enum(['found', 'replaced']),
    at: party,
    giver: z.exactOptional(word),
  }),
  z.strictObject({
    type: z.literal('papers-taken-back'),
    papers,
    office: word,
    shipment: z.exactOptional(shipment),
  }),
  z.strictObject({
    type: z.literal('papers-given-back'),
    papers,
    office: word,
    signatureSha256: word,
  }),
  z.strictObject({
    type: z.literal('old-papers-reported'),
    to: holder,
    taken: papers,
    lost: papers,
    outstanding: papers,
    shipment: z.exactOptional(shipment),
  }),
] as const;

/** The way of a result, or of papers that go home, to the citizen. */
export const parcelFacts = [
  z.strictObject({
    type: z.literal('result-dispatched'),
    shipment,
    carrier: word,
    waybill: word,
    papers: z.exactOptional(papersByHolder),
  }),
  z.strictObject({ type: z.literal('result-delivered'), shipment, deliveredAt: moment }),
  z.strictObject({ type: z.literal('result-held'), shipment, heldAt: moment }),
  z.strictObject({
    type: z.literal('result-returned-to-agency'),
    shipment,
    returnedAt: moment,
    awaited: z.exactOptional(z.literal(true)),
  }),
  z.strictObject({
    type: z.literal('papers-dispatched'),
    shipment,
    carrier: word,
    waybill: word,
    papers: papersByHolder,
    backTo: party,
  }),
  z.strictObject({ type: z.literal('papers-delivered'), shipment, deliveredAt: moment }),
  z.strictObject({ type: z.literal('papers-held'), shipment, heldAt: moment }),
  z.strictObject({
    type: z.literal('papers-came-back'),
    shipment,
    returnedAt: moment,
    awaited: z.exactOptional(z.literal(true)),
  }),
  z.strictObject({
    type: z.literal('papers-picked-up'),
    pickUp: ulidOf<PickUpId>(),
    receiver,
    handedAt: moment,
    proofSha256: sha256Hex,
    papers: papersByHand,
  }),
  z.strictObject({
    type: z.literal('parcel-time-corrected'),
    shipment,
    end: z.enum(['deliveredAt', 'returnedAt']),
    at: moment,
  }),
  z.strictObject({
    type: z.literal('result-picked-up'),
    pickUp: ulidOf<PickUpId>(),
    receiver,
    handedAt: moment,
    proofSha256: sha256Hex,
    papers: z.exactOptional(papersByHand),
  }),
] as const;
