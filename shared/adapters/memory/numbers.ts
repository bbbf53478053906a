import {
  type NumberSeries,
  numbersToCheck,
  takeFrom,
  usedByOthers,
} from '#domain/identifiers/number-series.ts';
import type { Clock } from '#ports/clock.ts';
import type { Numbers } from '#ports/numbers.ts';

const none: NumberSeries = { given: 0, held: [] };

/** Series in memory, for tests of use cases. */
export const makeMemoryNumbers = (
  clock: Pick<Clock, 'now'>,
  contents: Map<string, NumberSeries> = new Map(),
): Numbers => ({
  take: async ({ series: name, holder, bearerOf }) => {
    const now = clock.now();
    const asked = numbersToCheck(contents.get(name) ?? none, holder, now);
    const used = await usedByOthers(asked, holder, bearerOf);
    // From here to the write nothing waits: what others did meanwhile is in it.
    const series = contents.get(name) ?? none;
    const taking = takeFrom(series, holder, now, used);
    if (taking.from === 'own') return taking.number;
    const number = taking.from === 'lost' ? taking.lost.number : series.given + 1;
    const gone = new Set([holder, ...taking.settled.map((each) => each.holder)]);
    if (taking.from === 'lost') gone.add(taking.lost.holder);
    contents.set(name, {
      given: Math.max(series.given, number),
      held: [
        ...series.held.filter((each) => !gone.has(each.holder)),
        { holder, number, since: now },
      ],
    });
    return number;
  },
  stateOf: async (name) => contents.get(name) ?? none,
});
