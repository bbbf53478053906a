import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { minutes, plus } from '#domain/time/instant.ts';
import type { ScanVault, UploadTicket } from '#ports/scan-vault.ts';

interface Vault {
  readonly s3: S3Client;
  readonly quarantineBucket: string;
  readonly evidenceBucket: string;
}

/** By default the client signs the checksum of an empty body into a presigned PUT. */
export const makeS3Client = (): S3Client =>
  new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED', maxAttempts: 3 });

const ticketLife = minutes(5);

const base64Of = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

/** Scans on S3: two buckets, neither of which takes a key twice. */
export const makeScanVault = ({ s3, quarantineBucket, evidenceBucket }: Vault): ScanVault => ({
  ticket: (upload) => ticketFor(s3, quarantineBucket, upload),
  read: async ({ key, maximumBytes }) => {
    try {
      const {
        Body,
        ContentLength = 0,
        ContentType = '',
      } = await s3.send(new GetObjectCommand({ Bucket: quarantineBucket, Key: key }));
      if (!Body) return { missing: true };
      if (ContentLength > maximumBytes) {
        // Not read: the connection is given up.
        (Body as { destroy?: () => void }).destroy?.();
        return { tooLarge: ContentLength };
      }
      return { bytes: await Body.transformToByteArray(), contentType: ContentType };
    } catch (error) {
      if (error instanceof NoSuchKey) return { missing: true };
      throw error;
    }
  },
  promote: async ({ key, bytes, contentType, sha256 }) => {
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: evidenceBucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          ChecksumSHA256: base64Of(sha256),
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!isThereAlready(error)) throw error;
      await mustBeTheSame(s3, evidenceBucket, key, base64Of(sha256));
    }
  },
  link: ({ key, fileName, contentType, seconds }) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({
        Bucket: evidenceBucket,
        Key: key,
        ResponseContentType: contentType,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      }),
      { expiresIn: seconds },
    ),
  discard: async (key) => {
    await s3.send(new DeleteObjectCommand({ Bucket: quarantineBucket, Key: key }));
  },
});

/** Everything that must not differ travels as a signed header: the store itself refuses other bytes. */
const ticketFor = async (
  s3: S3Client,
  bucket: string,
  { key, contentType, bytes, sha256, now }: Parameters<ScanVault['ticket']>[0],
): Promise<UploadTicket> => {
  const checksum = base64Of(sha256);
  const url = await getSignedUrl(
    s3,
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      ContentType: contentType,
      ContentLength: bytes,
      ChecksumSHA256: checksum,
      IfNoneMatch: '*',
    }),
    {
      expiresIn: ticketLife / 1_000,
      signableHeaders: new Set(['content-type', 'content-length', 'if-none-match']),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'if-none-match']),
    },
  );
  return {
    url,
    method: 'PUT',
    headers: {
      'content-type': contentType,
      'if-none-match': '*',
      'x-amz-checksum-sha256': checksum,
    },
    expiresAt: plus(now, ticketLife),
  };
};

const isThereAlready = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;

const mustBeTheSame = async (s3: S3Client, bucket: string, key: string, checksum: string) => {
  const head = await s3.send(
    new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
  );
  if (head.ChecksumSHA256 !== checksum) throw new Error(`evidence ${key} holds other bytes`);
};
