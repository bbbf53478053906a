import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { type Series, withDone } from './series.ts';

/** Kept in the tab beside the intake: a reload goes on in the middle of a series. */
export const useSeries = () => {
  const { me, capacity } = useDesk();
  const place = `series:${me.id}:${capacity.office?.id ?? ''}`;
  const [series, setSeries] = useState<Series | undefined>(() => {
    const text = sessionStorage.getItem(place);
    return text === null ? undefined : JSON.parse(text);
  });
  // At once: the screen is gone before it is drawn again.
  const put = (next: Series): void => {
    sessionStorage.setItem(place, JSON.stringify(next));
    setSeries(next);
  };
  return {
    series,
    begin: put,
    markDone: (dossierId: string): void => {
      if (series) put(withDone(series, dossierId));
    },
  };
};
