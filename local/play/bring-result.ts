import type { Client } from './client.ts';
import { eventually } from './tour/narrator.ts';

interface Hands {
  /** Of the agency that has the result. */
  readonly officer: Client;
  readonly courier: Client;
  /** At the counter where the citizen fetches it. */
  readonly clerk: Client;
}

interface Contents {
  readonly dossierIds?: readonly string[];
  readonly returnOrderIds?: readonly string[];
  readonly office: string;
}

/** The result of one dossier: {@link bringResults}. */
export const bringResult = (hands: Hands, dossierId: string, office?: string): Promise<void> =>
  bringResults(hands, [dossierId], office);

/**
 * Results go from their agency to the post office in a sealed pouch, counted and signed by both
 * sides: a counter hands over only what lies there.
 */
export const bringResults = async (
  hands: Hands,
  dossierIds: readonly string[],
  office = 'bd-vi-thanh',
): Promise<void> => {
  await bringPouch(hands, { dossierIds, office });
  const { clerk } = hands;
  for (const dossierId of dossierIds)
    await eventually('the result at the counter', async () => {
      const read = { params: { dossierId } };
      const { papers } = await clerk.call('GET /v1/dossiers/{dossierId}/papers', read);
      const result = papers.find(({ id }) => id === 'ket-qua');
      return result?.holder.kind === 'office' || undefined;
    });
};

/** The same of return orders, whose results were made elsewhere; answers the pouch. */
export const bringOrders = async (
  hands: Hands,
  returnOrderIds: readonly string[],
  office = 'bd-vi-thanh',
): Promise<string> => {
  const pouchId = await bringPouch(hands, { returnOrderIds, office });
  for (const returnOrderId of returnOrderIds)
    await eventually('the order’s result at the post office', async () => {
      const read = { params: { returnOrderId } };
      const { holder } = await hands.clerk.call('GET /v1/return-orders/{returnOrderId}', read);
      return holder.kind === 'office' || undefined;
    });
  return pouchId;
};

const bringPouch = async (
  { officer, courier, clerk }: Hands,
  { dossierIds = [], returnOrderIds = [], office }: Contents,
): Promise<string> => {
  const to = { kind: 'office', id: office } as const;
  const { pouchId } = await officer.call('POST /v1/pouches', { body: { to } });
  const params = { pouchId };
  const sealNumber = `NP-${pouchId.slice(-8)}`;
  for (const dossierId of dossierIds)
    await officer.call('POST /v1/pouches/{pouchId}/pack', { params, body: { dossierId } });
  for (const returnOrderId of returnOrderIds)
    await officer.call('POST /v1/pouches/{pouchId}/pack-order', {
      params,
      body: { returnOrderId },
    });
  await officer.call('POST /v1/pouches/{pouchId}/seal', { params, body: { sealNumber } });
  await courier.call('POST /v1/pouches/{pouchId}/take', { params, body: { sealNumber } });
  const verdict = 'complete' as const;
  const { countNo = 0 } = await clerk.call('POST /v1/pouches/{pouchId}/count', {
    params,
    body: {
      isSealIntact: true,
      lines: dossierIds.map((dossierId) => ({ dossierId, verdict })),
      orders: returnOrderIds.map((returnOrderId) => ({ returnOrderId, verdict })),
    },
  });
  const signing = { params, body: { countNo } };
  await courier.call('POST /v1/pouches/{pouchId}/sign', signing);
  await clerk.call('POST /v1/pouches/{pouchId}/sign', signing);
  return pouchId;
};
