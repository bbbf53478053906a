import { useState } from 'react';

/** Pages by component, as they were counted in the hand. */
type Counted = Readonly<Record<string, number>>;

/** Kept in the tab: the cover sheets lie printed when the page is opened anew. */
export const useCounts = (dossierId: string) => {
  const place = `counts:${dossierId}`;
  const [counts, setCounts] = useState<Counted>(() =>
    JSON.parse(sessionStorage.getItem(place) ?? '{}'),
  );
  const put = (component: string, count: number): void => {
    const { [component]: _, ...others } = counts;
    const isCount = Number.isInteger(count) && count > 0;
    const next = isCount ? { ...others, [component]: count } : others;
    sessionStorage.setItem(place, JSON.stringify(next));
    setCounts(next);
  };
  return { counts, put };
};

export type Counts = ReturnType<typeof useCounts>;
