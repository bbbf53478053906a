import { buildSite } from '#infra/web-sources.ts';
import { argumentsOf } from '../arguments.ts';
import { type Environment, openPlace, placeOptions } from '../place.ts';
import { publishFiles } from './publish-files.ts';

const usage =
  'npm run web:publish -- --region us-east-1   # SITE_BUCKET: output SiteBucket of Edge';

/**
 * Builds the pages where something has changed, and puts them into the bucket of the site. CloudFront
 * shows a new page within a minute. A local stack serves its build itself and has no such bucket.
 */
export const publishPages = async (args: readonly string[], env: Environment): Promise<number> => {
  const place = await openPlace(argumentsOf(args, placeOptions, usage), env);
  try {
    const bucket = await place.bucket('SiteFiles', 'SITE_BUCKET');
    const { put, kept } = await publishFiles(await buildSite(), bucket);
    for (const key of put) process.stdout.write(`put   ${key}\n`);
    process.stdout.write(`${put.length} files put, ${kept.length} there already\n`);
    return 0;
  } finally {
    await place.close();
  }
};
