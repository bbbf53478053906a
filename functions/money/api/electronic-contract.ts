import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { ElectronicView } from './views/electronic.ts';

const who = ['supervisor'] as const;

/** Biên lai điện tử (NĐ 254/2026/NĐ-CP art. 22–27), beside the phiếu thu that they belong to. */
export const electronicRoutes = {
  /** `pending`: asked for and not there yet. `rejected`: the issuer has said no, `why` says what to mend. */
  listElectronicReceipts: route({
    method: 'GET',
    path: '/v1/electronic-receipts',
    who,
    reads: 'nothing-personal',
    summary: 'Biên lai điện tử chưa có hoặc bị từ chối · By the number of their phiếu thu',
    query: z.strictObject({
      state: z.enum(['pending', 'rejected']).default('rejected'),
      ...shape.page,
    }),
    answers: { 200: z.object({ items: z.array(ElectronicView), next: z.string().optional() }) },
  }),
  /** Once what was wrong is mended. It is looked up at the issuer first, so that none is issued twice. */
  retryElectronicReceipt: route({
    method: 'POST',
    path: '/v1/electronic-receipts/{receiptNumber}/retry',
    who,
    summary: 'Lập lại biên lai điện tử bị từ chối · Asked for again',
    idempotent: true,
    params: z.object({ receiptNumber: z.string().max(60) }),
    body: z.strictObject({}),
    answers: { 200: ElectronicView },
    refuses: ['electronic-receipt-not-rejected', 'electronic-receipt-unknown'],
  }),
} as const;
