import type * as z from 'zod';
import { inForce } from '#domain/catalogue/effective.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import { procedureLookUp } from '../application/ask-procedures.ts';
import type { NoteMiss } from '../application/note-miss.ts';
import type { MissKind } from '../domain/question/miss.ts';
import type { contract } from './contract.ts';
import { summary } from './views.ts';

interface Deps {
  readonly province: Pick<Province, 'procedures' | 'elsewhere'>;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly noteMiss: NoteMiss;
}

type Search = typeof contract.searchProcedures;
type Query = z.output<Search['query']>;
type Found = z.output<Search['answers'][200]>;

/** What says so much of what the best one says is meant as much: the successor of what has ended. */
const asGoodAs = 0.7;

/** In people’s own words; what has ended is said to have, and is not offered. */
const makeMeantBy = (province: Deps['province']) => {
  const ask = procedureLookUp(province);
  return (question: string, day: VietnamDay, not: readonly string[]): Found => {
    const { candidates, elsewhere } = ask(question, day, not);
    const here = candidates.filter(({ procedure }) => inForce(procedure, day));
    const isMeant = here.some(({ share }) => share >= asGoodAs);
    const last = isMeant ? undefined : candidates[0]?.procedure;
    return {
      items: here.map(({ procedure, calledBy }) => ({ ...summary(procedure), calledBy })),
      ...(elsewhere && { elsewhere: { vi: elsewhere.vi, en: elsewhere.en } }),
      ...(last?.effective.to !== undefined && {
        ended: { ...summary(last), to: last.effective.to },
      }),
    };
  };
};

/** Whether what was found leads on: to a procedure, or to who does it. */
const leadsOn = ({ items, elsewhere, ended }: Found): boolean =>
  items.length > 0 || elsewhere !== undefined || ended !== undefined;

/** Why a question is noted, of which this came. */
const missOf = (found: Found, not: readonly string[], whole: boolean): MissKind | undefined => {
  if (not.length > 0) return 'not-meant';
  return whole && !leadsOn(found) ? 'nothing' : undefined;
};

/**
 * Tra cứu thủ tục. What is being typed is completed by the names that begin so; what is asked whole is understood
 * first, and noted where it leads nowhere or to nothing that is meant.
 */
export const makeSearch = ({ catalogue, clock, noteMiss, province }: Deps) => {
  const meantBy = makeMeantBy(province);
  const find = ({ q, whole }: Query, day: VietnamDay, not: readonly string[]): Found => {
    const named = not.length > 0 ? [] : catalogue.search(q, day).map(summary);
    if (named.length > 0 && !whole) return { items: named };
    const meant = meantBy(q, day, not);
    return leadsOn(meant) ? meant : { items: named };
  };
  return async (query: Query): Promise<Found> => {
    const not = query.not.split(',').filter(Boolean);
    const found = find(query, dayOf(clock.now()), not);
    const miss = missOf(found, not, query.whole !== undefined);
    if (miss) await noteMiss(query.q, miss);
    return found;
  };
};
