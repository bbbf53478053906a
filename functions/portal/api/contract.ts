import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import {
  DriftReportView,
  driftCursor,
  NationalSyncPage,
  NationalSyncView,
} from './views/national-copy.ts';

const who = ['supervisor', 'leader'] as const;

/** Cổng Dịch vụ công quốc gia: whether its copies are right, and making them so. A leader: the own agency's. */
export const contract = {
  /**
   * Đối soát: `kind` of each line says what differs. A page is bounded in questions and in time;
   * `next` goes on from there.
   */
  readDrift: route({
    method: 'GET',
    path: '/v1/national-portal/drift',
    who,
    reads: 'nothing-personal',
    summary:
      'Đối soát với Cổng DVCQG · A day’s codes, compared field by field with the national copies',
    query: z.strictObject({
      /** Of the codes: the day of acceptance. */
      day: shape.vietnamDay,
      agency: shape.slug.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(25),
      after: driftCursor,
    }),
    answers: { 200: DriftReportView },
    refuses: ['agency-unknown', 'portal-unavailable', 'procedure-not-in-force'],
  }),
  /** Đồng bộ lại: marked pending, pushed within a minute. The same key does not push twice. */
  pushAgain: route({
    method: 'POST',
    path: '/v1/national-portal/pushes',
    who,
    summary: 'Đồng bộ lại · One dossier or those of a report, anew within a minute',
    idempotent: true,
    body: z.strictObject({ dossierIds: z.array(shape.ulid).min(1).max(25) }),
    answers: { 202: z.object({ items: z.array(NationalSyncView) }) },
    refuses: ['dossier-unknown'],
  }),
  /** What the portal said stands in each line, as it said it. */
  listRejected: route({
    method: 'GET',
    path: '/v1/national-portal/rejected',
    who,
    reads: 'nothing-personal',
    summary: 'Hồ sơ bị Cổng DVCQG từ chối · The oldest first, each with what the portal said',
    query: z.strictObject({ agency: shape.slug.optional(), ...shape.page }),
    answers: { 200: NationalSyncPage },
    refuses: ['agency-unknown'],
  }),
  /** Trạng thái đồng bộ; unknown until the dossier has a code. */
  readSync: route({
    method: 'GET',
    path: '/v1/national-portal/dossiers/{dossierId}',
    who,
    reads: { what: 'national-copy', of: 'path' },
    summary: 'Tình trạng đồng bộ của hồ sơ · How far its national copy has come',
    params: z.object({ dossierId: shape.ulid }),
    answers: { 200: NationalSyncView },
    refuses: ['national-copy-unknown'],
  }),
} as const;
