import { dossierNames } from '#application/dossier-names.ts';
import type { makeReadDossier, makeReadHistory } from '#application/read-dossier.ts';
import { explain } from '#domain/deadline/due-date.ts';
import { parseCccdQr } from '#domain/identifiers/cccd-qr.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { ok, shown } from '#edge/reply.ts';
import { normaliseSecret } from '#edge/secret.ts';
import { dossierView, historyView } from '#edge/views/dossier.ts';
import { pageView } from '#edge/views/worklist.ts';
import type { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import type { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import type { makeReadClocks } from '#functions/intake/application/read-clocks.ts';
import type { makeReceiveSupplement } from '#functions/intake/application/receive-supplement.ts';
import type { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Seals } from '#ports/seals.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { makeAppointmentHandlers } from './appointment-handler.ts';
import type { contract } from './contract.ts';
import { applicantOf, warningsOf } from './handed-in.ts';
import { makeOfflineHandlers } from './offline-handler.ts';
import { makeSendersHandlers } from './senders-handler.ts';
import { clocksView } from './views/clocks.ts';
import { registeredView } from './views/registered.ts';

type AppointmentUseCases = Parameters<typeof makeAppointmentHandlers>[0];
type OfflineUseCases = Parameters<typeof makeOfflineHandlers>[0];
type SenderUseCases = Parameters<typeof makeSendersHandlers>[0];

interface UseCases extends AppointmentUseCases, OfflineUseCases, SenderUseCases {
  readonly register: ReturnType<typeof makeRegisterDossier>;
  readonly accept: ReturnType<typeof makeAcceptDossier>;
  readonly acts: ReturnType<typeof makeCounterActs>;
  readonly supplement: ReturnType<typeof makeReceiveSupplement>;
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly history: ReturnType<typeof makeReadHistory>;
  readonly clocks: ReturnType<typeof makeReadClocks>;
  readonly index: DossierIndex;
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly seals: Seals;
  readonly catalogue: Catalogue;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...makeAppointmentHandlers(on),
  ...makeOfflineHandlers(on),
  ...makeSendersHandlers(on),
  registerDossier: async ({ actor, idempotency, body }) => {
    const applicant = applicantOf(body.applicant);
    const registered = await on.register({ ...body, applicant, actor, idempotency });
    if (!registered.ok) return registered;
    const warnings = warningsOf(body.applicant);
    return { status: 201, body: { ...registeredView(registered.value), warnings } };
  },
  readIdentityCard: async ({ body }) => {
    const { fields, warnings } = parseCccdQr(body.text);
    return { status: 200, body: { fields, warnings: [...warnings] } };
  },
  listDossiers: async ({ actor, query }) => {
    const { status, limit, after } = query;
    const ask = { limit, ...(after !== undefined && { after }) };
    return {
      status: 200,
      body: pageView(on.catalogue, await on.index.worklist(actor.office ?? '', status, ask)),
    };
  },
  ...readHandlers(on),
  ...counterHandlers(on.acts),
  ...supplementHandler(on.supplement),
  acceptDossier: async ({ actor, idempotency, params }) => {
    const dossierId = params.dossierId as DossierId;
    const accepted = await on.accept({ actor, idempotency, dossierId });
    if (!accepted.ok) return accepted;
    const { receivedAt: _, ...rest } = accepted.value;
    const { agency, acceptedAt, dueAt, transferBy, explanation, ...told } = rest;
    return {
      status: 200,
      body: {
        ...told,
        agency: { id: agency, name: on.catalogue.agency(agency)?.name ?? agency },
        acceptedAt: isoVietnam(acceptedAt),
        ...(dueAt !== undefined && { dueAt: isoVietnam(dueAt) }),
        transferBy: isoVietnam(transferBy),
        explanation: {
          vi: explanation.map((step) => explain(step, 'vi')),
          en: explanation.map((step) => explain(step, 'en')),
        },
        trackingSecret: await on.seals.trackingSecret(dossierId),
        receipt: `/v1/dossiers/${dossierId}/documents/receipt.pdf`,
      },
    };
  },
});

const readHandlers = (
  on: UseCases,
): Pick<Handlers<typeof contract>, 'readDossier' | 'readHistory' | 'readClocks'> => ({
  readDossier: async ({ actor, params }) => {
    const read = await on.read({ actor, dossierId: params.dossierId as DossierId });
    if (!read.ok) return read;
    const names = await dossierNames(on, actor, read.value.dossier);
    return { status: 200, body: dossierView(read.value, names) };
  },
  readHistory: async ({ actor, params }) => {
    const history = await on.history({ actor, dossierId: params.dossierId as DossierId });
    return shown(history, historyView, 200);
  },
  readClocks: async ({ actor, params }) => {
    const clocks = await on.clocks(actor, params.dossierId as DossierId);
    return shown(clocks, clocksView, 200);
  },
});

const counterHandlers = (
  acts: UseCases['acts'],
): Pick<Handlers<typeof contract>, 'recordWarning' | 'withdrawDossier' | 'joinDossier'> => ({
  recordWarning: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return ok(await acts.warn({ actor, idempotency, dossierId, ...body }));
  },
  withdrawDossier: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return ok(await acts.withdraw({ actor, idempotency, dossierId, reason: body.reason }));
  },
  joinDossier: async ({ actor, idempotency, body }) =>
    ok(
      await acts.join({
        actor,
        idempotency,
        code: normalisePaperNumber(body.code),
        secret: normaliseSecret(body.secret),
      }),
    ),
});

const supplementHandler = (
  receive: UseCases['supplement'],
): Pick<Handlers<typeof contract>, 'receiveSupplement'> => ({
  receiveSupplement: async ({ actor, idempotency, params }) => {
    const dossierId = params.dossierId as DossierId;
    const received = await receive({ actor, idempotency, dossierId });
    if (!received.ok) return received;
    const { dueAt, ...rest } = received.value;
    return {
      status: 200,
      body: { ...rest, ...(dueAt !== undefined && { dueAt: isoVietnam(dueAt) }) },
    };
  },
});
