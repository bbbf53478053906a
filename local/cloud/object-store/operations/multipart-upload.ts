import { createHash } from 'node:crypto';
import { receiveFile, receiveText } from '#local/cloud/object-store/body/receive-body.ts';
import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import type { Part, Upload } from '#local/cloud/object-store/storage/uploads.ts';
import { document, element, elementsOf, textOf } from '#local/cloud/object-store/xml.ts';
import { makeWriteCheck, refuseUnconditionalPut } from './conditions.ts';
import { versionHeader } from './find-object.ts';
import { checksumHeaders, describedBy } from './put-object.ts';
import { retentionFor } from './retention.ts';

const smallestPart = 5 * 1024 * 1024;
const mostParts = 10_000;

export const createMultipartUpload = async (call: Call, bucket: Bucket): Promise<Answer> => {
  // It sends no if-none-match, so a create-only policy refuses it (it is s3:PutObject too).
  refuseUnconditionalPut(bucket.spec.denyPutWithoutIfNoneMatch, call.headers);
  const retention = retentionFor(bucket.spec, call.headers, call.now);
  const upload = await bucket.uploads.begin({
    key: call.key,
    ...describedBy(call.headers),
    ...(retention && { retention }),
  });
  return {
    status: 200,
    xml: document('InitiateMultipartUploadResult', [
      element('Bucket', bucket.spec.name),
      element('Key', upload.key),
      element('UploadId', upload.id),
    ]),
  };
};

const findUpload = async (call: Call, bucket: Bucket): Promise<Upload> => {
  const upload = await bucket.uploads.find(call.query.get('uploadId') ?? '');
  if (upload?.key !== call.key)
    throw new S3Error(
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    );
  return upload;
};

export const uploadPart = async (call: Call, bucket: Bucket): Promise<Answer> => {
  refuseUnconditionalPut(bucket.spec.denyPutWithoutIfNoneMatch, call.headers);
  const number = Number(call.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > mostParts)
    throw new S3Error('InvalidArgument', 'Part number must be an integer between 1 and 10000');
  const upload = await findUpload(call, bucket);
  return bucket.withStaging(async (path) => {
    const { size, md5, checksum } = await receiveFile(call, path);
    const part: Part = { number, size, md5: md5.toString('hex') };
    await bucket.uploads.putPart(upload.id, part, path);
    return {
      status: 200,
      headers: {
        etag: `"${part.md5}"`,
        ...(checksum && { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value }),
      },
    };
  });
};

const listedParts = (xml: string): readonly { number: number; etag: string }[] => {
  const parts = elementsOf(xml, 'Part').map((part) => ({
    number: Number(textOf(part, 'PartNumber')),
    etag: (textOf(part, 'ETag') ?? '').replaceAll('"', ''),
  }));
  if (parts.length === 0 || parts.some(({ number }) => !Number.isInteger(number)))
    throw new S3Error('MalformedXML', 'You must specify at least one part');
  if (parts.some(({ number }, i) => number <= (parts[i - 1]?.number ?? 0)))
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  return parts;
};

const collectParts = async (
  bucket: Bucket,
  upload: Upload,
  xml: string,
): Promise<readonly Part[]> => {
  const listed = listedParts(xml);
  const found = await Promise.all(
    listed.map(async ({ number, etag }) => {
      const part = await bucket.uploads.part(upload.id, number);
      if (part?.md5 !== etag)
        throw new S3Error(
          'InvalidPart',
          "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        );
      return part;
    }),
  );
  if (found.slice(0, -1).some(({ size }) => size < smallestPart))
    throw new S3Error(
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    );
  return found;
};

/** S3's entity tag of an object in parts: the hash of the parts' hashes, and how many they are. */
const entityTag = (parts: readonly Part[]): string => {
  const hashes = Buffer.concat(parts.map(({ md5 }) => Buffer.from(md5, 'hex')));
  return `"${createHash('md5').update(hashes).digest('hex')}-${parts.length}"`;
};

/** Composite checksums of the whole object are not kept; each part's own was checked on arrival. */
export const completeMultipartUpload = async (call: Call, bucket: Bucket): Promise<Answer> => {
  refuseUnconditionalPut(bucket.spec.denyPutWithoutIfNoneMatch, call.headers);
  const check = makeWriteCheck(call.headers);
  const upload = await findUpload(call, bucket);
  const parts = await collectParts(bucket, upload, await receiveText(call));
  const { id, ...draft } = upload;
  const version = await bucket.withStaging(async (path) => {
    await bucket.uploads.assemble(id, parts, path);
    return bucket.create({
      draft: {
        ...draft,
        size: parts.reduce((sum, { size }) => sum + size, 0),
        etag: entityTag(parts),
      },
      body: path,
      now: call.now,
      eventName: 'ObjectCreated:CompleteMultipartUpload',
      check,
    });
  });
  await bucket.uploads.drop(id);
  return {
    status: 200,
    headers: { ...versionHeader(bucket, version), ...checksumHeaders(version) },
    xml: document('CompleteMultipartUploadResult', [
      element('Bucket', bucket.spec.name),
      element('Key', version.key),
      element('ETag', version.etag),
    ]),
  };
};

export const abortMultipartUpload = async (call: Call, bucket: Bucket): Promise<Answer> => {
  const upload = await findUpload(call, bucket);
  await bucket.uploads.drop(upload.id);
  return { status: 204 };
};
