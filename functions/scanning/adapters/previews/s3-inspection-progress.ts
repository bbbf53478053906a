import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Begun, InspectionProgress } from '#functions/scanning/ports/inspection-progress.ts';

interface Deps {
  readonly s3: S3Client;
  readonly bucket: string;
}

const keyOf = (objectKey: string): string => `${objectKey}/progress.json`;

/** Beside the pictures of pages, which are as derived as it is. */
export const makeS3InspectionProgress = ({ s3, bucket: Bucket }: Deps): InspectionProgress => ({
  read: async (key) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: keyOf(key) }));
      return Body && (JSON.parse(await Body.transformToString()) as Begun);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  keep: async (key, begun) => {
    const Body = JSON.stringify(begun);
    await s3.send(
      new PutObjectCommand({ Bucket, Key: keyOf(key), Body, ContentType: 'application/json' }),
    );
  },
  discard: async (key) => {
    await s3.send(new DeleteObjectCommand({ Bucket, Key: keyOf(key) }));
  },
});
