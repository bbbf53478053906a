import { replayed } from '#domain/history/replay.ts';
import { erased, type KeptEvent } from '#domain/history/sealed-text.ts';
import type { TextClass } from '#domain/sight/text-class.ts';
import type { TextPath } from '#domain/sight/text-path.ts';
import type { Dossier } from '../dossier.ts';
import type { DossierEvent } from '../dossier-event.ts';

export interface Erasing {
  readonly kept: TextClass;
  /** Those beside which such texts lie. */
  readonly events: readonly KeptEvent[];
  /** The whole history, texts and all. */
  readonly history: readonly DossierEvent[];
}

/** The parts of a head in which texts stand. */
type Part =
  TextPath<Dossier> extends infer P
    ? P extends `${infer Member}.${string}`
      ? Member & keyof Dossier
      : P & keyof Dossier
    : never;

/** Whoever gives a head another text is asked for its part here. */
const parts: { readonly [P in Part]: true } = {
  circumstances: true,
  warnings: true,
  supplements: true,
  payments: true,
  extension: true,
  prolongations: true,
  ending: true,
  proposal: true,
  decision: true,
  assignments: true,
  hold: true,
  chosenDelivery: true,
};

/** The dossier as its history makes it once the texts are gone; everything else of it stays as it is. */
export const withoutErased = (dossier: Dossier, { kept, events, history }: Erasing): Dossier => {
  const gone = new Map(
    events.map(({ written, texts }) => [
      written.version,
      texts.filter((text) => text.kept === kept),
    ]),
  );
  const made = replayed(
    history.map((event) => ({
      ...event,
      fact: erased(event.fact, gone.get(event.version) ?? []),
    })),
  );
  return { ...dossier, ...picked(made) };
};

const picked = (made: Dossier | undefined): Partial<Dossier> =>
  Object.fromEntries(Object.entries(made ?? {}).filter(([member]) => Object.hasOwn(parts, member)));
