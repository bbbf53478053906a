import type { Agency } from '#domain/catalogue/agency.ts';
import type { CodeTemplate } from '#domain/catalogue/code-template.ts';
import { codeTemplateOn } from '#domain/catalogue/code-template.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { findPlaces } from '#domain/catalogue/find-places.ts';
import { ownerOn } from '#domain/catalogue/owner.ts';
import { type Place, placesIn } from '#domain/catalogue/place.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { CatalogueVersion } from '#domain/catalogue/publication.ts';
import { searchProcedures } from '#domain/catalogue/search.ts';
import type { Catalogue } from '#ports/catalogue.ts';

/** Places that one answer names at most; who typed little types more. */
const mostPlaces = 30;

/** What the catalogue is made of. */
interface LaidDown {
  readonly procedures: readonly Procedure[];
  readonly agencies: readonly Agency[];
  readonly codeTemplates: readonly CodeTemplate[];
  readonly postOffices: readonly PostOffice[];
  readonly places: readonly Place[];
}

/** The catalogue over what the province lays down. */
export const makeProvinceCatalogue = (
  { procedures, agencies: allAgencies, codeTemplates, postOffices, places }: LaidDown,
  version: CatalogueVersion,
): Catalogue => {
  const agencies: ReadonlyMap<string, Agency> = new Map(
    allAgencies.map((agency) => [agency.id, agency]),
  );
  const offices = new Map(postOffices.map((office) => [office.id, office]));
  return {
    version,
    procedure: (code, day) =>
      procedures.find((entry) => entry.code === code && inForce(entry, day)),
    procedureVersion: (code, version) =>
      procedures.find((entry) => entry.code === code && entry.version === version),
    search: (query, day) => searchProcedures(procedures, query, day),
    office: (id) => offices.get(id),
    officesOn: (day) => postOffices.filter((office) => inForce(office, day)),
    agency: (id) => agencies.get(id),
    placesNamed: (words, day) => findPlaces(places, words, day, mostPlaces),
    ownerOf: (procedure, day, commune) => ownerOn(agencies, procedure, day, commune),
    communesAt: (address, day) => [
      ...new Set(placesIn(places, address, day).map(({ agency }) => agency)),
    ],
    codeTemplate: ({ level }, day) => {
      const template = codeTemplateOn(codeTemplates, level, day);
      if (!template) throw new Error(`no template for dossier codes on ${day}`);
      return template;
    },
  };
};
