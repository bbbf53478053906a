import type { Agency } from '#domain/catalogue/agency.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import { plusDays } from '#domain/time/vietnam-time.ts';
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
  ];
};

const faultsOfEnd = (agencies: Agencies, agency: Agency): readonly string[] => {
  const { id, effective, successor, takesDossiers } = agency;
  if (effective.to === undefined)
    return successor ? [`agency ${id} has a successor but no end`] : [];
  if (!successor) return [`agency ${id} ends without a successor`];
  const next = agencies.get(successor);
  if (!next) return [`agency ${id}: successor ${successor} is unknown`];
  if (!inForce(next, plusDays(effective.to, 1)))
    return [`agency ${id}: successor ${successor} is not in force the day after its end`];
  return takesDossiers && !next.takesDossiers
    ? [`agency ${id}: successor ${successor} takes no dossiers`]
    : [];
};

const faultsOfOffice = (agencies: Agencies, office: PostOffice): readonly string[] => {
  const { id, commune, agencyOfOneStop, intakeModes } = office;
  const oneStop = intakeModes.includes('onestop');
  return [
    ...(isCommune(agencies, commune) ? [] : [`post office ${id} lies in no commune`]),
    ...(oneStop && !agencyOfOneStop ? [`post office ${id}: one-stop of nobody`] : []),
    ...(agencyOfOneStop && !oneStop ? [`post office ${id}: a one-stop that takes nothing in`] : []),
    ...(agencyOfOneStop && !agencies.has(agencyOfOneStop)
      ? [`post office ${id}: one-stop of the unknown ${agencyOfOneStop}`]
      : []),
  ];
};

const isCommune = (agencies: Agencies, id: string): boolean =>
  agencies.get(id)?.level === 'commune';
