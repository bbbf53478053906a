import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { heard } from '../api/ask.ts';
import { type Reading, useRead } from '../api/read.ts';
import { type Desk, useDesk } from '../api/staff.tsx';
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

const procedureQuery = ({ api }: Pick<Desk, 'api'>, code: string) =>
  queryOptions({
    queryKey: ['GET /v1/procedures/{code}', code],
    queryFn: () =>
      heard<ProcedureView>(api.call('GET /v1/procedures/{code}', { params: { code } })),
  });

/** A procedure as in force today; nothing is asked before there is a code. */
export const useProcedure = (code: string): Reading<ProcedureView> => {
  const query = useQuery({ ...procedureQuery(useDesk(), code), enabled: code !== '' });
  const again = (): void => {
    void query.refetch();
  };
  if (!query.data || query.isRefetching) return { state: 'waiting' };
  return query.data.ok
    ? { state: 'here', value: query.data.body, again }
    : { state: 'trouble', trouble: query.data.trouble, again };
};

/** Several procedures by code: all of them, or the first trouble with one. */
export const useProcedures = (
  codes: readonly string[],
): Reading<ReadonlyMap<string, ProcedureView>> => {
  const desk = useDesk();
  const queries = useQueries({
    queries: [...new Set(codes)].map((code) => procedureQuery(desk, code)),
  });
  const again = (): void => {
    for (const query of queries) if (!query.data?.ok) void query.refetch();
  };
  const answers = queries.map(({ data }) => data);
  const failed = answers.find((answer) => answer?.ok === false);
  if (failed?.ok === false) return { state: 'trouble', trouble: failed.trouble, again };
  const came = answers.flatMap((answer) => (answer?.ok ? [answer.body] : []));
  if (came.length < answers.length) return { state: 'waiting' };
  return { state: 'here', value: new Map(came.map((each) => [each.code, each])), again };
};
