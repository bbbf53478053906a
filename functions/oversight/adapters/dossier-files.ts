import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { DossierFiles } from '#functions/oversight/ports/dossier-files.ts';

interface Deps {
  readonly s3: S3Client;
  readonly evidenceBucket: string;
  readonly previewsBucket: string;
}

interface Version {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}

const isLocked = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.name === 'AccessDenied';

/** Whether it is gone; its lock ends by itself, and nobody here may pass it by. */
const erased = async (s3: S3Client, Bucket: string, { Key, VersionId }: Version) => {
  try {
    await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    return true;
  } catch (error) {
    if (isLocked(error)) return false;
    throw error;
  }
};

/** Every version and every marker, page by page; what was deleted before is not listed again. */
const versionsUnder = async function* (
  s3: S3Client,
  Bucket: string,
  Prefix: string,
): AsyncGenerator<Version> {
  let from: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
  while (from) {
    const page: ListObjectVersionsCommandOutput = await s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix, ...from }),
    );
    yield* [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    const { NextKeyMarker, NextVersionIdMarker } = page;
    from = page.IsTruncated
      ? {
          ...(NextKeyMarker !== undefined && { KeyMarker: NextKeyMarker }),
          ...(NextVersionIdMarker !== undefined && { VersionIdMarker: NextVersionIdMarker }),
        }
      : undefined;
  }
};

/** Objects of evidence with all their versions, then the pictures of pages. */
export const makeDossierFiles = ({ s3, evidenceBucket, previewsBucket }: Deps): DossierFiles => ({
  erase: async (id) => {
    const Prefix = `${id}/`;
    let isGone = true;
    for await (const version of versionsUnder(s3, evidenceBucket, Prefix))
      isGone = (await erased(s3, evidenceBucket, version)) && isGone;
    const pictures = paginateListObjectsV2({ client: s3 }, { Bucket: previewsBucket, Prefix });
    for await (const { Contents = [] } of pictures)
      for (const { Key } of Contents) await erased(s3, previewsBucket, { Key });
    return isGone ? 'erased' : 'locked';
  },
});
