import * as z from 'zod';
import { channels } from '#domain/catalogue/channel.ts';
import { day, dongs, effective, slug, words } from './field.ts';
import { guide } from './guide.ts';
import { certainty } from './stated.ts';

const component = z.strictObject({
  id: slug,
  name: words,
  copyKind: z.enum(['original', 'certified', 'photocopy']),
  count: z.int().min(1).max(20),
  required: z.boolean(),
  isGivenBack: z.boolean().optional(),
  when: words.optional(),
  dataBase: words.optional(),
});

const fee = z.strictObject({
  kind: z.enum(['fee', 'charge']),
  amountVnd: dongs,
  note: words,
  channels: z.array(z.enum(channels)).min(1).optional(),
  effective: effective.optional(),
  byPage: z
    .strictObject({ firstPages: z.int().min(1), nextVnd: dongs, atMostVnd: dongs })
    .optional(),
  perCopy: z.literal(true).optional(),
});

const limits = [
  z.strictObject({
    unit: z.enum(['working-days', 'calendar-days', 'working-hours']),
    amount: z.int().min(1).max(400),
    startPolicy: z.enum(['next-day', 'at-once']),
  }),
  z.strictObject({ unit: z.literal('same-day') }),
  z.strictObject({ unit: z.literal('none') }),
] as const;

const taskRule = z.discriminatedUnion('unit', limits);
const timeRule = z.discriminatedUnion('unit', [
  ...limits,
  z.strictObject({ unit: z.literal('unconfirmed') }),
]);

const withinDays = z.strictObject({ workingDays: z.int().min(1).max(60), source: words });
const prolongation = z
  .strictObject({
    id: slug,
    name: words,
    ground: words,
    most: z
      .strictObject({ workingDays: z.int().min(1).max(60), of: z.enum(['term', 'extra']) })
      .optional(),
    byAgreement: z.literal(true).optional(),
  })
  .refine(({ most, byAgreement }) => most ?? byAgreement, 'gives no time');
const fieldCertainty = z.enum([...certainty.options, 'unknown']);

const joint = z.strictObject({
  mode: z.enum(['sequential', 'parallel']),
  legs: z
    .array(z.strictObject({ agency: slug, task: words, limit: taskRule }))
    .min(1)
    .max(10),
  certaintyNote: words,
  sources: z.array(words).min(1),
});

const result = z.strictObject({
  name: words,
  takesOldPapersBack: z.boolean(),
  oldPapers: z.array(slug).min(1).max(10).optional(),
  demandsOldPapers: z.literal(true).optional(),
});

export const procedure = z.strictObject({
  ...guide,
  code: z.string().regex(/^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$/),
  version: day,
  name: words,
  nameEn: words,
  field: words,
  owner: slug,
  jurisdiction: z.enum(['residence', 'event', 'land', 'any']).optional(),
  effective,
  components: z.array(component).min(1),
  timeRule,
  cases: z
    .array(z.strictObject({ id: slug, name: words, timeRule, source: words }))
    .min(1)
    .optional(),
  chooseCase: z.literal(true).optional(),
  fees: z.array(fee),
  approval: z.literal('leader').optional(),
  result,
  legacyLevel: z.literal([3, 4]).optional(),
  serviceLevel: z.enum(['full', 'partial', 'information']),
  sensitive: z.boolean(),
  immediate: z.boolean(),
  joint: joint.optional(),
  consultationStopsClock: z.literal(true).optional(),
  onlineButForIncident: words.optional(),
  answerWithin: withinDays.optional(),
  silenceIsConsent: withinDays.optional(),
  prolongations: z.array(prolongation).min(1).optional(),
  retentionClass: z.enum(['2-years', '5-years', '10-years', '20-years', '70-years', 'permanent']),
  certainty,
  certainties: z
    .strictObject({
      name: fieldCertainty,
      timeRule: fieldCertainty,
      fees: fieldCertainty,
      components: fieldCertainty,
    })
    .optional(),
  certaintyNote: words.optional(),
  sources: z.array(words).min(1),
});
