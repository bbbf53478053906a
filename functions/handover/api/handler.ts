import { visiblePouch } from '#application/visible-pouch.ts';
import { type Pouch, pouchState } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { ok, shown } from '#edge/reply.ts';
import { oldPapersPage } from '#edge/views/old-papers.ts';
import type { makeIssueSlip } from '#functions/handover/application/issue-slip.ts';
import type {
  makeFindPapers,
  makeListOldPapers,
  makeMovePapers,
} from '#functions/handover/application/move-papers.ts';
import type { makePackOrder } from '#functions/handover/application/pack-order.ts';
import type { makePackPouch } from '#functions/handover/application/pack-pouch.ts';
import type { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import type { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Seals } from '#ports/seals.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';
import type { contract } from './contract.ts';
import { countOf } from './count.ts';
import { type LostUseCases, lostHandlers } from './lost-handlers.ts';
import { pouchPage } from './pouch-page.ts';
import { pouchView, whereaboutsView } from './views/pouch.ts';

interface UseCases extends LostUseCases {
  readonly slip: ReturnType<typeof makeIssueSlip>;
  readonly pouch: ReturnType<typeof makeWorkPouch>;
  readonly packing: ReturnType<typeof makePackPouch>;
  readonly orders: ReturnType<typeof makePackOrder>;
  readonly settle: ReturnType<typeof makeSettlePouch>;
  readonly papers: ReturnType<typeof makeMovePapers>;
  readonly find: ReturnType<typeof makeFindPapers>;
  readonly oldPapers: ReturnType<typeof makeListOldPapers>;
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly log: Log;
  readonly count: Count;
}

type On<Operation extends keyof typeof contract> = Pick<Handlers<typeof contract>, Operation>;

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...slipHandlers(on),
  ...packHandlers(on),
  ...handoverHandlers(on),
  ...readHandlers(on),
  ...paperHandlers(on),
  ...lostHandlers(on),
});

const slipHandlers = ({ slip, catalogue, seals }: UseCases): On<'issueSlip'> => ({
  issueSlip: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    const issued = await slip({ actor, idempotency, dossierId, agency: body.agency });
    if (!issued.ok) return issued;
    const { number, agency, version, handoverBy, provisionalDueAt, manifestHash } = issued.value;
    return {
      status: 200,
      body: {
        dossierId,
        version,
        slip: number,
        agency: { id: agency, name: catalogue.agency(agency)?.name ?? agency },
        handoverBy: isoVietnam(handoverBy),
        ...(provisionalDueAt !== undefined && { provisionalDueAt: isoVietnam(provisionalDueAt) }),
        manifestHash,
        trackingSecret: await seals.trackingSecret(dossierId),
      },
    };
  },
});

const packHandlers = ({
  pouch,
  packing,
  orders,
  catalogue,
}: UseCases): On<
  'openPouch' | 'packDossier' | 'unpackDossier' | 'packOrder' | 'unpackOrder' | 'sealPouch'
> => ({
  openPouch: async ({ actor, idempotency, body }) =>
    reply(catalogue, await pouch.open({ actor, idempotency, to: body.to }), 201),
  packDossier: async ({ actor, idempotency, params, body }) =>
    reply(catalogue, await packing.pack({ actor, idempotency, ...idsOf(params, body) })),
  unpackDossier: async ({ actor, idempotency, params, body }) =>
    reply(catalogue, await packing.unpack({ actor, idempotency, ...idsOf(params, body) })),
  packOrder: async ({ actor, idempotency, params, body }) =>
    reply(catalogue, await orders.pack({ actor, idempotency, ...orderIn(params, body) })),
  unpackOrder: async ({ actor, idempotency, params, body }) =>
    reply(catalogue, await orders.unpack({ actor, idempotency, ...orderIn(params, body) })),
  sealPouch: async ({ actor, idempotency, params, body }) =>
    reply(catalogue, await pouch.seal({ actor, idempotency, ...idOf(params), ...body })),
});

const handoverHandlers = (on: UseCases): On<'takePouch' | 'countPouch' | 'signPouch'> => ({
  takePouch: async ({ actor, idempotency, params, body }) =>
    reply(on.catalogue, await on.pouch.take({ actor, idempotency, ...idOf(params), ...body })),
  countPouch: async ({ actor, idempotency, params, body }) => {
    const pouch = await visiblePouch(on.ledger, actor, idOf(params).pouchId);
    if (!pouch.ok) return pouch;
    const count = countOf(pouch.value, body);
    return reply(
      on.catalogue,
      await on.pouch.count({ actor, idempotency, ...idOf(params), count }),
    );
  },
  signPouch: async ({ actor, idempotency, params, body }) => {
    const signed = await on.pouch.sign({ actor, idempotency, ...idOf(params), ...body });
    if (!signed.ok || pouchState(signed.value) !== 'signed') return reply(on.catalogue, signed);
    return reply(on.catalogue, await settleNow(on, signed.value));
  },
});

/** At once where it can be; what this cannot finish, the worker of each minute does. */
const settleNow = async (
  { settle, log, count }: UseCases,
  pouch: Pouch,
): Promise<Outcome<Pouch>> => {
  try {
    const settled = await settle(pouch.id);
    if (settled.ok) {
      if (settled.value.isUnbalanced) count(counted.pouchUnbalanced);
      return { ok: true, value: settled.value.pouch };
    }
    log.warn(codes.pouchUnsettled, { problem: settled.refusal.code });
  } catch (error) {
    log.warn(codes.pouchUnsettled, { error: errorFields(error) });
  }
  return { ok: true, value: pouch };
};

const readHandlers = ({
  ledger,
  index,
  find,
  catalogue,
}: UseCases): On<'listPouches' | 'readPouch' | 'findPapers'> => ({
  listPouches: async ({ actor, query: { state, way, limit, after } }) => {
    const list = { name: `${actor.office ?? actor.agency ?? ''}#${state}`, way };
    const ask = { limit, ...(after !== undefined && { after }) };
    const { items, ...rest } = await pouchPage({ ledger, index }, list, ask);
    return { status: 200, body: { items: items.map(pouchView(catalogue)), ...rest } };
  },
  readPouch: async ({ actor, params }) =>
    reply(catalogue, await visiblePouch(ledger, actor, idOf(params).pouchId)),
  findPapers: async ({ actor, params }) => {
    const found = await find(actor, params.dossierId as DossierId);
    return shown(found, whereaboutsView, 200);
  },
});

const paperHandlers = ({
  papers,
  oldPapers,
}: UseCases): On<
  'recoverPapers' | 'takeBackPapers' | 'giveBackPapers' | 'takeOldPapers' | 'listOldPapers'
> => ({
  takeOldPapers: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return ok(await papers.takeOld({ actor, idempotency, dossierId, ...body }));
  },
  listOldPapers: async ({ actor, query: { limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: oldPapersPage(await oldPapers(actor, ask)) };
  },
  recoverPapers: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return ok(await papers.recover({ actor, idempotency, dossierId, ...body }));
  },
  takeBackPapers: async ({ actor, idempotency, params }) => {
    const dossierId = params.dossierId as DossierId;
    return ok(await papers.takeBack({ actor, idempotency, dossierId }));
  },
  giveBackPapers: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    const { signatureSha256, receiver, receiverName: name, documentNumber: number } = body;
    const shown = { name, number, reference: body.reference };
    const asked = { actor, idempotency, dossierId, receiver, shown, signatureSha256 };
    return ok(await papers.giveBack(asked));
  },
});

const idOf = (params: { readonly pouchId: string }) => ({ pouchId: params.pouchId as PouchId });
const idsOf = (params: { readonly pouchId: string }, body: { readonly dossierId: string }) => ({
  ...idOf(params),
  dossierId: body.dossierId as DossierId,
});
const orderIn = (
  params: { readonly pouchId: string },
  body: { readonly returnOrderId: string },
) => ({ ...idOf(params), returnOrderId: body.returnOrderId as ReturnOrderId });

const reply = <const Status extends 200 | 201 = 200>(
  catalogue: Catalogue,
  outcome: Outcome<Pouch>,
  status = 200 as Status,
) => shown(outcome, pouchView(catalogue), status);
