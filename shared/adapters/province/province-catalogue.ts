import type { Agency } from '#domain/catalogue/agency.ts';
import type { CodeTemplate } from '#domain/catalogue/code-template.ts';
import { codeTemplateOn } from '#domain/catalogue/code-template.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { ownerOn } from '#domain/catalogue/owner.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { searchProcedures } from '#domain/catalogue/search.ts';
import type { Catalogue } from '#ports/catalogue.ts';

/** What the catalogue is made of. */
interface LaidDown {
  readonly procedures: readonly Procedure[];
  readonly agencies: readonly Agency[];
  readonly codeTemplates: readonly CodeTemplate[];
  readonly postOffices: readonly PostOffice[];
}

/** The catalogue over what the province lays down. */
export const makeProvinceCatalogue = ({
  procedures,
  agencies: allAgencies,
  codeTemplates,
  postOffices,
}: LaidDown): Catalogue => {
  const agencies: ReadonlyMap<string, Agency> = new Map(
    allAgencies.map((agency) => [agency.id, agency]),
  );
  const offices = new Map(postOffices.map((office) => [office.id, office]));
  return {
    procedure: (code, day) =>
      procedures.find((entry) => entry.code === code && inForce(entry, day)),
    procedureVersion: (code, version) =>
      procedures.find((entry) => entry.code === code && entry.version === version),
    search: (query, day) => searchProcedures(procedures, query, day),
    office: (id) => offices.get(id),
    agency: (id) => agencies.get(id),
    ownerOf: (procedure, day, office) => ownerOn(agencies, procedure, day, office.commune),
    codeTemplate: ({ level }, day) => {
      const template = codeTemplateOn(codeTemplates, level, day);
      if (!template) throw new Error(`no template for dossier codes on ${day}`);
      return template;
    },
  };
};
