import { announcedChecksum } from '#local/cloud/object-store/body/announced-checksum.ts';
import { receiveText } from '#local/cloud/object-store/body/receive-body.ts';
import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import {
  document,
  element,
  elementsOf,
  optionalElement,
  textOf,
} from '#local/cloud/object-store/xml.ts';
import { makeDeletionCheck } from './retention.ts';

interface Deleted {
  readonly versionId?: string;
  readonly deleteMarker: boolean;
}

/** Naming no version hides the key behind a marker; naming one takes it away, unless it is locked. */
const deleteOne = async (
  bucket: Bucket,
  call: Call,
  target: { readonly key: string; readonly versionId: string | undefined },
): Promise<Deleted> => {
  const check = makeDeletionCheck(call.headers, call.now);
  if (target.versionId !== undefined) {
    const gone = await bucket.remove(target.key, target.versionId, check);
    return { versionId: target.versionId, deleteMarker: gone?.deleteMarker ?? false };
  }
  if (bucket.spec.versioned) {
    const marker = await bucket.markDeleted(target.key, call.now);
    return { versionId: marker.versionId, deleteMarker: true };
  }
  await bucket.remove(target.key, 'null', check);
  return { deleteMarker: false };
};

export const deleteObject = async (call: Call, bucket: Bucket): Promise<Answer> => {
  const versionId = call.query.get('versionId');
  const deleted = await deleteOne(bucket, call, { key: call.key, versionId });
  return {
    status: 204,
    headers: {
      ...(deleted.versionId !== undefined && { 'x-amz-version-id': deleted.versionId }),
      ...(deleted.deleteMarker && { 'x-amz-delete-marker': 'true' }),
    },
  };
};

/** S3's limit for one request. */
const mostKeys = 1000;

const targetsIn = (xml: string): readonly { key: string; versionId: string | undefined }[] => {
  const targets = elementsOf(xml, 'Object').map((object) => ({
    key: textOf(object, 'Key') ?? '',
    versionId: textOf(object, 'VersionId'),
  }));
  if (targets.length === 0 || targets.length > mostKeys || targets.some(({ key }) => key === ''))
    throw new S3Error(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  return targets;
};

const resultOf = (key: string, deleted: Deleted, named: string | undefined): string =>
  element('Deleted', [
    element('Key', key),
    optionalElement('VersionId', named),
    ...(deleted.deleteMarker
      ? [element('DeleteMarker', true), optionalElement('DeleteMarkerVersionId', deleted.versionId)]
      : []),
  ]);

export const deleteObjects = async (call: Call, bucket: Bucket): Promise<Answer> => {
  if (!announcedChecksum(call.headers) && call.headers['content-md5'] === undefined)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
  const xml = await receiveText(call);
  const quiet = textOf(xml, 'Quiet') === 'true';
  const results: string[] = [];
  for (const { key, versionId } of targetsIn(xml)) {
    try {
      const deleted = await deleteOne(bucket, call, { key, versionId });
      if (!quiet) results.push(resultOf(key, deleted, versionId));
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      results.push(
        element('Error', [
          element('Key', key),
          optionalElement('VersionId', versionId),
          element('Code', error.code),
          element('Message', error.message),
        ]),
      );
    }
  }
  return { status: 200, xml: document('DeleteResult', results) };
};
