import type { Staff } from '#domain/actor/actor.ts';
import type { SatisfactionRules } from '#domain/catalogue/satisfaction-rules.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { type Figures, figuresOf, shownOf } from '#functions/satisfaction/domain/figures.ts';
import {
  type Month,
  monthOf,
  type Rating,
  satisfactionRulesOn,
} from '#functions/satisfaction/domain/rating.ts';
import {
  emptyTally,
  type Place,
  summed,
  type Tally,
  tallyId,
} from '#functions/satisfaction/domain/tally.ts';
import { ratingKind, tallyKind } from '#functions/satisfaction/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly clock: Clock;
  readonly satisfactionRules: readonly SatisfactionRules[];
  readonly offices: readonly { readonly id: string }[];
}

export interface PlaceFigures extends Figures {
  readonly place: Place;
}

export interface ProvinceFigures {
  /** Of the offices that are shown; whoever subtracts them finds nothing left. */
  readonly whole: Figures;
  readonly offices: readonly PlaceFigures[];
  /** Offices with too few answers, and how many answers those are together. */
  readonly leftOut: { readonly offices: number; readonly answers: number };
}

/** Figures of a month that is over: of one that runs, each answer would show as it comes in. */
export const makeReadFigures = (deps: Deps) => ({
  /** A leader sees the own agency; a supervisor any. */
  of: async (actor: Staff, place: Place, month: Month): Promise<Outcome<PlaceFigures>> => {
    if (!maySee(actor, place)) return refuse({ code: 'figures-unknown' });
    const smallest = smallestIn(deps, month);
    if (!smallest.ok) return smallest;
    const tally = await tallyOf(deps, place, month);
    return done({ place, ...figuresOf(tally, smallest.value) });
  },
  /** What the province publishes, office by office. */
  province: async (month: Month): Promise<Outcome<ProvinceFigures>> => {
    const smallest = smallestIn(deps, month);
    if (!smallest.ok) return smallest;
    const tallies = await Promise.all(
      deps.offices.map(({ id }) => tallyOf(deps, { kind: 'office', id }, month)),
    );
    return done(ofProvince(tallies, smallest.value, month));
  },
});

/** What the dissatisfied wrote, of an office and month with enough answers; not whose it is, nor when. */
export const makeReadWords =
  ({
    ledger,
    index,
    ...deps
  }: Deps & { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (office: string, month: Month, ask: PageAsk): Promise<Outcome<Page<Rating>>> => {
    const smallest = smallestIn(deps, month);
    if (!smallest.ok) return smallest;
    const tally = await tallyOf({ ledger }, { kind: 'office', id: office }, month);
    if (tally.answers < smallest.value) return done({ items: [] });
    const { items, ...rest } = await index.listed(ratingKind, `${office}#${month}`, ask);
    const found = await Promise.all(items.map((id) => ledger.record(ratingKind, id)));
    return done({ ...rest, items: found.filter((rating) => rating !== undefined) });
  };

const maySee = (actor: Staff, { kind, id }: Place): boolean =>
  actor.role === 'supervisor' || (kind === 'agency' && actor.agency === id);

const smallestIn = (
  { clock, satisfactionRules }: Pick<Deps, 'clock' | 'satisfactionRules'>,
  month: Month,
): Outcome<number> => {
  const today = dayOf(clock.now());
  return month < monthOf(today)
    ? done(satisfactionRulesOn(satisfactionRules, today).smallest)
    : refuse({ code: 'month-open', month });
};

const tallyOf = async (
  { ledger }: Pick<Deps, 'ledger'>,
  place: Place,
  month: Month,
): Promise<Tally> =>
  (await ledger.record(tallyKind, tallyId(place, month))) ?? emptyTally(place, month);

const ofProvince = (tallies: readonly Tally[], smallest: number, month: Month): ProvinceFigures => {
  const shown = tallies.filter(({ answers }) => answers >= smallest);
  const parts = shown.map((tally) => shownOf(tally, smallest));
  const left = tallies.filter(({ answers }) => answers > 0 && answers < smallest);
  return {
    whole: figuresOf(summed({ kind: 'office', id: 'province' }, month, parts), smallest),
    offices: shown.map((tally) => ({ place: tally.place, ...figuresOf(tally, smallest) })),
    leftOut: {
      offices: left.length,
      answers: left.reduce((sum, { answers }) => sum + answers, 0),
    },
  };
};
