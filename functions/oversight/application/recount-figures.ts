import { publishedEvent } from '#application/published-event.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { type FigureKey, figureText } from '#functions/oversight/domain/figures.ts';
import { raisedBy, type Step } from './project-figures.ts';

/** Counts anew, without any claim: each event is given once. */
export const recounting = () => {
  const counts = new Map<string, FigureKey & { readonly count: number }>();
  const add = (keys: readonly FigureKey[]): void => {
    for (const key of keys) {
      const id = `${key.name} ${key.unit} ${key.day}`;
      counts.set(id, { ...key, count: (counts.get(id)?.count ?? 0) + 1 });
    }
  };
  return {
    /** The whole history of one dossier. */
    dossier: async (history: readonly ChainedEvent[]): Promise<void> => {
      let before: Dossier | undefined;
      for (const event of history) {
        const step: Step = { before, after: evolve(before, event) };
        const published = publishedEvent(event);
        if (published) add(await raisedBy(published, async () => step));
        before = step.after;
      }
    },
    /** One event of a record. */
    record: async (event: PublishedEvent): Promise<void> =>
      add(
        await raisedBy(event, async () => {
          throw new Error(`${event.id} is of no dossier`);
        }),
      ),
    text: (): string => figureText([...counts.values()]),
  };
};
