import { type AcceptanceDeps, type Route, routeOf } from '#application/acceptance.ts';
import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { nextSlipNumber } from '#application/lease-waybill.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import { ruleOfCase } from '#domain/dossier/circumstances-told.ts';
import type { Dossier, Slip } from '#domain/dossier/dossier.ts';
import { issueSlip } from '#domain/dossier/steps/handover.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  appointmentLimit,
  routeClassBetween,
  transitLimit,
} from '#functions/handover/domain/transit.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

export interface IssueSlip {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  /** Another agency than the procedure's: a department has sent the papers on. */
  readonly agency?: string | undefined;
}

export interface SlipIssued extends Slip {
  readonly dossierId: DossierId;
  readonly version: number;
}

export interface SlipDeps extends Deciding, AcceptanceDeps {
  readonly pools: readonly WaybillPool[];
}

/** Phiếu gửi hồ sơ: number, hand-over limit and provisional date, for the citizen to take home. */
export const makeIssueSlip = (deps: SlipDeps) => (request: IssueSlip) =>
  decideOnce<SlipIssued>(deps, request.idempotency, (now) => issuing(deps, request, now));

const issuing = async (
  deps: SlipDeps,
  request: IssueSlip,
  now: Instant,
): Promise<Outcome<Attempt<SlipIssued>>> => {
  const { actor, dossierId } = request;
  const found = await loadToAct(deps.ledger, 'issue-slip', actor, dossierId);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const route = addressedTo(deps, dossier, request.agency, now);
  if (!route.ok) return route;
  const unnumbered = await slipOf(deps, dossier, route.value, now);
  if (!unnumbered.ok) return unnumbered;
  // No number is taken for a slip that may not be issued.
  const may = issueSlip(dossier, { ...unnumbered.value, number: '' });
  if (!may.ok) return may;
  const number = await nextSlipNumber(deps, {
    // A dossier that is sent on gets another slip beside the one that it has.
    holder: `${dossierId}#${dossier.slip?.number ?? ''}`,
    bearerOf: (taken) => deps.ledger.findByCode(taken),
  });
  if (!number.ok) return number;
  const slip = { ...unnumbered.value, number: number.value };
  const facts = issueSlip(dossier, slip);
  if (!facts.ok) return facts;
  const write = writeOf(found.value, facts.value, { actor, now });
  return done({
    result: { dossierId, version: write.change.after.version, ...slip },
    commit: { dossiers: [write] },
  });
};

const addressedTo = (
  { catalogue }: SlipDeps,
  dossier: Dossier,
  other: string | undefined,
  now: Instant,
): Outcome<Route> => {
  const route = routeOf(catalogue, dossier, now);
  if (!route.ok || other === undefined) return route;
  const agency = catalogue.agency(other);
  return agency?.takesDossiers
    ? done({ ...route.value, agency })
    : refuse({ code: 'agency-unknown' });
};

const slipOf = async (
  { catalogue, seals, calendars }: SlipDeps,
  dossier: Dossier,
  { procedure, agency }: Route,
  now: Instant,
): Promise<Outcome<Omit<Slip, 'number'>>> => {
  const office = catalogue.office(dossier.office);
  if (!office) return refuse({ code: 'office-unknown' });
  const book = await calendars.current();
  const route = routeClassBetween(office, agency);
  const limit = transitLimit(now, route, book);
  if (!limit.ok) return refuse({ code: 'calendar-missing', year: limit.year });
  const appointment = appointmentLimit(now, route, book);
  if (!appointment.ok) return refuse({ code: 'calendar-missing', year: appointment.year });
  const rule = ruleOfCase(procedure, dossier.circumstances.case);
  const due = dueDate({ startedAt: limit.value, rule, book });
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  const { dueAt } = due.value;
  return done({
    agency: agency.id,
    issuedAt: now,
    handoverBy: limit.value,
    appointmentBy: appointment.value,
    ...(dueAt !== undefined && { provisionalDueAt: dueAt }),
    manifestHash: seals.sha256(manifestText(dossier.scans)),
  });
};
