import { makeCatalogueShelf } from '#adapters/aws/s3/catalogue-shelf.ts';
import { bucketOf, type Surroundings } from '#adapters/aws/s3/objects.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import type { Province } from '#domain/catalogue/province.ts';
import type { CatalogueVersion } from '#domain/catalogue/publication.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import { makeCatalogueInForce } from './catalogue-in-force.ts';
import { makeProvinceCatalogue } from './province-catalogue.ts';

/** What a function is put together from: one publication, for the whole of a call. */
export interface InForce {
  readonly province: Province;
  readonly catalogue: Catalogue;
}

/** Makes something of the publication in force, and makes it again only when there is another. */
export type ByCatalogue = <Made>(make: (inForce: InForce) => Made) => () => Promise<Made>;

/** For a composition root: everything that follows from the published catalogue of this bucket. */
export const byCatalogueIn = (
  env: Surroundings & { readonly CATALOGUE_BUCKET: string },
  log: Log,
): ByCatalogue => {
  const inForce = makeCatalogueInForce({
    shelf: makeCatalogueShelf(bucketOf(env, env.CATALOGUE_BUCKET)),
    clock,
    sha256,
    onStale: (error) => log.warn(codes.catalogueStale, { error: errorFields(error) }),
  });
  return (make) => {
    let last:
      | { readonly version: CatalogueVersion; readonly made: ReturnType<typeof make> }
      | undefined;
    return async () => {
      const { version, province } = await inForce();
      if (last?.version !== version) {
        const catalogue = makeProvinceCatalogue(province, version);
        last = { version, made: make({ province, catalogue }) };
      }
      return last.made;
    };
  };
};
