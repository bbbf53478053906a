import * as z from 'zod';

/** S3's notification of a finished upload, as SQS carries it; the test event it sends at set-up has no records. */
export const ObjectCreated = z.object({
  Records: z
    .array(
      z.object({
        eventName: z.string().startsWith('ObjectCreated:'),
        s3: z.object({ object: z.object({ key: z.string().max(1024) }) }),
      }),
    )
    .default([]),
});
