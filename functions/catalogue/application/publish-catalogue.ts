import type { Province } from '#domain/catalogue/province.ts';
import { type CatalogueVersion, publicationText } from '#domain/catalogue/publication.ts';
import type { CataloguePress } from '#ports/catalogue-shelf.ts';
import type { Clock } from '#ports/clock.ts';

interface Deps {
  readonly press: CataloguePress;
  readonly clock: Clock;
  readonly sha256: (text: string) => string;
}

/** A publication that is ready, compared with the one in force. */
export interface ReadyPublication {
  readonly version: CatalogueVersion;
  /** What is in force; undefined where nothing is. */
  readonly before: { readonly version: CatalogueVersion; readonly province: Province } | undefined;
  /**
   * Puts the text, then moves the pointer from the publication that this one was compared with; false:
   * somebody else has published since, and nothing has changed.
   */
  publish(): Promise<boolean>;
}

/** Compares validated data with what is in force; what follows from it the caller may see first. */
export const makePublishCatalogue =
  ({ press, clock, sha256 }: Deps) =>
  async (province: Province): Promise<ReadyPublication> => {
    const text = publicationText(province);
    const version = sha256(text);
    const read = await press.pointer();
    const from = read === 'unchanged' ? undefined : read;
    const before = from && (await press.text(from.pointer.version));
    return {
      version,
      before:
        from && before !== undefined
          ? { version: from.pointer.version, province: JSON.parse(before) as Province }
          : undefined,
      publish: async () => {
        await press.put(version, text);
        return press.move({ version, publishedAt: clock.now() }, from);
      },
    };
  };
