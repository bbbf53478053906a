import * as z from 'zod';
import { slipsInBlock } from '#domain/identifiers/temporary-number.ts';
import { agency, codeTemplate, namedDay, place, postOffice } from './agency.ts';
import { day, dongs, effective, slug, time, words } from './field.ts';
import { procedure } from './procedure.ts';

const serial = z.int().min(0).max(99_999_999);

const calendar = z.strictObject({
  year: z.int().min(2021).max(2100),
  version: z.string().regex(/^\d{4}-\d+$/),
  status: z.enum(['final', 'provisional']),
  source: words,
  holidays: z.array(namedDay).min(1),
  makeUpDays: z.array(z.strictObject({ day, insteadOf: day, reason: words })),
  proposed: z.array(z.strictObject({ day, name: words, note: words })),
  sessions: z.array(z.tuple([time, time])).min(1),
});

const smsTemplate = z.strictObject({
  id: slug,
  text: words,
  fields: z.record(z.string(), z.int().min(1).max(60)),
});

const smsPrice = z.strictObject({
  channel: slug,
  effective,
  dongPerSegment: z.int().min(1).max(10_000),
  isPlaceholder: z.boolean(),
  note: words,
});

const waybillPool = z.strictObject({
  carrier: slug,
  use: z.enum(['parcels', 'slips']),
  serviceIndicator: z.string().regex(/^[A-Z]{2}$/),
  firstSerial: serial,
  lastSerial: serial,
  clockToleranceMinutes: z.int().min(0).max(1_440).optional(),
  lostAfterWorkingDays: z.int().min(1).max(120).optional(),
  note: words,
});

const price = z.strictObject({
  routeClass: z.enum(['within-district', 'within-province', 'special-cities', 'inter-province']),
  effective,
  firstGrams: z.int().min(1),
  firstVnd: dongs,
  nextGrams: z.int().min(1),
  nextVnd: dongs,
  isPlaceholder: z.boolean(),
  note: words,
});

const watchRules = z.strictObject({
  effective,
  warnWorkingDays: z.int().min(1).max(10),
  acknowledgeWorkingDays: z.int().min(1).max(10),
  remindDays: z.int().min(1).max(10),
  smsPerDossier: z.int().min(4).max(20),
  note: words,
});

const reads = z.int().min(1).max(100_000);

const readingRules = z.strictObject({
  effective,
  windowMinutes: z.int().min(5).max(1_440),
  dossiers: z.strictObject({
    clerk: reads,
    courier: reads,
    officer: reads,
    leader: reads,
    supervisor: reads,
  }),
  refused: reads,
  note: words,
});

const offlineRules = z.strictObject({
  effective,
  usualSlips: z.int().min(1),
  mostSlips: z.int().min(1).max(slipsInBlock),
  openBlocks: z.int().min(1).max(100),
  entryWithinDays: z.int().min(1).max(366),
  note: words,
});

const satisfactionRules = z.strictObject({
  effective,
  smallest: z.int().min(2),
  reasons: z
    .array(z.strictObject({ code: slug, vi: words, en: words, needsText: z.boolean() }))
    .min(1),
  note: words,
});

const queueRules = z.strictObject({
  effective,
  groups: z
    .array(z.strictObject({ id: slug, letter: z.string().regex(/^[A-Z]$/), vi: words, en: words }))
    .min(1),
  priorityAfterOrdinary: z.int().min(0).max(20),
  callsBeforeNoShow: z.int().min(1).max(10),
  mostWaiting: z.int().min(1).max(1_000),
  note: words,
});

const elsewhere = z.strictObject({
  id: slug,
  names: z.array(words).min(1),
  vi: words,
  en: words,
});

/** The shape of every data file. Unknown fields are refused: a typo must not become a default. */
export const ProvinceShape = z.strictObject({
  agencies: z.array(agency).min(1),
  postOffices: z.array(postOffice).min(1),
  procedures: z.array(procedure).min(1),
  calendars: z.array(calendar).min(1),
  codeTemplates: z.array(codeTemplate).min(1),
  smsTemplates: z.array(smsTemplate).min(1),
  smsPrices: z.array(smsPrice).min(1),
  waybillPools: z.array(waybillPool).min(1),
  prices: z.array(price).min(1),
  watchRules: z.array(watchRules).min(1),
  readingRules: z.array(readingRules).min(1),
  offlineRules: z.array(offlineRules).min(1),
  satisfactionRules: z.array(satisfactionRules).min(1),
  queueRules: z.array(queueRules).min(1),
  places: z.array(place).min(1),
  elsewhere: z.array(elsewhere),
});
