import { useQuery } from '@tanstack/react-query';
import type { Ask, Given, RouteAt } from '#api/client.ts';
import { heard, type RouteName, type Told, type Trouble } from './ask.ts';
import type { Contracts } from './contracts.ts';
import { useDesk } from './staff.tsx';

/** What a screen has to draw: nothing yet, what came, or why nothing came. */
export type Reading<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: T; readonly again: () => void }
  | { readonly state: 'trouble'; readonly trouble: Trouble; readonly again: () => void };

type Asked<Name extends RouteName> = Given<Ask<RouteAt<Contracts, Name>>>;

/**
 * Reads a route once and keeps it. Nothing is read again by itself, for each reading of a dossier is
 * recorded: `again`, or `queryClient.invalidateQueries({ queryKey: [name] })` after a write of our own.
 */
export const useRead = <Name extends RouteName>(
  name: Name,
  ...asked: Asked<Name>
): Reading<Told<Name>> => {
  const { api, capacity } = useDesk();
  const query = useQuery({
    queryKey: [name, capacity.role, asked[0] ?? {}],
    queryFn: () => heard(api.call(name, ...asked) as Parameters<typeof heard<Told<Name>>>[0]),
  });
  const again = (): void => {
    void query.refetch();
  };
  if (!query.data || query.isRefetching) return { state: 'waiting' };
  return query.data.ok
    ? { state: 'here', value: query.data.body, again }
    : { state: 'trouble', trouble: query.data.trouble, again };
};
