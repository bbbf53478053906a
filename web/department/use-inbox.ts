import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Heard, heard } from '../api/ask.ts';
import { type Desk, useDesk } from '../api/staff.tsx';
import { type InboxLine, type InboxTab, listsOf, type Pulse } from './inbox-tabs.ts';

const pulseMs = 15_000;

export interface Filter {
  readonly procedure: string;
  readonly dueBefore: string;
}

export const agencyOf = ({ capacity }: Desk): string => capacity.agency?.id ?? '';

/** How many lie where, asked while somebody looks; a new stamp renews the lists. */
export const usePulse = (): Pulse | undefined => {
  const desk = useDesk();
  const queries = useQueryClient();
  const agencyId = agencyOf(desk);
  const { data } = useQuery({
    queryKey: ['pulse', agencyId],
    queryFn: () =>
      heard(desk.api.call('GET /v1/departments/{agencyId}/inbox/pulse', { params: { agencyId } })),
    refetchInterval: pulseMs,
    refetchOnWindowFocus: 'always',
  });
  const pulse = data?.ok ? data.body : undefined;
  const stamp = useRef(pulse?.stamp);
  useEffect(() => {
    if (pulse && stamp.current !== undefined && stamp.current !== pulse.stamp)
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    if (pulse) stamp.current = pulse.stamp;
  }, [pulse, queries]);
  return pulse;
};

export interface InboxRead {
  readonly items: readonly InboxLine[];
  readonly isMore: boolean;
}

/** The lists of a tab, one after the other; a line cut in one is trouble with all. */
const readTab = async (
  { api }: Desk,
  agencyId: string,
  { tab, procedure, dueBefore, limit }: Filter & { readonly tab: InboxTab; readonly limit: number },
): Promise<Heard<InboxRead>> => {
  const items: InboxLine[] = [];
  let isMore = false;
  for (const list of listsOf(tab)) {
    let after: string | undefined;
    do {
      const query = {
        ...list,
        limit: Math.min(100, limit),
        ...(procedure && { procedure }),
        ...(dueBefore && { dueBefore }),
        ...(after !== undefined && { after }),
      };
      const page = await heard(
        api.call('GET /v1/departments/{agencyId}/inbox', { params: { agencyId }, query }),
      );
      if (!page.ok) return page;
      items.push(...page.body.items);
      after = page.body.next;
    } while (after !== undefined && items.length < limit);
    isMore ||= after !== undefined;
  }
  return { ok: true, body: { items, isMore } };
};

/** What was there stays until the new list has come. */
export const useInbox = (ask: Filter & { readonly tab: InboxTab; readonly limit: number }) => {
  const desk = useDesk();
  const agencyId = agencyOf(desk);
  const query = useQuery({
    queryKey: ['inbox', agencyId, ask],
    queryFn: () => readTab(desk, agencyId, ask),
    placeholderData: keepPreviousData,
  });
  return { read: query.data, again: () => void query.refetch() };
};

/** The others that one holds, the most urgent first: what comes after this one. */
export const nextHeld = async (desk: Desk, but: string): Promise<string | undefined> => {
  const ask = { tab: 'mine', procedure: '', dueBefore: '', limit: 20 } as const;
  const read = await readTab(desk, agencyOf(desk), ask);
  return read.ok
    ? read.body.items.find(({ dossierId }) => dossierId !== but)?.dossierId
    : undefined;
};

/** An hour for what was taken together; a dossier that is looked at is held on to. */
const leaseSeconds = 3_600;

export const pull = (
  desk: Desk,
  { max, dossierIds, key }: { max: number; dossierIds?: readonly string[]; key: string },
) =>
  heard(
    desk.api.call('POST /v1/departments/{agencyId}/inbox/pull', {
      params: { agencyId: agencyOf(desk) },
      body: { max, leaseSeconds, ...(dossierIds && { dossierIds }) },
      key,
    }),
  );
