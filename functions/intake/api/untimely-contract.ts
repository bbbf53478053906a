import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { temporaryNumber } from './offline-shapes.ts';
import { UntimelyLineView } from './views/untimely.ts';

const who = ['supervisor'] as const;

/** Nhập sau ngoài hạn: times off paper slips that lie outside their bounds. */
export const untimelyContract = {
  /** A page has the open slips of up to `limit` blocks; the block that waits longest first. */
  listUntimelyEntries: route({
    method: 'GET',
    path: '/v1/back-entries/untimely',
    who,
    reads: 'nothing-personal',
    summary:
      'Phiếu tạm nhập sau ngoài hạn · Slips with a time that cannot have been: what was told, why it was not taken in, and by whom',
    query: z.strictObject(shape.page),
    answers: { 200: z.object({ items: z.array(UntimelyLineView), next: z.string().optional() }) },
  }),
  /**
   * Takes it off the list. It moves nothing else: the papers come in under a time that can have been, or the slip
   * is made void. Another such time puts it back.
   */
  settleUntimelyEntry: route({
    method: 'POST',
    path: '/v1/back-entries/untimely/{number}/settlement',
    who,
    summary: 'Kết luận phiếu nhập sau ngoài hạn · What a supervisor has found out about the slip',
    idempotent: true,
    params: z.object({ number: temporaryNumber }),
    body: z.strictObject({ finding: shape.text(500) }),
    answers: { 200: UntimelyLineView },
    refuses: ['untimely-entry-settled', 'untimely-entry-unknown'],
  }),
} as const;
