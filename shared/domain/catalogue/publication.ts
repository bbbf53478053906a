import type { Instant } from '#domain/time/instant.ts';
import type { Province } from './province.ts';

/** SHA-256 of a publication's text, 64 hexadecimal digits: it names what a decision was made by. */
export type CatalogueVersion = string;

/**
 * Where publications lie. Another folder, filled before the code that reads it goes out, when the
 * form changes so that yesterday's code cannot read it.
 */
export const publicationFolder = 'v1/';

/** Says which publication is in force; the only key that is ever written again. */
export const pointerKey = `${publicationFolder}current.json`;

export const publicationKey = (version: CatalogueVersion): string =>
  `${publicationFolder}${version}.json`;

/** Which publication is in force, and since when. */
export interface CataloguePointer {
  readonly version: CatalogueVersion;
  readonly publishedAt: Instant;
}

/** What the province has published, and under which name. */
export interface PublishedCatalogue {
  readonly version: CatalogueVersion;
  readonly province: Province;
}

const ordered = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Members in the order of their names: what says the same in another order is the same text. */
export const orderedText = (value: unknown): string => JSON.stringify(value, ordered) ?? '';

/** The text of a publication, whose hash is its version. */
export const publicationText = (province: Province): string => orderedText(province);
