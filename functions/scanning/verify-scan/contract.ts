import * as z from 'zod';

/** Of ours, for the pages that a message before it left. */
const GoOn = z.object({ goOnWith: z.string().max(1024) });

/** S3's notification of a finished upload, as SQS carries it; the test event it sends at set-up has no records. */
const ObjectCreated = z.object({
  Records: z
    .array(
      z.object({
        eventName: z.string().startsWith('ObjectCreated:'),
        s3: z.object({ object: z.object({ key: z.string().max(1024) }) }),
      }),
    )
    .default([]),
});

export const ToLookAt = z.union([GoOn, ObjectCreated]);
