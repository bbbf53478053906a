import { askedOf, type Limit, limitsOf } from '#domain/limits/limits.ts';
import type { Thresholds, WatchRules } from '#domain/limits/thresholds.ts';
import { everyWarning, type Warning, warnings } from '#domain/limits/warnings.ts';
import { done } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, plusDays } from '#domain/time/vietnam-time.ts';
import type { Dossier } from '../dossier.ts';
import type { DecidedFact } from '../handing.ts';
import { departmentOf } from '../required.ts';
import type { Decision } from './step.ts';

/** Every warning that is due of a dossier now and was not given yet; a repeat finds none. */
export const flagLimits = (dossier: Dossier, thresholds: Thresholds): Decision =>
  done(
    limitsOf(dossier).flatMap((limit): readonly DecidedFact[] => {
      const warning = dueOf(limit, thresholds);
      if (!warning) return [];
      const { office, department, slip } = dossier;
      const agency = department?.agency ?? slip?.agency;
      const flag = { type: 'limit-flagged', warning, at: limit.at, office } as const;
      return [{ ...flag, ...(agency !== undefined && { agency }) }];
    }),
  );

/** The last of the limit's warnings whose moment has come: what is overdue is not said to be due soon. */
const dueOf = ({ kind, at, state }: Limit, thresholds: Thresholds): Warning | undefined => {
  const due = everyWarning.filter(
    (warning) => warnings[warning].of === kind && at < thresholds[warning],
  );
  const last = due.at(-1);
  return last === state || (state !== 'running' && last === warnings[state].after)
    ? undefined
    : last;
};

/** What every dossier may still have to say: that there is a result, that it comes, that it came. */
const keptForTheEnd = 3;

/**
 * Whether the citizen is reminded of a last day that is near. Once; not so soon after the request that it
 * says nothing new; and only while the messages that it was `told` leave room for its end.
 */
export const remind = (
  dossier: Dossier,
  told: number,
  rules: WatchRules,
): readonly DecidedFact[] => {
  const asked = askedOf(dossier);
  if (!asked) return [];
  const isFresh = isAskedLate(asked.since, plusDays(asked.by, -rules.remindDays));
  if (isFresh || told + 1 + keptForTheEnd > rules.smsPerDossier) return [];
  const { agency } = departmentOf(dossier);
  return [{ type: 'citizen-reminded', of: asked.what, agency, by: asked.by }];
};

const isAskedLate = (since: Instant, reminder: ReturnType<typeof dayOf>): boolean =>
  dayOf(since) >= plusDays(reminder, -1);
