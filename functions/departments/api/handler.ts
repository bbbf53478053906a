import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import { pageView } from '#edge/views/dossier.ts';
import type { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import type { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import type { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import type { makeWorkDossier, Worked } from '#functions/departments/application/work-dossier.ts';
import type { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly pull: ReturnType<typeof makePullDossiers>;
  readonly work: ReturnType<typeof makeWorkDossier>;
  readonly supplement: ReturnType<typeof makeRequestSupplement>;
  readonly acts: ReturnType<typeof makeDeskActs>;
  readonly payments: ReturnType<typeof makeWorkPayment>;
  readonly index: DossierIndex;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  readInbox: async ({ actor, params, query }) => {
    // Another department's inbox is not forbidden, it does not exist.
    if (actor.agency !== params.agencyId) return refuse({ code: 'dossier-unknown' });
    const { state, limit, after } = query;
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: pageView(await on.index.inbox(params.agencyId, state, ask)) };
  },
  pullDossiers: async ({ actor, idempotency, params, body }) => {
    const pulled = await on.pull({
      actor,
      idempotency,
      agency: params.agencyId,
      ...body,
      dossierIds: body.dossierIds as readonly DossierId[] | undefined,
    });
    if (!pulled.ok) return pulled;
    const leased = pulled.value.map(({ leasedUntil, dueAt, ...lease }) => ({
      ...lease,
      leasedUntil: isoVietnam(leasedUntil),
      ...(dueAt !== undefined && { dueAt: isoVietnam(dueAt) }),
    }));
    return { status: 200, body: { leased } };
  },
  requestSupplement: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, ...asked } = body;
    const supplement = { actor, idempotency, ...idOf(params), leaseNo, asked };
    return reply(await on.supplement(supplement));
  },
  ...paymentHandlers(on.payments),
  ...workHandlers(on.work),
  ...leasedHandlers(on.acts),
  ...deskHandlers(on.acts),
});

type WorkOperation = 'acknowledgeDossier' | 'extendLease' | 'releaseLease' | 'decideDossier';

const workHandlers = (work: UseCases['work']): Pick<Handlers<typeof contract>, WorkOperation> => ({
  acknowledgeDossier: async ({ params, body, actor, idempotency }) =>
    reply(await work.acknowledge({ actor, idempotency, ...idOf(params), ...body })),
  extendLease: async ({ params, body, actor, idempotency }) =>
    reply(await work.extend({ actor, idempotency, ...idOf(params), ...body })),
  releaseLease: async ({ params, body, actor, idempotency }) =>
    reply(await work.release({ actor, idempotency, ...idOf(params), ...body })),
  decideDossier: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, outcome, resultScanId, reason, confirmsOpenConsultations } = body;
    const asked = {
      outcome,
      confirmsOpenConsultations,
      resultScan: resultScanId as ScanId,
      ...(reason !== undefined && { reason }),
    };
    return reply(await work.decide({ actor, idempotency, ...idOf(params), leaseNo, asked }));
  },
});

type Acts = UseCases['acts'];
type Of<Operation extends keyof typeof contract> = Pick<Handlers<typeof contract>, Operation>;

const paymentHandlers = (
  payments: UseCases['payments'],
): Of<'requestPayment' | 'settlePaymentRequest'> => ({
  requestPayment: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, instructions, ...rest } = body;
    const asked = { ...rest, ...(instructions !== undefined && { instructions }) };
    return reply(await payments.request({ actor, idempotency, ...idOf(params), leaseNo, asked }));
  },
  settlePaymentRequest: async ({ params, body, actor, idempotency }) => {
    const settled = { actor, idempotency, ...idOf(params), number: params.number };
    return reply(
      body.outcome === 'paid'
        ? await payments.confirm({ ...settled, reference: body.reference })
        : await payments.cancel({ ...settled, reason: body.reason }),
    );
  },
});

const leasedHandlers = (acts: Acts): Of<'extendDeadline' | 'stopDossier' | 'transferDossier'> => ({
  extendDeadline: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, reason, newDueDay, override } = body;
    const asked = { reason, newDueDay, ...(override !== undefined && { override }) };
    return reply(await acts.extend({ actor, idempotency, ...idOf(params), leaseNo, asked }));
  },
  stopDossier: async ({ params, body, actor, idempotency }) =>
    reply(await acts.stop({ actor, idempotency, ...idOf(params), ...body })),
  transferDossier: async ({ params, body, actor, idempotency }) => {
    const { toAgency: to, ...rest } = body;
    return reply(await acts.transfer({ actor, idempotency, ...idOf(params), ...rest, to }));
  },
});

type DeskOperation =
  | 'resumeDossier'
  | 'refuseReception'
  | 'grantWithdrawal'
  | 'approveDecision'
  | 'returnProposal';

const deskHandlers = (acts: Acts): Of<DeskOperation> => ({
  resumeDossier: async ({ params, actor, idempotency }) =>
    reply(await acts.resume({ actor, idempotency, ...idOf(params) })),
  refuseReception: async ({ params, body, actor, idempotency }) =>
    reply(await acts.refuseReception({ actor, idempotency, ...idOf(params), ...body })),
  grantWithdrawal: async ({ params, actor, idempotency }) =>
    reply(await acts.grantWithdrawal({ actor, idempotency, ...idOf(params) })),
  approveDecision: async ({ params, actor, idempotency }) =>
    reply(await acts.approve({ actor, idempotency, ...idOf(params) })),
  returnProposal: async ({ params, body, actor, idempotency }) =>
    reply(await acts.returnProposal({ actor, idempotency, ...idOf(params), ...body })),
});

const idOf = (params: { dossierId: string }) => ({ dossierId: params.dossierId as DossierId });

const workedView = ({ leasedUntil, ...rest }: Worked) => ({
  ...rest,
  ...(leasedUntil !== undefined && { leasedUntil: isoVietnam(leasedUntil) }),
});

const reply = (worked: Outcome<Worked>) => shown(worked, workedView, 200);
