import type { Agency } from '#domain/catalogue/agency.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate, explain } from '#domain/deadline/due-date.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  type Appointment,
  appointments,
  type Milestone,
  milestones,
} from '#domain/dossier/progress.ts';
import { type Whereabouts, whereabouts } from '#domain/dossier/whereabouts.ts';
import { maskName, type PersonName } from '#domain/identifiers/person-name.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Delivery, deliveryState } from '#domain/shipment/delivery.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';
import type { Seals } from '#ports/seals.ts';
import { openedBy } from './session.ts';

interface Deps {
  readonly ledger: DossierLedger;
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly clock: Clock;
}

interface Sentence {
  readonly vi: string;
  readonly en: string;
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
  readonly papers: Whereabouts;
  readonly parcel?: Delivery;
}

/** The dossier of a session, down to the room (TT 01/2018 art. 16). */
export const makeReadDetail =
  (deps: Deps) =>
  async (token: string): Promise<Outcome<Detail>> => {
    const opened = await openedBy(deps, token);
    if (!opened.ok) return opened;
    const { ledger, catalogue } = deps;
    const stored = await ledger.load(opened.value);
    if (!stored) return refuse({ code: 'session-invalid' });
    const { dossier, applicant } = stored;
    const { delivery, department, office, procedure } = dossier;
    const events = await ledger.history(dossier.id);
    const shipment = delivery && (await ledger.record('shipment', delivery.shipment));
    const published = catalogue.procedureVersion(procedure.code, procedure.version);
    return done({
      dossier,
      applicant: maskName(applicant.name as PersonName),
      procedure: published,
      office: catalogue.office(office),
      agency: department && catalogue.agency(department.agency),
      way: milestones(events),
      ...datesOf(dossier, appointments(events)),
      whyThisDate: whyThisDate(catalogue, published, dossier),
      papers: whereabouts(dossier),
      ...(shipment && { parcel: deliveryState(shipment.events) }),
    });
  };

/** While papers are asked for, the term stands still and no date holds. */
const datesOf = ({ status }: Dossier, dates: readonly Appointment[]) => {
  const current = status === 'supplement-requested' ? undefined : dates.at(-1);
  return {
    ...(current && { appointment: current }),
    earlierAppointments: current ? dates.slice(0, -1) : dates,
  };
};

/** Counted again from what is recorded: acceptance, requests for papers and their fulfilment. */
const whyThisDate = (
  { calendar }: Catalogue,
  procedure: Procedure | undefined,
  { acceptance, supplements }: Dossier,
): readonly Sentence[] => {
  if (!procedure || !acceptance) return [];
  const counted = dueDate({
    startedAt: acceptance.acceptedAt,
    rule: procedure.timeRule,
    book: calendar,
    pauses: supplements.map(({ requestedAt, receivedAt }) => ({
      from: requestedAt,
      ...(receivedAt !== undefined && { to: receivedAt }),
    })),
  });
  if (!counted.ok) return [];
  const { dueAt, explanation } = counted.value;
  const steps = explanation.map((step) => ({ vi: explain(step, 'vi'), en: explain(step, 'en') }));
  const promised = acceptance.dueAt;
  return dueAt === undefined || promised === undefined || promised === dueAt
    ? steps
    : [...steps, asPromised(formatInstant(promised))];
};

/** A calendar that changed later moves no promise (domain §10.15). */
const asPromised = (time: string): Sentence => ({
  vi: `Ngày hẹn có hiệu lực là ngày đã báo: ${time}`,
  en: `The date in force is the one that you were given: ${time}`,
});
