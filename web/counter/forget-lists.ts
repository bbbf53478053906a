import type { QueryClient } from '@tanstack/react-query';
import type { RouteName } from '../api/ask.ts';

const lists: readonly RouteName[] = ['GET /v1/dossiers', 'GET /v1/call-list'];

/** After an act of our own: lists that are shown stay as they are, and are read anew where one goes next. */
export const forgetLists = (queries: QueryClient): void => {
  for (const name of lists)
    void queries.invalidateQueries({ queryKey: [name], refetchType: 'none' });
};
