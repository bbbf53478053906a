import type { Client, Told } from '#local/play/client.ts';

/** As a count says it; what each is called is told, and not asked for. */
export type PaperCount = Omit<Pouch['lines'][number]['papers'][number], 'name'>;

export type Pouch = Told<'GET /v1/pouches/{pouchId}'>;

export interface CountedLine {
  readonly dossierId: string;
  readonly verdict: 'complete' | 'missing' | 'damaged' | 'wrong-department' | 'broken-seal';
  readonly isTaken?: boolean;
  readonly found?: readonly PaperCount[];
  readonly remark?: string;
}

/** Opens, packs and seals. */
export const sealed = async (
  clerk: Client,
  agency: string,
  dossierIds: readonly string[],
  sealNumber: string,
): Promise<Pouch> => {
  const to = { kind: 'agency', id: agency } as const;
  const { pouchId } = await clerk.call('POST /v1/pouches', { body: { to } });
  for (const dossierId of dossierIds)
    await clerk.call('POST /v1/pouches/{pouchId}/pack', {
      params: { pouchId },
      body: { dossierId },
    });
  return clerk.call('POST /v1/pouches/{pouchId}/seal', {
    params: { pouchId },
    body: { sealNumber },
  });
};

/** Both sides count and sign, the courier first. */
export const handedOver = async (
  { courier, receiver }: { readonly courier: Client; readonly receiver: Client },
  pouchId: string,
  count: { readonly lines: readonly CountedLine[]; readonly strays?: readonly string[] },
): Promise<Pouch> => {
  const counted = await receiver.call('POST /v1/pouches/{pouchId}/count', {
    params: { pouchId },
    body: { isSealIntact: true, ...count },
  });
  const { countNo = 0 } = counted;
  await receiver.refused(409, 'POST /v1/pouches/{pouchId}/sign', {
    params: { pouchId },
    body: { countNo },
  });
  await courier.call('POST /v1/pouches/{pouchId}/sign', { params: { pouchId }, body: { countNo } });
  return receiver.call('POST /v1/pouches/{pouchId}/sign', {
    params: { pouchId },
    body: { countNo },
  });
};
