import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { AnnouncedUpload, ScanVault, UploadTicket } from '#ports/scan-vault.ts';
import { attachment } from './attachment.ts';

interface Deps {
  /** From {@link makeS3Client}. */
  readonly s3: S3Client;
  readonly quarantineBucket: string;
  readonly evidenceBucket: string;
}

/**
 * The SDK would otherwise sign the CRC32 of an empty body into every presigned PUT. What we put
 * ourselves carries a SHA-256 anyway.
 */
export const makeS3Client = (): S3Client =>
  new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

export const makeScanVault = (deps: Deps): ScanVault => ({
  ticket: (upload) => signUpload(deps, upload),
  read: (file) => readQuarantine(deps, file),
  promote: (file) => promote(deps, file),
  link: ({ key, fileName, contentType, seconds }) =>
    getSignedUrl(
      deps.s3,
      new GetObjectCommand({
        Bucket: deps.evidenceBucket,
        Key: key,
        ResponseContentDisposition: attachment(fileName),
        ResponseContentType: contentType,
      }),
      { expiresIn: seconds },
    ),
  discard: async (key) => {
    await deps.s3.send(new DeleteObjectCommand({ Bucket: deps.quarantineBucket, Key: key }));
  },
});

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

const signUpload = async (
  { s3, quarantineBucket }: Deps,
  { key, contentType, bytes, sha256, now, expiresAt }: AnnouncedUpload,
): Promise<UploadTicket> => {
  const checksum = base64(sha256);
  const command = new PutObjectCommand({
    Bucket: quarantineBucket,
    Key: key,
    ContentType: contentType,
    ContentLength: bytes,
    ChecksumSHA256: checksum,
    IfNoneMatch: '*',
  });
  const url = await getSignedUrl(s3, command, {
    expiresIn: Math.ceil((expiresAt - now) / 1000),
    signingDate: new Date(now),
    // By default the type is not signed, and the checksum moves into the query, where S3 may ignore it.
    signableHeaders: new Set(['content-type']),
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
  });
  return {
    url,
    method: 'PUT',
    headers: {
      'content-type': contentType,
      'x-amz-checksum-sha256': checksum,
      'if-none-match': '*',
    },
    expiresAt,
  };
};

const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;

const readQuarantine = async (
  { s3, quarantineBucket }: Deps,
  { key, maximumBytes }: Parameters<ScanVault['read']>[0],
): ReturnType<ScanVault['read']> => {
  try {
    const found = await s3.send(new GetObjectCommand({ Bucket: quarantineBucket, Key: key }));
    if (!found.Body) throw new Error('an object without a body');
    const length = found.ContentLength ?? Number.POSITIVE_INFINITY;
    if (length > maximumBytes) {
      await found.Body.transformToWebStream().cancel();
      return { tooLarge: length };
    }
    const bytes = await found.Body.transformToByteArray();
    return { bytes, contentType: found.ContentType ?? 'application/octet-stream' };
  } catch (error) {
    if (hasStatus(error, 404)) return { missing: true };
    throw error;
  }
};

const promote = async (
  { s3, evidenceBucket }: Deps,
  { key, bytes, contentType, sha256 }: Parameters<ScanVault['promote']>[0],
): Promise<void> => {
  const target = { Bucket: evidenceBucket, Key: key };
  const ChecksumSHA256 = base64(sha256);
  try {
    await s3.send(
      new PutObjectCommand({
        ...target,
        Body: bytes,
        ContentType: contentType,
        ChecksumSHA256,
        IfNoneMatch: '*',
      }),
    );
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    // Somebody was here before, most likely our own earlier try.
    const there = await s3.send(new HeadObjectCommand({ ...target, ChecksumMode: 'ENABLED' }));
    if (there.ChecksumSHA256 !== ChecksumSHA256)
      throw new Error(`other bytes stand in evidence under ${key}`, { cause: error });
  }
};
