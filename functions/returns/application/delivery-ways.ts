import { placeNamed } from '#application/delivery-place.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { ChosenDelivery } from '#domain/dossier/chosen-delivery.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  type DeliveryRules,
  handsOut,
  moreFor,
  type ShutReason,
  shutBecause,
  wishedAhead,
  withoutPost,
} from '#functions/returns/domain/choose-delivery.ts';
import type { Catalogue } from '#ports/catalogue.ts';

/** Where it could go, and what that costs above what was stated. */
export interface WayThere {
  readonly id: string;
  readonly name: string;
  /** Đồng. */
  readonly moreVnd: number;
}

/** What may be chosen for a dossier as it stands now, and what was chosen. */
export interface DeliveryWays {
  readonly dossierId: string;
  /** Why nothing can be chosen any more. */
  readonly shut?: ShutReason;
  /** The article by which the result is handed over in person alone. */
  readonly inPerson?: string;
  readonly home: { readonly id: string; readonly name: string };
  readonly chosen?: ChosenDelivery;
  /** What the chosen place is called. */
  readonly chosenName?: string;
  readonly offices: readonly WayThere[];
  readonly communes: readonly WayThere[];
  readonly days: { readonly from: VietnamDay; readonly until: VietnamDay };
}

type Names = Pick<Catalogue, 'office' | 'officesOn' | 'agency' | 'placesNamed'>;

/** Cách nhận kết quả: what may still be chosen, with what each place costs more; nothing where it is shut. */
export const deliveryWays = (
  dossier: Dossier,
  rules: DeliveryRules,
  names: Names,
): DeliveryWays => {
  const { today } = rules;
  const shut = shutBecause(dossier);
  const ground = withoutPost(rules.procedure);
  const { chosenDelivery: chosen, office: home } = dossier;
  const lists = shut ? { offices: [], communes: [] } : placesOf(dossier, rules, names);
  const isHome = ({ id }: WayThere): boolean => id === home;
  return {
    dossierId: dossier.id,
    ...(shut && { shut }),
    ...(ground !== undefined && { inPerson: ground }),
    home: { id: home, name: names.office(home)?.name ?? home },
    ...(chosen && {
      chosen,
      ...(chosen.to && { chosenName: placeNamed(chosen.to, names, today) }),
    }),
    offices: ground === undefined ? lists.offices : lists.offices.filter(isHome),
    communes: ground === undefined ? lists.communes : [],
    days: { from: today, until: plusDays(today, wishedAhead) },
  };
};

/** As one looks it up in a list. */
const byName = (a: WayThere, b: WayThere): number => a.name.localeCompare(b.name, 'vi');

const placesOf = (dossier: Dossier, rules: DeliveryRules, names: Names) => {
  const { today } = rules;
  const officeOf = ({ id, name }: PostOffice): WayThere => ({
    id,
    name,
    moreVnd: moreFor(dossier, { kind: 'office', office: id }, rules),
  });
  const communeOf = (place: string, agency: string): WayThere => ({
    id: agency,
    name: place,
    moreVnd: moreFor(dossier, { kind: 'address', commune: agency, address: '' }, rules),
  });
  return {
    offices: names
      .officesOn(today)
      .filter((office) => handsOut(office, today))
      .map(officeOf)
      .sort(byName),
    communes: names
      .placesNamed('', today)
      .flatMap(({ place, agencies }) => agencies.map((agency) => communeOf(place, agency)))
      .sort(byName),
  };
};
