import type { Agency } from '#domain/catalogue/agency.ts';
import type { FoundPlace } from '#domain/catalogue/find-places.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { CatalogueVersion } from '#domain/catalogue/publication.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What the province lays down, as it is on a day: entries have effective dates. */
export interface Catalogue {
  /** Names the publication that all this is read from. */
  readonly version: CatalogueVersion;
  /** The version in force on that day. */
  procedure(code: string, day: VietnamDay): Procedure | undefined;
  /** Any version that ever was: a running dossier keeps the version of its acceptance. */
  procedureVersion(code: string, version: string): Procedure | undefined;
  search(query: string, day: VietnamDay): readonly Procedure[];
  office(id: string): PostOffice | undefined;
  /** Post offices in force on that day, in the order of the data. */
  officesOn(day: VietnamDay): readonly PostOffice[];
  agency(id: string): Agency | undefined;
  /** What a place's name, old or new, means on that day; without words, today's communes. */
  placesNamed(words: string, day: VietnamDay): readonly FoundPlace[];
  /** The agency that settles the procedure on that day; of `commune` ones that commune's. */
  ownerOf(procedure: Procedure, day: VietnamDay, commune: string | undefined): Agency | undefined;
  /** Agencies whose one-stop may be meant by an address; one, where it is clear. */
  communesAt(address: string, day: VietnamDay): readonly string[];
  codeTemplate(agency: Agency, day: VietnamDay): string;
}
