import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Headers } from '#local/cloud/object-store/signing/canonical-request.ts';
import { type ChecksumAlgorithm, checksumAlgorithms, digestLength } from './digests.ts';

/** A checksum the client promises: its value in a header, or in the trailer behind the body. */
export interface AnnouncedChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value?: string;
}

export const isDigest = (value: string, length: number): boolean => {
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === length && bytes.toString('base64') === value;
};

/**
 * A checksum in the query string is refused outright. Real S3 may ignore it (aws-sdk-js-v3#4448), so
 * whoever relies on it has no protection; the SDK puts it there unless told otherwise.
 */
export const refuseHoistedChecksum = (queryNames: readonly string[]): void => {
  const hoisted = queryNames.find((name) => /^x-amz-(checksum-(?!mode$)|sdk-checksum)/i.test(name));
  if (hoisted !== undefined)
    throw new S3Error(
      'InvalidRequest',
      `${hoisted} stands in the query string, where S3 may ignore it; send it as a signed header`,
    );
};

const algorithmOf = (name: string): ChecksumAlgorithm | undefined =>
  checksumAlgorithms.find((algorithm) => name === `x-amz-checksum-${algorithm}`);

const inHeaders = (headers: Headers): readonly AnnouncedChecksum[] =>
  checksumAlgorithms.flatMap((algorithm) => {
    const value = headers[`x-amz-checksum-${algorithm}`];
    if (value === undefined) return [];
    if (!isDigest(value, digestLength[algorithm]))
      throw new S3Error(
        'InvalidRequest',
        `Value for x-amz-checksum-${algorithm} header is invalid.`,
      );
    return [{ algorithm, value }];
  });

const inTrailer = (headers: Headers): readonly AnnouncedChecksum[] => {
  const name = headers['x-amz-trailer']?.toLowerCase();
  if (name === undefined) return [];
  const algorithm = algorithmOf(name);
  if (!algorithm)
    throw new S3Error(
      'InvalidRequest',
      'The value specified in the x-amz-trailer header is not supported',
    );
  return [{ algorithm }];
};

export const announcedChecksum = (headers: Headers): AnnouncedChecksum | undefined => {
  const announced = [...inHeaders(headers), ...inTrailer(headers)];
  if (announced.length > 1)
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const named = headers['x-amz-sdk-checksum-algorithm']?.toLowerCase();
  if (named !== undefined && announced[0]?.algorithm !== named)
    throw new S3Error(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  return announced[0];
};
