import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { isoVietnam, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import type { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import type {
  makeReadInbox,
  makeReadPulse,
} from '#functions/departments/application/read-inbox.ts';
import type { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import type { makeWorkDossier, Worked } from '#functions/departments/application/work-dossier.ts';
import type { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { contract } from './contract.ts';
import { inboxView } from './views/inbox.ts';

interface UseCases {
  readonly pull: ReturnType<typeof makePullDossiers>;
  readonly work: ReturnType<typeof makeWorkDossier>;
  readonly supplement: ReturnType<typeof makeRequestSupplement>;
  readonly acts: ReturnType<typeof makeDeskActs>;
  readonly payments: ReturnType<typeof makeWorkPayment>;
  readonly inbox: ReturnType<typeof makeReadInbox>;
  readonly pulse: ReturnType<typeof makeReadPulse>;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...inboxHandlers(on),
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

const inboxHandlers = (on: UseCases): Of<'readInbox' | 'readPulse'> => ({
  readInbox: async ({ actor, params, query }) => {
    const { limit, after, dueBefore, ...asked } = query;
    const ask = { ...asked, dueBefore: dueBefore as VietnamDay | undefined };
    const page = { limit, ...(after !== undefined && { after }) };
    const read = await on.inbox({ actor, agency: params.agencyId, ...ask }, page);
    return shown(read, (value) => inboxView(on.catalogue, value), 200);
  },
  readPulse: async ({ actor, params }) => {
    const pulse = await on.pulse(actor, params.agencyId);
    return shown(pulse, (value) => ({ ...value, now: isoVietnam(on.clock.now()) }), 200);
  },
});

type WorkOperation =
  | 'acknowledgeDossier'
  | 'extendLease'
  | 'releaseLease'
  | 'takeBackLease'
  | 'decideDossier';

const workHandlers = (work: UseCases['work']): Pick<Handlers<typeof contract>, WorkOperation> => ({
  acknowledgeDossier: async ({ params, body, actor, idempotency }) =>
    reply(await work.acknowledge({ actor, idempotency, ...idOf(params), ...body })),
  extendLease: async ({ params, body, actor, idempotency }) =>
    reply(await work.extend({ actor, idempotency, ...idOf(params), ...body })),
  releaseLease: async ({ params, body, actor, idempotency }) =>
    reply(await work.release({ actor, idempotency, ...idOf(params), ...body })),
  takeBackLease: async ({ params, body, actor, idempotency }) =>
    reply(await work.takeBack({ actor, idempotency, ...idOf(params), ...body })),
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

const leasedHandlers = (
  acts: Acts,
): Of<'extendDeadline' | 'prolongTerm' | 'stopDossier' | 'transferDossier'> => ({
  prolongTerm: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, agreement, ...rest } = body;
    const asked = { ...rest, ...(agreement !== undefined && { agreement }) };
    return reply(await acts.prolong({ actor, idempotency, ...idOf(params), leaseNo, asked }));
  },
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
  | 'admitLateAnswer'
  | 'resumeDossier'
  | 'refuseReception'
  | 'grantWithdrawal'
  | 'approveDecision'
  | 'returnProposal';

const deskHandlers = (acts: Acts): Of<DeskOperation> => ({
  admitLateAnswer: async ({ params, body, actor, idempotency }) =>
    reply(await acts.admitLate({ actor, idempotency, ...idOf(params), ...body })),
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
