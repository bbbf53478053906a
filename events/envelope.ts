import * as z from 'zod';

/**
 * CloudEvents 1.0 (JSON). `id` is `<subject>:<version>`: a consumer that has seen it has seen the
 * event. Ids and facts only; who needs personal data loads the subject under its own permissions.
 */
export const envelope = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({
    specversion: z.literal('1.0'),
    id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}:[1-9]\d{0,7}$/),
    source: z.literal('urn:post-counter'),
    type: z.literal(type),
    subject: z.string().length(26),
    /** When it was recorded, ISO 8601 with Vietnam's offset. */
    time: z.iso.datetime({ offset: true }),
    datacontenttype: z.literal('application/json'),
    data,
  });

export const dossierVersion = z.int().min(1);
export const agencyId = z.string().min(1).max(60);
export const officeId = z.string().min(1).max(60);
