import * as z from 'zod';
import { verdicts } from '#domain/handover/pouch.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { LateTakeBack, OldPapersList } from '#edge/views/old-papers.ts';
import { PaperShape } from '#edge/views/papers.ts';
import { LostResultList, LostResultView } from './views/lost-result.ts';
import { PouchView, WhereaboutsView } from './views/pouch.ts';

const dossier = z.object({ dossierId: shape.ulid });
const order = z.strictObject({ returnOrderId: shape.ulid });
const lost = z.object({ lostId: shape.ulid });
const pouch = z.object({ pouchId: shape.ulid });
const ends = ['clerk', 'courier', 'officer', 'leader'] as const;
const packers = ['clerk', 'officer', 'leader'] as const;
const moved = { 200: z.object({ dossierId: shape.ulid, version: z.int() }) };
const answers = { 200: PouchView };
const sealNumber = shape.text(40);

/** Giao nhận hồ sơ giấy: slips, pouches and the papers in them. */
export const contract = {
  /**
   * Phiếu gửi: the post is courier, so nothing is filed yet. `handoverBy` is the last moment for
   * the agency's counter; `provisionalDueAt` counts as if it were filed then.
   */
  issueSlip: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/slip',
    who: ['clerk'],
    summary:
      'Lập phiếu gửi · Mode agent: number, hand-over limit and a provisional date; nothing is filed yet',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ agency: shape.slug.optional() }),
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        version: z.int(),
        slip: z.string(),
        agency: z.object({ id: z.string(), name: z.string() }),
        handoverBy: shape.isoTime,
        provisionalDueAt: shape.isoTime.optional(),
        manifestHash: shape.sha256Hex,
        trackingSecret: z.string(),
      }),
    },
    refuses: [
      'agency-unknown',
      'calendar-missing',
      'carrier-unknown',
      'component-unscanned',
      'dossier-unknown',
      'intake-mode',
      'office-unknown',
      'papers-packed',
      'procedure-not-in-force',
      'scan-unverified',
      'slip-issued',
      'step-not-allowed',
      'waybills-exhausted',
    ],
  }),
  /** Túi hồ sơ from the caller's own office or agency to `to`. */
  openPouch: route({
    method: 'POST',
    path: '/v1/pouches',
    who: packers,
    summary: 'Mở túi hồ sơ · A pouch from where the caller works to the other end',
    idempotent: true,
    body: z.strictObject({
      to: z.strictObject({ kind: z.enum(['office', 'agency']), id: shape.slug }),
    }),
    answers: { 201: PouchView },
    refuses: ['agency-unknown', 'office-unknown', 'pouch-ends'],
  }),
  /** What is on its way from or to the caller's place, the most urgent first. */
  listPouches: route({
    method: 'GET',
    path: '/v1/pouches',
    who: ends,
    reads: 'nothing-personal',
    summary:
      'Túi hồ sơ · Pouches that wait for the caller’s office or agency, by time limit; fewer than asked for where they are full',
    query: z.strictObject({
      state: z.enum(['open', 'sealed', 'under-way', 'counted']),
      /** `out`: what the caller's place has sealed, until it is signed for at the other end. */
      way: z.enum(['in', 'out']).default('in'),
      ...shape.page,
    }),
    answers: { 200: z.object({ items: z.array(PouchView), next: z.string().optional() }) },
  }),
  /** Only its two ends and its courier see a pouch. */
  readPouch: route({
    method: 'GET',
    path: '/v1/pouches/{pouchId}',
    who: ends,
    reads: 'nothing-personal',
    summary: 'Xem túi hồ sơ · Manifest, count and signatures',
    params: pouch,
    answers,
    refuses: ['pouch-unknown'],
  }),
  /**
   * The dossier's papers go in, and onto the manifest. A pouch has one other end: papers for
   * another are refused.
   */
  packDossier: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/pack',
    who: packers,
    summary: 'Cho vào túi · The dossier’s papers go into the pouch and onto its manifest',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ dossierId: shape.ulid }),
    answers,
    refuses: [
      'dossier-unknown',
      'papers-elsewhere',
      'papers-packed',
      'pouch-full',
      'pouch-state',
      'pouch-unknown',
      'pouch-wrong-way',
      'procedure-not-in-force',
    ],
  }),
  /** The papers are back with whoever packs. */
  unpackDossier: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/unpack',
    who: packers,
    summary: 'Lấy khỏi túi · Out of an open pouch again',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ dossierId: shape.ulid }),
    answers,
    refuses: ['dossier-unknown', 'pouch-state', 'pouch-unknown'],
  }),
  /**
   * Kết quả theo đơn gửi trả: an order’s result goes in like a dossier’s papers. From its agency to the post office
   * of the order, or back: all of its papers together, by whoever has them.
   */
  packOrder: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/pack-order',
    who: packers,
    summary:
      'Cho kết quả theo đơn vào túi · The result of a return order goes into the pouch and onto its manifest',
    idempotent: true,
    params: pouch,
    body: order,
    answers,
    refuses: [
      'papers-elsewhere',
      'papers-packed',
      'pouch-full',
      'pouch-state',
      'pouch-unknown',
      'pouch-wrong-way',
      'return-order-unknown',
      'step-not-allowed',
    ],
  }),
  /** The order’s result is back with whoever packs. */
  unpackOrder: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/unpack-order',
    who: packers,
    summary: 'Lấy kết quả theo đơn khỏi túi · Out of an open pouch again',
    idempotent: true,
    params: pouch,
    body: order,
    answers,
    refuses: ['pouch-state', 'pouch-unknown', 'return-order-unknown'],
  }),
  /** Niêm phong: closes the manifest under the number printed on the seal. */
  sealPouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/seal',
    who: packers,
    summary:
      'Niêm phong · From here on the manifest is what it is; again, under another seal, until a courier has taken it',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ sealNumber }),
    answers,
    refuses: ['calendar-missing', 'pouch-empty', 'pouch-ends', 'pouch-state', 'pouch-unknown'],
  }),
  /** The courier reads the seal's number; from here on the papers are the courier's. */
  takePouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/take',
    who: ['courier'],
    summary: 'Nhận túi để vận chuyển · The courier reads the seal and answers for the pouch',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ sealNumber }),
    answers,
    refuses: ['pouch-state', 'pouch-unknown', 'same-signatory', 'seal-mismatch'],
  }),
  /**
   * Kiểm đếm: a verdict for each dossier and each order of the manifest, `strays` for what none lists. Counted again,
   * `countNo` grows and what was signed before is void.
   */
  countPouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/count',
    who: packers,
    summary: 'Kiểm đếm từng dòng · Verdict for every line; one bad line holds no other back',
    idempotent: true,
    params: pouch,
    // 250 lines, each with what was found of its papers and a remark.
    bodyBytes: 1024 * 1024,
    body: z.strictObject({
      isSealIntact: z.boolean(),
      lines: z
        .array(
          z.strictObject({
            dossierId: shape.ulid,
            verdict: z.enum(verdicts),
            /** False: the papers go back with the courier; needs a remark. */
            isTaken: z.boolean().default(true),
            /** Absent: all that the manifest lists. */
            found: z.array(PaperShape).max(60).optional(),
            extra: z.array(PaperShape).max(60).default([]),
            remark: shape.text(300).optional(),
          }),
        )
        .max(250)
        .default([]),
      orders: z
        .array(
          z.strictObject({
            returnOrderId: shape.ulid,
            /** `missing`: nothing of it was there; in part it is `damaged`, and `remark` says what it lacks. */
            verdict: z.enum(verdicts),
            /** False: it goes back with the courier to whoever packed it; needs a remark. */
            isTaken: z.boolean().default(true),
            remark: shape.text(300).optional(),
          }),
        )
        .max(250)
        .default([]),
      strays: z.array(shape.text(200)).max(50).default([]),
    }),
    answers,
    refuses: ['count-incoherent', 'count-incomplete', 'pouch-state', 'pouch-unknown'],
  }),
  /**
   * Ký biên bản giao nhận (QĐ 45/2016 art. 7): first the courier who gives, then whoever receives.
   * The second signature files the dossiers: their terms begin at that moment.
   */
  signPouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/sign',
    who: ends,
    summary:
      'Ký biên bản giao nhận · First the courier, then the receiver: the second signature is the legal filing time',
    idempotent: true,
    params: pouch,
    /** The count that is signed: another one since is refused. */
    body: z.strictObject({
      countNo: z.int().min(1),
      /** A colleague signs for a courier who is not there any more, and says why. */
      giverAbsence: shape.text(300).optional(),
    }),
    answers,
    refuses: [
      'agency-unknown',
      'calendar-missing',
      'count-changed',
      'dossier-unknown',
      'giver-unsigned',
      'papers-elsewhere',
      'papers-packed',
      'pouch-state',
      'pouch-unknown',
      'procedure-not-in-force',
      'same-signatory',
      'step-not-allowed',
    ],
  }),
  /** Giấy tờ gốc: who holds each one now. */
  findPapers: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/papers',
    who: ends,
    reads: { what: 'papers', of: 'path' },
    summary: 'Giấy tờ đang ở đâu · Who holds each paper, and what the citizen gets back',
    params: dossier,
    answers: { 200: WhereaboutsView },
    refuses: ['dossier-unknown', 'procedure-not-in-force'],
  }),
  /** Papers that a count had missing are in the office's hands. */
  recoverPapers: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/papers/recovered',
    who: ['clerk'],
    summary: 'Giấy tờ thiếu đã có · Missing papers are found, or the citizen has brought them anew',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      papers: z.array(PaperShape).min(1).max(60),
      how: z.enum(['found', 'replaced']),
    }),
    answers: moved,
    refuses: ['dossier-unknown', 'papers-elsewhere', 'same-signatory'],
  }),
  /** Kết quả thất lạc: not there when both sides counted, and neither found nor made anew since. */
  listLostResults: route({
    method: 'GET',
    path: '/v1/lost-results',
    who: ends,
    reads: 'nothing-personal',
    summary:
      'Kết quả thất lạc khi giao nhận · Results that your office’s or agency’s pouches had missing, the oldest first',
    query: z.strictObject(shape.page),
    answers: { 200: LostResultList },
  }),
  /** By whoever has it in hand, at either end of the pouch; `word` says where it was. It counts when another confirms. */
  noteFoundResult: route({
    method: 'POST',
    path: '/v1/lost-results/{lostId}/found',
    who: packers,
    summary: 'Tìm thấy kết quả · A lost result is in hand; a second person confirms it',
    idempotent: true,
    params: lost,
    body: z.strictObject({ word: shape.text(300) }),
    answers: { 200: LostResultView },
    refuses: ['lost-unknown', 'nothing-lost'],
  }),
  /** The second signature, as a pouch has two: the result lies where it was found, to be packed, sent or fetched. */
  confirmFoundResult: route({
    method: 'POST',
    path: '/v1/lost-results/{lostId}/confirmation',
    who: ends,
    summary: 'Xác nhận đã tìm thấy · Somebody else has seen the found result',
    idempotent: true,
    params: lost,
    body: z.strictObject({}).optional(),
    answers: { 200: LostResultView },
    refuses: [
      'dossier-unknown',
      'lost-unknown',
      'nothing-lost',
      'papers-elsewhere',
      'papers-packed',
      'same-signatory',
    ],
  }),
  /**
   * What a department's counter did not take is with the office again, from the courier's hands.
   */
  takeBackPapers: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/papers/taken-back',
    who: ['clerk'],
    summary: 'Nhận lại giấy tờ từ bưu tá · What a department did not take is back at the counter',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: moved,
    refuses: ['dossier-unknown', 'papers-elsewhere'],
  }),
  /** Thu hồi giấy tờ cũ (TT 17/2017): handed in after the result, or a declared loss. */
  takeOldPapers: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/papers/old',
    who: ['clerk'],
    summary:
      'Thu hồi giấy tờ cũ · An old paper brought after the result, or declared lost (TT 17/2017)',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ takeBack: LateTakeBack }),
    answers: moved,
    refuses: ['dossier-unknown', 'old-papers-differ', 'papers-elsewhere', 'step-not-allowed'],
  }),
  /** What the agency has not yet got back, the oldest first. */
  listOldPapers: route({
    method: 'GET',
    path: '/v1/old-papers',
    who: ends,
    reads: 'nothing-personal',
    summary:
      'Giấy tờ cũ chưa thu hồi · Old papers of your office or agency that are not back at the agency, the oldest first',
    query: z.strictObject(shape.page),
    answers: { 200: OldPapersList },
  }),
  /**
   * Trả lại bản gốc: signed for by the applicant, the owner or whom they have authorised on record (QĐ
   * 45/2016 art. 10); `signatureSha256` is the picture's. `documentNumber` is compared and not kept.
   */
  giveBackPapers: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/papers/given-back',
    who: ['clerk'],
    summary: 'Trả giấy tờ cho công dân · Originals into the citizen’s hands, against a signature',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      /** True: the clerk compared the person with an identity document. */
      identityChecked: z.literal(true),
      receiver: z.enum(['self', 'authorised']).default('self'),
      receiverName: shape.personName,
      documentNumber: shape.personalNumber.optional(),
      /** Giấy ủy quyền, where somebody else came. */
      reference: shape.text(100).optional(),
      signatureSha256: shape.sha256Hex,
    }),
    answers: moved,
    refuses: [
      'authorisation-not-shown',
      'receiver-name-inexact',
      'receiver-not-authorised',
      'dossier-unknown',
      'papers-elsewhere',
      'papers-packed',
      'procedure-not-in-force',
    ],
  }),
} as const;
