import type { Channel } from '#domain/catalogue/channel.ts';
import { feesDue } from '#domain/catalogue/fees-due.ts';
import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { Procedure, ProcedureCase } from '#domain/catalogue/procedure.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Circumstances, DataBaseCheck } from './circumstances.ts';
import type { FeesTaken } from './dossier.ts';

/** What is told at the counter. */
export interface CircumstancesTold {
  readonly case?: string | undefined;
  readonly incident?: string | undefined;
  readonly agreement?: string | undefined;
  /** Ids of components that were looked up. */
  readonly fromDataBase?: readonly string[] | undefined;
  readonly fees: FeesTold;
}

export interface FeesTold {
  /** Whole đồng; absent: what the catalogue asks. */
  readonly stateFeesVnd?: number | undefined;
  readonly postageVnd: number;
  /** Why the clerk takes another sum. */
  readonly reason?: string | undefined;
  readonly pages?: number | undefined;
  readonly copies?: number | undefined;
}

interface Filed {
  readonly channel: Channel;
  readonly intakeMode: IntakeMode;
  readonly commune: string | undefined;
  readonly clerk: string;
  readonly at: Instant;
}

/** How a filing is recorded, or what of it cannot be so. */
export const circumstancesOf = (
  procedure: Procedure,
  told: CircumstancesTold,
  filed: Filed,
): Outcome<{ readonly circumstances: Circumstances; readonly fees: FeesTaken }> => {
  const refused = unknownCase(procedure, told.case) ?? unagreed(procedure, told, filed);
  if (refused) return refused;
  const lookedUp = lookUps(procedure, told, filed);
  if (!lookedUp.ok) return lookedUp;
  const taken = feesTaken(procedure, told.fees, filed);
  if (!taken.ok) return taken;
  const { fees, ownSum } = taken.value;
  const circumstances = {
    ...(filed.commune !== undefined && { commune: filed.commune }),
    ...(told.case !== undefined && { case: told.case }),
    ...(told.incident !== undefined && { incident: told.incident }),
    ...(told.agreement !== undefined && { agreement: told.agreement }),
    ...(lookedUp.value.length > 0 && { fromDataBase: lookedUp.value }),
    ...(ownSum && { ownSum }),
  };
  return done({ circumstances, fees });
};

/** The limit of the case: a house has seven days where other works have ten (NĐ 217/2026 art. 54). */
export const ruleOfCase = (
  { timeRule, cases = [] }: Pick<Procedure, 'timeRule' | 'cases'>,
  id: string | undefined,
): TimeRule => cases.find((each) => each.id === id)?.timeRule ?? timeRule;

/** A case that must be named and is not, or that the procedure does not have. */
export const unknownCase = (
  { cases = [], chooseCase }: Pick<Procedure, 'cases' | 'chooseCase'>,
  id: string | undefined,
): Refused | undefined => {
  const isKnown = id === undefined ? !chooseCase : cases.some((each) => each.id === id);
  return isKnown ? undefined : refuse({ code: 'case-unknown', cases: cases.map(named) });
};

const named = ({ id, name }: ProcedureCase) => ({ id, name });

/** A result of the same day cannot come by post on that day: another day is agreed, and by whom is known. */
const unagreed = (
  procedure: Procedure,
  told: CircumstancesTold,
  { intakeMode }: Filed,
): Refused | undefined => {
  const isDueAtOnce = ruleOfCase(procedure, told.case).unit === 'same-day';
  return intakeMode === 'agent' && isDueAtOnce && told.agreement === undefined
    ? refuse({ code: 'agreement-missing', ground: 'TT 17/2017/TT-BTTTT điều 7(2)d' })
    : undefined;
};

const lookUps = (
  { components }: Procedure,
  { fromDataBase = [] }: CircumstancesTold,
  { clerk, at }: Filed,
): Outcome<readonly DataBaseCheck[]> => {
  const checks: DataBaseCheck[] = [];
  for (const component of new Set(fromDataBase)) {
    const dataBase = components.find(({ id }) => id === component)?.dataBase;
    if (dataBase === undefined) return refuse({ code: 'not-in-data-base', component });
    checks.push({ component, dataBase, lookedUpBy: clerk, lookedUpAt: at });
  }
  return done(checks);
};

const feesTaken = (
  procedure: Procedure,
  { stateFeesVnd, postageVnd, reason, pages, copies }: FeesTold,
  { channel, at }: Filed,
): Outcome<{ readonly fees: FeesTaken; readonly ownSum?: Circumstances['ownSum'] }> => {
  const { totalVnd, lacks } = feesDue(procedure, { channel, day: dayOf(at), pages, copies });
  const taken = stateFeesVnd ?? totalVnd;
  const fees = { stateFeesVnd: taken, postageVnd };
  if (taken === totalVnd && !lacks.includes('pages')) return done({ fees });
  return reason === undefined
    ? refuse({ code: 'fee-differs', computedVnd: totalVnd, takenVnd: taken, lacks })
    : done({ fees, ownSum: { computedVnd: totalVnd, reason } });
};
