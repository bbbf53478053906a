import type { Client } from '#local/play/client.ts';

export interface PaperCount {
  readonly id: string;
  readonly copyKind: string;
  readonly count: number;
}

export interface Pouch {
  readonly pouchId: string;
  readonly state: string;
  readonly countNo?: number;
  readonly countBy?: string;
  readonly lines: readonly {
    readonly dossierId: string;
    readonly number: string;
    readonly papers: readonly PaperCount[];
  }[];
  readonly signatures: Readonly<Record<string, { readonly name: string; readonly at: string }>>;
}

export interface CountedLine {
  readonly dossierId: string;
  readonly verdict: string;
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
  const to = { kind: 'agency', id: agency };
  const { pouchId } = await clerk.post<Pouch>('/v1/pouches', { to }, 201);
  for (const dossierId of dossierIds)
    await clerk.post(`/v1/pouches/${pouchId}/pack`, { dossierId });
  return clerk.post<Pouch>(`/v1/pouches/${pouchId}/seal`, { sealNumber });
};

/** Both sides count and sign, the courier first. */
export const handedOver = async (
  { courier, receiver }: { readonly courier: Client; readonly receiver: Client },
  pouchId: string,
  count: { readonly lines: readonly CountedLine[]; readonly strays?: readonly string[] },
): Promise<Pouch> => {
  const path = `/v1/pouches/${pouchId}`;
  const counted = await receiver.post<Pouch>(`${path}/count`, { isSealIntact: true, ...count });
  const { countNo } = counted;
  await receiver.post(`${path}/sign`, { countNo }, 409);
  await courier.post(`${path}/sign`, { countNo });
  return receiver.post<Pouch>(`${path}/sign`, { countNo });
};
