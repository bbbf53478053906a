import type { Province } from '#domain/catalogue/province.ts';
import type { PublishedCatalogue } from '#domain/catalogue/publication.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import { type Instant, type Milliseconds, seconds } from '#domain/time/instant.ts';
import { type CatalogueShelf, CatalogueUnavailable } from '#ports/catalogue-shelf.ts';
import type { Clock } from '#ports/clock.ts';

interface Deps {
  readonly shelf: CatalogueShelf;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
  /** Told of a check that failed while an earlier publication is still known and goes on. */
  readonly onStale: (error: unknown) => void;
}

/** How long a running function may decide by the publication before the last. */
export const checkedEvery: Milliseconds = seconds(30);

interface Held {
  readonly checkedAt: Instant;
  readonly tag: string;
  readonly catalogue: PublishedCatalogue;
}

/**
 * The publication in force: read at the first call, then the pointer is asked again at most every
 * {@link checkedEvery}. What is known stays in force while the shelf cannot be read, or holds what its
 * version does not name. Throws `CatalogueUnavailable` where nothing is known yet.
 */
export const makeCatalogueInForce = ({ shelf, clock, sha256, onStale }: Deps) => {
  let held: Held | undefined;
  let checking: Promise<Held> | undefined;

  // Also when the clock was set back, as a rehearsal's may be.
  const isFresh = ({ checkedAt }: Held): boolean =>
    Math.abs(clock.now() - checkedAt) < checkedEvery;

  const found = async (): Promise<Omit<Held, 'checkedAt'>> => {
    const read = await shelf.pointer(held?.tag);
    if (read === 'unchanged' && held) return held;
    if (!read || read === 'unchanged') throw new CatalogueUnavailable('nothing is published');
    return { tag: read.tag, catalogue: await publication(read.pointer.version) };
  };

  const check = async (): Promise<Held> => {
    const checkedAt = clock.now();
    try {
      return { ...(await found()), checkedAt };
    } catch (error) {
      if (!held) throw unavailable(error);
      onStale(error);
      return { ...held, checkedAt };
    }
  };

  const publication = async (version: string): Promise<PublishedCatalogue> => {
    const text = await shelf.text(version);
    if (text === undefined) throw new CatalogueUnavailable(`there is no publication ${version}`);
    if (sha256(text) !== version)
      throw new CatalogueUnavailable(`the publication ${version} has another text`);
    // Cast, not parsed: the hash says that these are the bytes that were validated when published.
    return { version, province: JSON.parse(text) as Province };
  };

  return async (): Promise<PublishedCatalogue> => {
    if (held && isFresh(held)) return held.catalogue;
    checking ??= check().finally(() => {
      checking = undefined;
    });
    held = await checking;
    return held.catalogue;
  };
};

const unavailable = (cause: unknown): CatalogueUnavailable =>
  cause instanceof CatalogueUnavailable
    ? cause
    : new CatalogueUnavailable('the published catalogue cannot be read', { cause });
