import * as z from 'zod';
import { day, dongs, effective, slug, words } from './field.ts';

const component = z.strictObject({
  id: slug,
  name: words,
  copyKind: z.enum(['original', 'certified', 'photocopy']),
  count: z.int().min(1).max(20),
  required: z.boolean(),
  isGivenBack: z.boolean().optional(),
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

const joint = z.strictObject({
  mode: z.enum(['sequential', 'parallel']),
  legs: z
    .array(z.strictObject({ agency: slug, task: words, limit: timeRule }))
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
  code: z.string().regex(/^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$/),
  version: day,
  name: words,
  nameEn: words,
  field: words,
  owner: slug,
  effective,
  components: z.array(component).min(1),
  timeRule,
  fees: z.array(z.strictObject({ kind: z.enum(['fee', 'charge']), amountVnd: dongs, note: words })),
  approval: z.literal('leader').optional(),
  result,
  legacyLevel: z.literal([3, 4]).optional(),
  serviceLevel: z.enum(['full', 'partial', 'information']),
  sensitive: z.boolean(),
  immediate: z.boolean(),
  joint: joint.optional(),
  consultationStopsClock: z.literal(true).optional(),
  retentionClass: z.enum(['2-years', '5-years', '10-years', '20-years', '70-years', 'permanent']),
  certainty: z.enum(['high', 'medium', 'low']),
  certaintyNote: words.optional(),
  sources: z.array(words).min(1),
});
