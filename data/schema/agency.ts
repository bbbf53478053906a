import * as z from 'zod';
import { day, effective, slug, words } from './field.ts';
import { openingHours } from './opening-hours.ts';
import { stated } from './stated.ts';

/** Mã đơn vị hành chính cấp xã. */
const unitCode = z.string().regex(/^\d{5}$/);

export const level = z.enum(['province', 'district', 'commune']);

export const agency = z.strictObject({
  id: slug,
  code: z.string().regex(/^[A-Z0-9.]{1,35}$/),
  codeIsPlaceholder: z.boolean(),
  unitCode: unitCode.optional(),
  name: words,
  nameUnaccented: z.string().regex(/^[A-Za-z0-9 .,-]{1,40}$/),
  level,
  effective,
  effectiveNote: words.optional(),
  successors: z.array(slug).min(1).max(20).optional(),
  address: words,
  phone: z
    .string()
    .regex(/^[0-9 ]{8,15}$/)
    .optional(),
  email: z.email().optional(),
  taxCode: z
    .strictObject({ value: z.string().regex(/^\d{10}(-\d{3})?$/), isPlaceholder: z.boolean() })
    .optional(),
  hours: stated(openingHours).optional(),
  takesDossiers: z.boolean(),
});

export const postOffice = z.strictObject({
  id: slug.startsWith('bd-'),
  name: words,
  postcode: z.string().regex(/^\d{5}$/),
  postcodeIsPlaceholder: z.boolean(),
  address: words,
  commune: slug,
  agencyOfOneStop: slug.optional(),
  boundaryFree: z
    .strictObject({ otherCommunes: z.boolean(), agencies: z.array(slug), source: words })
    .optional(),
  intakeModes: z.array(z.enum(['agent', 'onestop'])).min(1),
  handsOut: z.literal(false).optional(),
  hours: stated(openingHours).optional(),
  effective,
});

export const place = z.strictObject({
  place: words,
  agency: slug,
  unitCode,
  formerly: z.strictObject({ province: words, split: z.literal(true).optional() }).optional(),
  effective,
  source: words,
});

export const codeTemplate = z.strictObject({
  levels: z.array(level).min(1),
  effective,
  template: words,
  source: words,
});

/** A day with the name that a citizen reads. */
export const namedDay = z.strictObject({ day, name: words });
