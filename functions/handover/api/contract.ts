import * as z from 'zod';
import { verdicts } from '#domain/handover/pouch.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { LateTakeBack, OldPapersList } from '#edge/views/old-papers.ts';
import { PaperShape } from '#edge/views/papers.ts';
import { PouchView, WhereaboutsView } from './views/pouch.ts';

const dossier = z.object({ dossierId: shape.ulid });
const pouch = z.object({ pouchId: shape.ulid });
const ends = ['clerk', 'courier', 'officer', 'leader'] as const;
const packers = ['clerk', 'officer', 'leader'] as const;
const moved = { 200: z.object({ dossierId: shape.ulid, version: z.int() }) };
const answers = { 200: PouchView };
const sealNumber = shape.text(40);

/** Giao nhận hồ sơ giấy: slips, pouches and the papers in them. */
export const contract = {
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
  }),
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
  }),
  listPouches: route({
    method: 'GET',
    path: '/v1/pouches',
    who: ends,
    summary: 'Túi hồ sơ · Pouches that wait for the caller’s office or agency, by time limit',
    query: z.strictObject({
      state: z.enum(['open', 'sealed', 'under-way', 'counted']),
      ...shape.page,
    }),
    answers: { 200: z.object({ items: z.array(PouchView), next: z.string().optional() }) },
  }),
  readPouch: route({
    method: 'GET',
    path: '/v1/pouches/{pouchId}',
    who: ends,
    summary: 'Xem túi hồ sơ · Manifest, count and signatures',
    params: pouch,
    answers,
  }),
  packDossier: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/pack',
    who: packers,
    summary: 'Cho vào túi · The dossier’s papers go into the pouch and onto its manifest',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ dossierId: shape.ulid }),
    answers,
  }),
  unpackDossier: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/unpack',
    who: packers,
    summary: 'Lấy khỏi túi · Out of an open pouch again',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ dossierId: shape.ulid }),
    answers,
  }),
  sealPouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/seal',
    who: packers,
    summary: 'Niêm phong · From here on the manifest is what it is',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ sealNumber }),
    answers,
  }),
  takePouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/take',
    who: ['courier'],
    summary: 'Nhận túi để vận chuyển · The courier reads the seal and answers for the pouch',
    idempotent: true,
    params: pouch,
    body: z.strictObject({ sealNumber }),
    answers,
  }),
  countPouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/count',
    who: packers,
    summary: 'Kiểm đếm từng dòng · Verdict for every line; one bad line holds no other back',
    idempotent: true,
    params: pouch,
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
        .min(1)
        .max(250),
      strays: z.array(shape.text(200)).max(50).default([]),
    }),
    answers,
  }),
  signPouch: route({
    method: 'POST',
    path: '/v1/pouches/{pouchId}/sign',
    who: ends,
    summary:
      'Ký biên bản giao nhận · First the courier, then the receiver: the second signature is the legal filing time',
    idempotent: true,
    params: pouch,
    /** The count that is signed: another one since is refused. */
    body: z.strictObject({ countNo: z.int().min(1) }),
    answers,
  }),
  findPapers: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/papers',
    who: ends,
    summary: 'Giấy tờ đang ở đâu · Who holds each paper, and what the citizen gets back',
    params: dossier,
    answers: { 200: WhereaboutsView },
  }),
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
  }),
  takeBackPapers: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/papers/taken-back',
    who: ['clerk'],
    summary: 'Nhận lại giấy tờ từ bưu tá · What a department did not take is back at the counter',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: moved,
  }),
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
  }),
  listOldPapers: route({
    method: 'GET',
    path: '/v1/old-papers',
    who: ends,
    summary:
      'Giấy tờ cũ chưa thu hồi · Old papers of your office or agency that are not back at the agency, the oldest first',
    query: z.strictObject(shape.page),
    answers: { 200: OldPapersList },
  }),
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
      signatureSha256: shape.sha256Hex,
    }),
    answers: moved,
  }),
} as const;
