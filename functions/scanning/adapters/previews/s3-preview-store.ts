import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PreviewStore } from '#functions/scanning/ports/preview-store.ts';

interface Deps {
  readonly s3: S3Client;
  readonly bucket: string;
}

const contentType = 'image/jpeg';

export const makeS3PreviewStore = ({ s3, bucket: Bucket }: Deps): PreviewStore => ({
  keep: async ({ key: Key, bytes, shows }) => {
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: bytes,
        ContentType: contentType,
        Metadata: { 'shows-sha256': shows },
      }),
    );
  },
  has: async (Key) => {
    try {
      await s3.send(new HeadObjectCommand({ Bucket, Key }));
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404)
        return false;
      throw error;
    }
  },
  link: ({ key: Key, seconds }) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({
        Bucket,
        Key,
        ResponseContentType: contentType,
        // In an <img> it shows all the same; by itself it is saved, never opened.
        ResponseContentDisposition: 'attachment',
        ResponseCacheControl: 'private, no-store',
      }),
      { expiresIn: seconds },
    ),
  discard: async (Key) => {
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  },
});
