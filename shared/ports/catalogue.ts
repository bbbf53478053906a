import type { Agency } from '#domain/catalogue/agency.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What the province lays down, as it is on a day: entries have effective dates. */
export interface Catalogue {
  /** The version in force on that day. */
  procedure(code: string, day: VietnamDay): Procedure | undefined;
  /** Any version that ever was: a running dossier keeps the version of its acceptance. */
  procedureVersion(code: string, version: string): Procedure | undefined;
  search(query: string, day: VietnamDay): readonly Procedure[];
  office(id: string): PostOffice | undefined;
  agency(id: string): Agency | undefined;
  /** The agency that settles the procedure on that day, for an applicant served by that post office. */
  ownerOf(procedure: Procedure, day: VietnamDay, office: PostOffice): Agency | undefined;
  codeTemplate(agency: Agency, day: VietnamDay): string;
}
