import type { Agency } from '#domain/catalogue/agency.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import type { Place } from '#domain/catalogue/place.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { ProvinceFiles } from '../province-files.ts';

type Agencies = ReadonlyMap<string, Agency>;

/** No dossier is left without an agency when one ends, and every office and place has its commune. */
export const agenciesAndPlaces = (files: ProvinceFiles): readonly string[] => {
  const agencies = new Map(files.agencies.map((agency) => [agency.id, agency]));
  return [
    ...files.agencies.flatMap((agency) => faultsOfEnd(agencies, agency)),
    ...files.postOffices.flatMap((office) => faultsOfOffice(agencies, office)),
    ...files.places
      .filter(({ agency }) => !isCommune(agencies, agency))
      .map(({ place }) => `place ${place} belongs to no commune`),
    ...faultsOfUnits(agencies, files.places),
  ];
};

const faultsOfEnd = (agencies: Agencies, agency: Agency): readonly string[] => {
  const { id, effective, successors = [] } = agency;
  if (effective.to === undefined)
    return successors.length > 0 ? [`agency ${id} has a successor but no end`] : [];
  if (successors.length === 0) return [`agency ${id} ends without a successor`];
  const next = plusDays(effective.to, 1);
  return successors.flatMap((successor) => faultsOfSuccessor(agencies, agency, successor, next));
};

const faultsOfSuccessor = (
  agencies: Agencies,
  { id, takesDossiers }: Agency,
  successor: string,
  day: VietnamDay,
): readonly string[] => {
  const next = agencies.get(successor);
  if (!next) return [`agency ${id}: successor ${successor} is unknown`];
  if (!inForce(next, day))
    return [`agency ${id}: successor ${successor} is not in force the day after its end`];
  return takesDossiers && !next.takesDossiers
    ? [`agency ${id}: successor ${successor} takes no dossiers`]
    : [];
};

/** Today's units and their agencies name each other; what was split stands with every part. */
const faultsOfUnits = (agencies: Agencies, places: readonly Place[]): readonly string[] => {
  const today = places.filter(({ formerly }) => !formerly);
  return [
    ...today
      .filter(({ agency, unitCode }) => agencies.get(agency)?.unitCode !== unitCode)
      .map(({ place }) => `place ${place} has another code than its agency`),
    ...[...agencies.values()]
      .filter(
        ({ id, level, effective }) =>
          level === 'commune' && !effective.to && !places.some(isOf(id)),
      )
      .map(({ id }) => `no place belongs to ${id}`),
    ...places
      .filter((each) => each.formerly?.split && !places.some(isOtherPartOf(each)))
      .map(({ place }) => `place ${place} was split, but has one part`),
  ];
};

const isOf = (id: string) => (place: Place) => place.agency === id && !place.formerly;

const isOtherPartOf =
  ({ place, agency }: Place) =>
  (other: Place) =>
    other.place === place && other.agency !== agency;

const faultsOfOffice = (agencies: Agencies, office: PostOffice): readonly string[] => {
  const { id, commune, agencyOfOneStop, intakeModes } = office;
  const oneStop = intakeModes.includes('onestop');
  return [
    ...(isCommune(agencies, commune) ? [] : [`post office ${id} lies in no commune`]),
    ...(oneStop && !agencyOfOneStop ? [`post office ${id}: one-stop of nobody`] : []),
    ...(office.boundaryFree?.agencies ?? [])
      .filter((each) => !agencies.has(each))
      .map((each) => `post office ${id} takes in for the unknown ${each}`),
    ...(agencyOfOneStop && !oneStop ? [`post office ${id}: a one-stop that takes nothing in`] : []),
    ...(agencyOfOneStop && !agencies.has(agencyOfOneStop)
      ? [`post office ${id}: one-stop of the unknown ${agencyOfOneStop}`]
      : []),
  ];
};

const isCommune = (agencies: Agencies, id: string): boolean =>
  agencies.get(id)?.level === 'commune';
