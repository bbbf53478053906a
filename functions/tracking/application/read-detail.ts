import { openedBy } from '#application/citizen-session.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type Holder, heldBy } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import { explain } from '#domain/deadline/due-date.ts';
import { appointmentOf } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  type Appointment,
  appointments,
  type Milestone,
  milestones,
} from '#domain/dossier/progress.ts';
import { maskName, type PersonName } from '#domain/identifiers/person-name.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Delivery, deliveryState } from '#domain/shipment/delivery.ts';
import { sightAs } from '#domain/sight/reader.ts';
import { dossierSeenBy } from '#domain/sight/seen.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly seals: Seals;
  readonly clock: Clock;
}

interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** Papers in one hand, with what that hand is called. */
export interface Held {
  readonly holder: Holder['kind'];
  /** A post office or an agency. */
  readonly name: string;
  readonly papers: readonly Paper[];
}

/** What the citizen may know of the own dossier. No person is named but the applicant, masked. */
export interface Detail {
  readonly dossier: Dossier;
  /** `N. T. Ánh` */
  readonly applicant: string;
  readonly procedure: Procedure | undefined;
  readonly office: PostOffice | undefined;
  readonly agency: Agency | undefined;
  readonly way: readonly Milestone[];
  /** Absent while the term stands still, and where the law sets none. */
  readonly appointment?: Appointment;
  readonly earlierAppointments: readonly Appointment[];
  readonly whyThisDate: readonly Sentence[];
  readonly papers: readonly Held[];
  readonly parcel?: Delivery;
}

/** The dossier of a session, down to the room (TT 01/2018 art. 16, since replaced by TT 03/2025). */
export const makeReadDetail =
  (deps: Deps) =>
  async (token: string): Promise<Outcome<Detail>> => {
    const opened = await openedBy(deps, token);
    if (!opened.ok) return opened;
    const { ledger, catalogue } = deps;
    const stored = await ledger.load(opened.value);
    if (!stored) return refuse({ code: 'session-invalid' });
    const { applicant } = stored;
    const dossier = dossierSeenBy(sightAs('citizen'), stored.dossier);
    const { delivery, department, office, procedure, slip } = dossier;
    const agency = department?.agency ?? slip?.agency ?? '';
    const events = await ledger.history(dossier.id);
    const shipment = delivery && (await ledger.record(shipmentKind, delivery.shipment));
    const published = catalogue.procedureVersion(procedure.code, procedure.version);
    return done({
      dossier,
      applicant: maskName(applicant.name as PersonName),
      procedure: published,
      office: catalogue.office(office),
      agency: catalogue.agency(agency),
      way: milestones(events),
      ...datesOf(dossier, appointments(events)),
      whyThisDate: await whyThisDate(deps, dossier, published),
      papers: papersOf(catalogue, dossier),
      ...(shipment && { parcel: deliveryState(shipment.events) }),
    });
  };

/** Where every paper is, hand by hand: the custody machine's own record. */
const papersOf = (catalogue: Catalogue, { custody }: Dossier): readonly Held[] => {
  const hands = new Map(custody.map(({ holder }) => [JSON.stringify(holder), holder]));
  return [...hands.values()].map((holder) => ({
    holder: holder.kind,
    name: nameOf(catalogue, holder),
    papers: heldBy(custody, holder),
  }));
};

const nameOf = (catalogue: Catalogue, holder: Holder): string => {
  if (holder.kind === 'office' || holder.kind === 'courier')
    return catalogue.office(holder.id)?.name ?? holder.id;
  return holder.kind === 'agency' ? (catalogue.agency(holder.id)?.name ?? holder.id) : '';
};

/** While papers or money are asked for, the term stands still and no date holds. */
const datesOf = ({ status }: Dossier, dates: readonly Appointment[]) => {
  const waits = status === 'supplement-requested' || status === 'payment-requested';
  const current = waits ? undefined : dates.at(-1);
  return {
    ...(current && { appointment: current }),
    earlierAppointments: current ? dates.slice(0, -1) : dates,
  };
};

/** Counted again from what is recorded: acceptance, requests for papers or money and their fulfilment. */
const whyThisDate = async (
  { calendars }: Deps,
  dossier: Dossier,
  procedure: Procedure | undefined,
): Promise<readonly Sentence[]> => {
  if (!procedure) return [];
  const counted = appointmentOf(dossier, procedure, await calendars.current());
  if (!counted.ok) return [];
  const { dueAt, explanation } = counted.value;
  const steps = explanation.map((step) => ({ vi: explain(step, 'vi'), en: explain(step, 'en') }));
  const promised = dossier.acceptance?.dueAt;
  return dueAt === undefined || promised === undefined || promised === dueAt
    ? steps
    : [...steps, asPromised(formatInstant(promised))];
};

/** A calendar that changed later moves no promise (domain §10.15). */
const asPromised = (time: string): Sentence => ({
  vi: `Ngày hẹn có hiệu lực là ngày đã báo: ${time}`,
  en: `The date in force is the one that you were given: ${time}`,
});
