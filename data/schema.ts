import * as z from 'zod';
import { parseDay } from '#domain/time/vietnam-time.ts';

/** The shape of every data file. Unknown fields are refused: a typo must not become a default. */
const day = z.string().refine((text) => parseDay(text) !== undefined, 'not a real day');
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const words = z.string().trim().min(1);
const dongs = z.int().min(0);

const effective = z
  .strictObject({ from: day, to: day.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins');

const agency = z.strictObject({
  id: slug,
  code: z.string().regex(/^[A-Z0-9.]{1,35}$/),
  codeIsPlaceholder: z.boolean(),
  name: words,
  level: z.enum(['province', 'district', 'commune']),
  effective,
  successor: slug.optional(),
  takesDossiers: z.boolean(),
});

const postOffice = z.strictObject({
  id: slug.startsWith('bd-'),
  name: words,
  address: words,
  commune: slug,
  effective,
});

const component = z.strictObject({
  id: slug,
  name: words,
  copyKind: z.enum(['original', 'certified', 'photocopy']),
  count: z.int().min(1).max(20),
  required: z.boolean(),
  when: words.optional(),
});

const timeRule = z.discriminatedUnion('unit', [
  z.strictObject({
    unit: z.enum(['working-days', 'calendar-days', 'working-hours']),
    amount: z.int().min(1).max(400),
    startPolicy: z.enum(['next-day', 'at-once']),
  }),
  z.strictObject({ unit: z.literal('same-day') }),
  z.strictObject({ unit: z.literal('none') }),
]);

const procedure = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$/),
  version: day,
  name: words,
  nameEn: words,
  field: words,
  owner: z.union([slug, z.literal('commune')]),
  effective,
  components: z.array(component).min(1),
  timeRule,
  fees: z.array(z.strictObject({ kind: z.enum(['fee', 'charge']), amountVnd: dongs, note: words })),
  result: z.strictObject({ name: words, takesOldPapersBack: z.boolean() }),
  serviceLevel: z.enum(['full', 'partial', 'information']),
  sensitive: z.boolean(),
  certainty: z.enum(['high', 'medium', 'low']),
  sources: z.array(words).min(1),
});

const calendar = z.strictObject({
  year: z.int().min(2021).max(2100),
  version: z.string().regex(/^\d{4}-\d+$/),
  status: z.enum(['final', 'provisional']),
  source: words,
  holidays: z.record(day, words),
  makeUpDays: z.record(day, words),
});

/** The whole province. */
export const ProvinceData = z.object({
  agencies: z.array(agency).min(1),
  postOffices: z.array(postOffice).min(1),
  procedures: z.array(procedure).min(1),
  calendars: z.array(calendar).min(1),
  codeTemplates: z.array(z.strictObject({ effective, template: words, source: words })).min(1),
  smsTemplates: z.array(
    z.strictObject({ id: slug, text: words, fields: z.record(z.string(), z.int().min(1).max(60)) }),
  ),
  waybillPools: z.array(
    z.strictObject({
      carrier: slug,
      serviceIndicator: z.string().regex(/^[A-Z]{2}$/),
      firstSerial: z.int().min(0).max(99_999_999),
      lastSerial: z.int().min(0).max(99_999_999),
      note: words,
    }),
  ),
});
