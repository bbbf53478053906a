import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { findAssignment, stateOf } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { answerAssignment, type Opinion, takeAssignment } from '#domain/dossier/steps/answer.ts';
import { consult, planLegs } from '#domain/dossier/steps/assign.ts';
import { decide } from '#domain/dossier/steps/decide.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { hours, type Instant } from '#domain/time/instant.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { calendars } from '#test/support/plain-week.ts';
import { aDossier, aProcedure, monday9, officer, resultScan } from './dossiers.ts';

/** Consultations and legs of the dossier at `result-ready`, led by `officer`. */
export const rules = { procedure: aProcedure, book: makeCalendarBook(calendars) };
export const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
const twoDays: TimeRule = { unit: 'working-days', amount: 2, startPolicy: 'next-day' };
export const legs = [
  { agency: 'ct-xd', task: 'Xem quy hoạch', limit: twoDays },
  { agency: 'ct-ct', task: 'Xem lưới điện', limit: { ...twoDays, amount: 4 } },
  { agency: 'ct-vhttdl', task: 'Xem di tích', limit: { ...twoDays, amount: 3 } },
];
export const opinionScan = '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as ScanId;
export const agreed: Opinion = { outcome: 'agreed', opinion: 'Thống nhất' };
export const moment = (day: string, hour: number): Instant => at(day as VietnamDay, hour * 60);

export const apply = (dossier: Dossier, decision: Decision, now: Instant = monday9): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(dossier, dossier.id, decision.value, { actor: officer, now }).after;
};
export const and = (dossier: Dossier, ...facts: DossierFact[]): Dossier =>
  record(dossier, dossier.id, facts, { actor: officer, now: monday9 }).after;

export const asked = (procedure: Procedure = aProcedure) => {
  const dossier = aDossier('result-ready');
  return apply(dossier, consult(dossier, claim, { ...rules, procedure }, legs[0] ?? never()));
};
export const planned = (mode: 'sequential' | 'parallel') => {
  const dossier = aDossier('result-ready');
  return apply(dossier, planLegs(dossier, claim, rules, { mode, legs }));
};
export const never = (): never => {
  throw new Error('no such task');
};

const agencyOf = (dossier: Dossier, id: number) => findAssignment(dossier, id)?.agency ?? never();
export const taken = (dossier: Dossier, id: number, now: Instant = monday9): Dossier => {
  const agency = agencyOf(dossier, id);
  const by = { holder: agency, span: hours(1), now };
  return apply(dossier, takeAssignment(dossier, { id, agency }, by), now);
};
export const answer = (dossier: Dossier, id: number, now: Instant, opinion = agreed): Decision => {
  const agency = agencyOf(dossier, id);
  const leaseNo = findAssignment(dossier, id)?.leaseNo ?? 0;
  const own = { leaseNo, holder: agency, now };
  return answerAssignment(dossier, { id, agency }, own, rules, opinion);
};
export const answered = (
  dossier: Dossier,
  id: number,
  now = monday9,
  opinion = agreed,
): Dossier => {
  const held = taken(dossier, id, now);
  return apply(held, answer(held, id, now, opinion), now);
};
export const states = ({ assignments }: Dossier) => assignments.map(stateOf);
export const dueDates = ({ assignments }: Dossier) =>
  assignments.map(({ dueAt }) => (dueAt === undefined ? '—' : formatInstant(dueAt)));
export const decideNow = (
  dossier: Dossier,
  change: object = {},
  now: Instant = monday9,
): Decision =>
  decide(dossier, aProcedure, { ...claim, now }, { outcome: 'approved', resultScan, ...change });
