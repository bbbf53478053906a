import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { heard } from '../api/ask.ts';
import { type Reading, useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { useLanguage } from '../kit/react/language.tsx';
import type { ProcedureView } from './draft.ts';

/** Names of all procedures in force, by code; a code that has ended is its own name. */
export const useProcedureName = (): ((code: string) => string) => {
  const reading = useRead('GET /v1/procedures', { query: { q: '' } });
  const { language } = useLanguage();
  const items = reading.state === 'here' ? reading.value.items : undefined;
  return useMemo(() => {
    const names = new Map(
      items?.map(({ code, name, nameEn }) => [code, language === 'vi' ? name : nameEn]),
    );
    return (code) => names.get(code) ?? code;
  }, [items, language]);
};

/** A procedure as in force today; nothing is asked before there is a code. */
export const useProcedure = (code: string): Reading<ProcedureView> => {
  const { api } = useDesk();
  const query = useQuery({
    queryKey: ['GET /v1/procedures/{code}', code],
    queryFn: () =>
      heard<ProcedureView>(api.call('GET /v1/procedures/{code}', { params: { code } })),
    enabled: code !== '',
  });
  const again = (): void => {
    void query.refetch();
  };
  if (!query.data || query.isRefetching) return { state: 'waiting' };
  return query.data.ok
    ? { state: 'here', value: query.data.body, again }
    : { state: 'trouble', trouble: query.data.trouble, again };
};
