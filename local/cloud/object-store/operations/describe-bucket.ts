import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import { document, element, optionalElement } from '#local/cloud/object-store/xml.ts';

export const headBucket = async (): Promise<Answer> => ({ status: 200 });

export const getBucketVersioning = async (_: Call, bucket: Bucket): Promise<Answer> => ({
  status: 200,
  xml: document('VersioningConfiguration', [
    optionalElement('Status', bucket.spec.versioned ? 'Enabled' : undefined),
  ]),
});

export const listBuckets = (names: readonly string[]): Answer => ({
  status: 200,
  xml: document('ListAllMyBucketsResult', [
    element('Owner', [element('ID', 'local')]),
    element(
      'Buckets',
      names.map((name) =>
        element('Bucket', [
          element('Name', name),
          element('CreationDate', '2026-01-01T00:00:00.000Z'),
        ]),
      ),
    ),
  ]),
});
