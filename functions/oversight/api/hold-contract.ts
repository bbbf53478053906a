import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const who = ['supervisor'] as const;
const params = z.object({ dossierId: shape.ulid });
const body = z.strictObject({ reason: shape.text(500) });

export const HeldView = z.object({
  dossierId: shape.ulid,
  number: z.string(),
  procedure: z.string(),
  /** Absent once it was lifted. */
  hold: z.object({ reason: z.string(), laidAt: shape.isoTime, laidBy: z.string() }).optional(),
});

/** Lệnh giữ hồ sơ: what is held is not erased when its time of keeping is over. */
export const holdContract = {
  /** At any time; the agency’s people read the reason in the history, the citizen does not. */
  layHold: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/hold',
    who,
    summary: 'Ra lệnh giữ hồ sơ · Nothing of it is erased until another supervisor lifts it',
    idempotent: true,
    params,
    body,
    answers: { 200: HeldView },
    refuses: ['dossier-on-hold', 'dossier-unknown'],
  }),
  /** Not by who laid it: what was held may be erased the next night. */
  liftHold: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/hold/lift',
    who,
    summary: 'Bỏ lệnh giữ hồ sơ · By another supervisor than who laid it',
    idempotent: true,
    params,
    body,
    answers: { 200: HeldView },
    refuses: ['dossier-not-on-hold', 'dossier-unknown', 'hold-own'],
  }),
  /** The longest held first. */
  listHolds: route({
    method: 'GET',
    path: '/v1/holds',
    who,
    reads: 'nothing-personal',
    summary: 'Hồ sơ đang giữ · Why, since when and by whom',
    query: z.strictObject(shape.page),
    answers: { 200: z.object({ items: z.array(HeldView), next: z.string().optional() }) },
  }),
} as const;
