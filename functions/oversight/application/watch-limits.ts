import { type Deciding, decideOn } from '#application/deciding.ts';
import { countTold } from '#application/telling.ts';
import type { System } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { flagLimits, remind } from '#domain/dossier/steps/flag-limits.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import {
  type Thresholds,
  thresholdsAt,
  type WatchRules,
  watchRulesOn,
} from '#domain/limits/thresholds.ts';
import { everyWarning, type Warning } from '#domain/limits/warnings.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly calendars: Calendars;
  readonly watchRules: readonly WatchRules[];
}

export interface Watched {
  readonly given: readonly Warning[];
  /** Dossiers that could not be judged; the next run comes to them again. */
  readonly failed: readonly unknown[];
}

const worker: System = { kind: 'system', id: 'oversight/watch-limits' };
const atOnce = 100;
/** A run ends in time; what is left comes first in the next, because the lists are sorted by time. */
const pages = 5;

/**
 * Late in silence is impossible: each limit that has passed, or nearly so, is said once, in the dossier's own
 * history and to whoever answers for it. Each warning has its list, sorted by time, and what was said leaves
 * it: a run reads what is due and nothing else, however many dossiers there are.
 */
export const makeWatchLimits = (deps: Deps) => async (): Promise<Outcome<Watched>> => {
  const book = await deps.calendars.current();
  const now = deps.clock.now();
  const rules = watchRulesOn(deps.watchRules, dayOf(now));
  const thresholds = thresholdsAt(now, rules, book);
  if (!thresholds.ok) return refuse({ code: 'calendar-missing', year: thresholds.year });
  const judgements: Judgement[] = [];
  for (const warning of everyWarning)
    for await (const id of dueOf(deps.index, warning, thresholds.value))
      judgements.push(await judge({ ...deps, rules, thresholds: thresholds.value }, id));
  return done({
    given: judgements.flatMap(({ given = [] }) => given),
    failed: judgements.flatMap(({ failed }) => (failed === undefined ? [] : [failed])),
  });
};

/** What one run judges by. */
interface Watch extends Deps {
  readonly rules: WatchRules;
  readonly thresholds: Thresholds;
}

interface Judgement {
  readonly given?: readonly Warning[];
  readonly failed?: unknown;
}

/** One dossier that fails holds no other back. */
const judge = async (watch: Watch, id: DossierId): Promise<Judgement> => {
  try {
    return { given: await warn(watch, id) };
  } catch (error) {
    return { failed: error };
  }
};

const dueOf = async function* (
  index: DossierIndex,
  warning: Warning,
  thresholds: Thresholds,
): AsyncGenerator<DossierId> {
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const ask = { limit: atOnce, ...(after !== undefined && { after }) };
    const { items, next } = await index.unwarned(warning, thresholds[warning], ask);
    for (const { dossierId } of items) yield dossierId;
    if (next === undefined) return;
    after = next;
  }
};

/** The index may lag: the dossier itself says what is due. */
const warn = async (watch: Watch, dossierId: DossierId): Promise<readonly Warning[]> => {
  const written = await decideOn(
    watch,
    'flag-limits',
    { actor: worker, dossierId },
    ({ dossier }) => judged(watch, dossier),
    ({ change }) => change.events.map(({ fact }) => fact),
  );
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value.flatMap((fact) => (fact.type === 'limit-flagged' ? [fact.warning] : []));
};

const judged = async (
  { ledger, rules, thresholds }: Watch,
  dossier: Dossier,
): Promise<Decision> => {
  const flagged = flagLimits(dossier, thresholds);
  if (!flagged.ok || !flagged.value.some(isAnswerSoon)) return flagged;
  const told = countTold(await ledger.history(dossier.id));
  return done([...flagged.value, ...remind(dossier, told, rules)]);
};

const isAnswerSoon = (fact: DossierFact): boolean =>
  fact.type === 'limit-flagged' && fact.warning === 'answer-soon';
