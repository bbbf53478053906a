import { province } from '#data/province.ts';
import { type Agency, successorOn } from '#domain/catalogue/agency.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { searchProcedures } from '#domain/catalogue/search.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Catalogue } from '#ports/catalogue.ts';

const agencies: ReadonlyMap<string, Agency> = new Map(
  province.agencies.map((agency) => [agency.id, agency]),
);
const offices = new Map(province.postOffices.map((office) => [office.id, office]));

/** The catalogue over the province's data files. */
export const provinceCatalogue: Catalogue = {
  procedure: (code, day) =>
    province.procedures.find((entry) => entry.code === code && inForce(entry, day)),
  procedureVersion: (code, version) =>
    province.procedures.find((entry) => entry.code === code && entry.version === version),
  search: (query, day) => searchProcedures(province.procedures, query, day),
  office: (id) => offices.get(id),
  agency: (id) => agencies.get(id),
  ownerOf: ({ owner }, day, office) =>
    successorOn(agencies, owner === 'commune' ? office.commune : owner, day),
  codeTemplate: (_agency, day) => {
    const entry = province.codeTemplates.find((candidate) => inForce(candidate, day));
    if (!entry) throw new Error(`no template for dossier codes on ${day}`);
    return entry.template;
  },
  calendar: makeCalendarBook(province.calendars),
};
