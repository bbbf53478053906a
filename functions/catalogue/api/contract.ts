import * as z from 'zod';
import { roles } from '#domain/actor/actor.ts';
import { channels } from '#domain/catalogue/channel.ts';
import { copyKinds } from '#domain/custody/paper.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { listsContract } from './lists-contract.ts';

const certainty = z.enum(['high', 'medium', 'low']);
const fieldCertainty = z.enum([...certainty.options, 'unknown']);
/** `amountVnd` in đồng: of the whole, or of each of the first pages. */
const Fee = z.object({
  kind: z.string(),
  amountVnd: z.int(),
  note: z.string().optional(),
  /** Absent: however it is filed. */
  channels: z.array(z.enum(channels)).optional(),
  effective: z.object({ from: z.string(), to: z.string().optional() }).optional(),
  byPage: z.object({ firstPages: z.int(), nextVnd: z.int(), atMostVnd: z.int() }).optional(),
  perCopy: z.boolean().optional(),
});
const Case = z.object({
  id: z.string(),
  name: z.string(),
  timeRule: z.record(z.string(), z.unknown()),
  source: z.string(),
});
const Prolongation = z.object({
  id: z.string(),
  name: z.string(),
  ground: z.string(),
  most: z.object({ workingDays: z.int(), of: z.enum(['term', 'extra']) }).optional(),
  byAgreement: z.boolean().optional(),
});
const WithinDays = z.object({ workingDays: z.int(), source: z.string() });
const Component = z.object({
  id: z.string(),
  name: z.string(),
  copyKind: z.enum(copyKinds),
  count: z.int(),
  required: z.boolean(),
  isGivenBack: z.boolean().optional(),
  when: z.string().optional(),
  /** The public data base to look it up in: the paper may not be demanded. */
  dataBase: z.string().optional(),
});
/** What every reader looks for; the rest is as the OpenAPI specification has it. */
export const OpenApiDocument = z.looseObject({
  openapi: z.literal('3.1.0'),
  /** By path and method. */
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const Summary = z.object({
  code: z.string(),
  version: z.string(),
  name: z.string(),
  nameEn: z.string(),
  field: z.string(),
});

/** A value with its source and how sure it is; where it is absent, say „chưa xác nhận“. */
const stated = <T extends z.ZodType>(value: T) =>
  z.object({ value, certainty, certaintyNote: z.string().optional(), source: z.string() });

const times = z.array(z.tuple([z.string(), z.string()]));
/** Weekdays 1 (Monday) … 7; times `HH:MM` in Vietnam. */
const OpeningHours = z.object({
  weekly: z.array(z.object({ weekdays: z.array(z.int()), sessions: times })),
  onHolidays: z.enum(['closed', 'as-usual']),
  exceptions: z
    .array(z.object({ day: z.string(), sessions: times, reason: z.string() }))
    .optional(),
});
const Guide = z.object({
  steps: stated(z.array(z.string())).optional(),
  ways: z
    .partialRecord(z.enum(channels), stated(z.enum(['both', 'filing', 'result', 'none'])))
    .optional(),
  applicants: stated(z.array(z.string())).optional(),
  forms: stated(
    z.array(
      z.object({
        name: z.string(),
        number: z.string().optional(),
        component: z.string().optional(),
        file: z.object({ url: z.string(), sha256: z.string() }).optional(),
      }),
    ),
  ).optional(),
  legalGrounds: stated(z.array(z.string())).optional(),
  commonNames: z.array(z.string()).optional(),
});
const Place = z.object({
  office: z.string(),
  name: z.string(),
  address: z.string(),
  as: z.enum(['onestop', 'agent']),
});
const Office = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  intakeModes: z.array(z.enum(['agent', 'onestop'])),
  hours: stated(OpeningHours).optional(),
});

const Capacity = z.object({
  role: z.enum(roles),
  /** Of a clerk or courier. */
  office: z
    .object({
      id: z.string(),
      name: z.string(),
      intakeModes: z.array(z.enum(['agent', 'onestop'])),
    })
    .optional(),
  /** Of an officer or leader. */
  agency: z.object({ id: z.string(), name: z.string() }).optional(),
});
const Commune = z.object({
  agency: z.string(),
  name: z.string(),
  /** Mã đơn vị hành chính, five digits. */
  unitCode: z.string(),
  address: z.string(),
  hours: stated(OpeningHours).optional(),
});
const FoundPlace = z.object({
  place: z.string(),
  unitCode: z.string(),
  /** Of a unit that ended: the province it lay in. */
  formerProvince: z.string().optional(),
  communes: z.array(Commune),
  /** True: its land went to several communes; ask the citizen for the khu vực, ấp or street. */
  ask: z.boolean(),
  /** Today's units of the same name, which it is not. */
  notToBeTakenFor: z.array(z.string()),
});

/** Thủ tục hành chính. */
export const contract = {
  ...listsContract,
  /**
   * Who has signed in, with the names of their places, and each capacity (tư cách) in which they may ask
   * other routes (`Acting-As`). A role without its place is none. `now` tells a page how wrong the clock
   * of its device is.
   */
  readMe: route({
    method: 'GET',
    path: '/v1/me',
    who: 'member',
    reads: 'nothing-personal',
    summary: 'Người đăng nhập · Person, capacities with their places, limits and the server’s time',
    answers: {
      200: z.object({
        id: z.string(),
        name: z.string().optional(),
        capacities: z.array(Capacity),
        limits: z.object({
          /** Bytes of one scanned file. */
          scanBytes: z.int(),
          /** Pages of one scanned file. */
          scanPages: z.int(),
          /** Bytes of a batch of files. */
          batchBytes: z.int(),
          batchFiles: z.int(),
        }),
        now: shape.isoTime,
      }),
    },
  }),
  /**
   * Thủ tục hành chính in force today, best match first; an empty `q` lists all of them. Where no name begins as
   * was typed, or the question is asked whole (`whole`), up to three that it may be about, each with the name that
   * says so (`calledBy`): the asker says which is meant before anything is answered. `not`: codes, with commas
   * between, that they said are not meant; then it is what else it may be. `elsewhere`: who does it, where that is
   * not here; `ended`: what it was until `to`. Questions that lead nowhere are counted by week, without numbers
   * and names (ADR 056).
   */
  searchProcedures: route({
    method: 'GET',
    path: '/v1/procedures',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Tra cứu thủ tục · Search by code, name or question, with or without diacritics',
    query: z.strictObject({
      q: z.string().max(200).default(''),
      whole: z.literal('yes').optional(),
      not: z
        .string()
        .regex(/^[\w.,]{0,200}$/)
        .default(''),
    }),
    answers: {
      200: z.object({
        items: z.array(Summary.extend({ calledBy: z.string().optional() })),
        elsewhere: z.object({ vi: z.string(), en: z.string() }).optional(),
        ended: Summary.extend({ to: z.string() }).optional(),
      }),
    },
  }),
  /**
   * As in force on this Vietnam day: components (thành phần hồ sơ), term, fees in đồng, and where
   * it is filed. Values that nobody has confirmed are absent.
   */
  readProcedure: route({
    method: 'GET',
    path: '/v1/procedures/{code}',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Xem thủ tục · Components, time limit, fees, guide and places as in force today',
    params: z.object({ code: z.string().max(40) }),
    answers: {
      200: Summary.extend({
        components: z.array(Component),
        /** `unit` `unconfirmed`: nobody has read it; `none`: the law sets none. */
        timeRule: z.record(z.string(), z.unknown()),
        /** Cases with terms of their own; `chooseCase`: one must be named. */
        cases: z.array(Case).optional(),
        chooseCase: z.boolean().optional(),
        fees: z.array(Fee),
        owner: z.string(),
        /** Of a commune's: by what the commune is known; absent: by residence. */
        jurisdiction: z.enum(['residence', 'event', 'land', 'any']).optional(),
        effective: z.object({ from: z.string(), to: z.string().optional() }),
        onlineButForIncident: z.string().optional(),
        answerWithin: WithinDays.optional(),
        silenceIsConsent: WithinDays.optional(),
        /** Where the law itself gives more time: by at most what, or by written agreement. */
        prolongations: z.array(Prolongation).optional(),
        result: z.string(),
        /** Trả kết quả ngay: a receipt is printed only on request. */
        immediate: z.boolean(),
        serviceLevel: z.enum(['full', 'partial', 'information']),
        guide: Guide,
        /** Nơi nộp hồ sơ: which post offices take it today. */
        places: z.array(Place),
        certainty,
        /** Field by field; `unknown`: what stands there is not all. */
        certainties: z
          .object({
            name: fieldCertainty,
            timeRule: fieldCertainty,
            fees: fieldCertainty,
            components: fieldCertainty,
          })
          .optional(),
        certaintyNote: z.string().optional(),
        sources: z.array(z.string()),
      }),
    },
    refuses: ['procedure-not-found'],
  }),
  /**
   * Phí, lệ phí of one filing that comes this way on that day (`day` absent: today), in đồng. `lacks` says why
   * `totalVnd` may not be all: `pages` of what is taken by page, or `confirmation` of a fee that HĐND sets.
   */
  readFees: route({
    method: 'GET',
    path: '/v1/procedures/{code}/fees',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Tính phí, lệ phí · What one filing costs, by channel, day, pages and copies',
    params: z.object({ code: z.string().max(40) }),
    query: z.strictObject({
      channel: z.enum(channels).default('postal'),
      day: shape.vietnamDay.optional(),
      pages: z.coerce.number().int().min(1).max(10_000).optional(),
      copies: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answers: {
      200: z.object({
        items: z.array(z.object({ kind: z.string(), amountVnd: z.int(), note: z.string() })),
        totalVnd: z.int(),
        lacks: z.array(z.enum(['pages', 'confirmation'])),
        certainty: fieldCertainty,
        version: z.string(),
      }),
    },
    refuses: ['procedure-not-found'],
  }),
  /** Bưu cục tiếp nhận: `intakeModes` as in QĐ 45/2016; hours are local time. */
  listOffices: route({
    method: 'GET',
    path: '/v1/post-offices',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Điểm tiếp nhận · Post offices in force today, with opening hours where confirmed',
    answers: { 200: z.object({ items: z.array(Office) }) },
  }),
  /**
   * Đơn vị hành chính cấp xã: a name or an address as people still write it, marks and levels or not, and
   * the communes that it means today. An empty `q` lists today's communes. At most 30 otherwise.
   */
  findCommunes: route({
    method: 'GET',
    path: '/v1/communes',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Xã, phường cũ và mới · Which commune of today an old place belongs to',
    query: z.strictObject({ q: z.string().max(200).default('') }),
    answers: { 200: z.object({ items: z.array(FoundPlace) }) },
  }),
  /** Written at build from the same contracts, so never older than what answers. */
  readOpenApi: route({
    method: 'GET',
    path: '/openapi.json',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Mô tả API · This API as OpenAPI 3.1',
    answers: { 200: OpenApiDocument },
  }),
} as const;
