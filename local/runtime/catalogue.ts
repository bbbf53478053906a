import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCataloguePress } from '#adapters/aws/s3/catalogue-shelf.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { makePublishCatalogue } from '#functions/catalogue/application/publish-catalogue.ts';
import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import type { LocalAccount } from './functions.ts';

interface Shelf {
  readonly deployment: Deployment;
  readonly account: LocalAccount;
  /** Where the object store answers. */
  readonly s3: string;
}

/**
 * Puts the catalogue of the assembly in force, as `npm run data:publish` does: a local stack decides by
 * the data of its sources. An assembly without one, or without a bucket for it, is left as it is.
 */
export const publishAssembly = async (
  { directory }: { readonly directory: string },
  { deployment, account, s3 }: Shelf,
): Promise<void> => {
  const file = join(directory, 'catalogue.json');
  const bucket = deployment
    .of('AWS::S3::Bucket')
    .find(({ logicalId }) => logicalId.startsWith('Catalogue'));
  if (!bucket || !existsSync(file)) return;
  const press = makeCataloguePress({
    bucket: bucket.identity.ref,
    region: account.region,
    endpoint: s3,
    credentials: async () => account.credentials,
  });
  const province = JSON.parse(readFileSync(file, 'utf8')) as Province;
  const ready = await makePublishCatalogue({ press, clock, sha256 })(province);
  if (ready.before?.version === ready.version) return;
  if (!(await ready.publish())) throw new Error('another program publishes a catalogue here');
};
