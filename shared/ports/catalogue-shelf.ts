import type { CataloguePointer, CatalogueVersion } from '#domain/catalogue/publication.ts';

/** The pointer as it was read, and the mark of that reading. */
export interface ReadPointer {
  readonly pointer: CataloguePointer;
  readonly tag: string;
}

/** Where publications of the catalogue lie. */
export interface CatalogueShelf {
  /** `unchanged` where it still bears the tag; undefined where nothing was ever published. */
  pointer(known?: string): Promise<ReadPointer | 'unchanged' | undefined>;
  /** The text as it was put there; undefined where there is none of that version. */
  text(version: CatalogueVersion): Promise<string | undefined>;
}

/** The same for whoever publishes. */
export interface CataloguePress extends CatalogueShelf {
  /** Once: a text of that version that is there already stays. */
  put(version: CatalogueVersion, text: string): Promise<void>;
  /** Only from the pointer that was read (undefined: from none); false where it has moved since. */
  move(to: CataloguePointer, from: ReadPointer | undefined): Promise<boolean>;
}

/** No function can decide anything: nothing is published, or it cannot be read. */
export class CatalogueUnavailable extends Error {
  override readonly name = 'CatalogueUnavailable';
}
