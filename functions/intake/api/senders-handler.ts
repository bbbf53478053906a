import type * as z from 'zod';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import type { Outcome } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { type Problems, problemDocument } from '#edge/problem.ts';
import type { makeFindSender } from '#functions/intake/application/find-sender.ts';
import type { makeListOfPerson } from '#functions/intake/application/list-of-person.ts';
import type { Registered } from '#functions/intake/application/register-dossier.ts';
import type { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { applicantOf, warningsOf } from './handed-in.ts';
import type { PersonLine, sendersContract } from './senders-contract.ts';
import { registeredView } from './views/registered.ts';

interface UseCases {
  readonly findSender: ReturnType<typeof makeFindSender>;
  readonly listOfPerson: ReturnType<typeof makeListOfPerson>;
  readonly registerMany: ReturnType<typeof makeRegisterMany>;
  readonly problems: Problems;
  readonly catalogue: Pick<Catalogue, 'procedureVersion'>;
}

export const makeSendersHandlers = ({
  findSender,
  listOfPerson,
  registerMany,
  problems,
  catalogue,
}: UseCases): Handlers<typeof sendersContract> => ({
  findSender: async ({ actor, body }) => {
    const asked =
      'phone' in body
        ? ({ kind: 'phone', value: body.phone } as const)
        : ({ kind: 'personalNumber', value: body.personalNumber } as const);
    const found = await findSender({ actor, ...asked });
    if (!found.ok) return found;
    const { sender, dossierId } = found.value;
    return { status: 200, body: sender, about: [dossierId] };
  },
  listOfPerson: async ({ actor, query: { limit, after }, body: { personalNumber } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const listed = await listOfPerson({ actor, personalNumber, page });
    if (!listed.ok) return listed;
    const { items, ...rest } = listed.value;
    const about = items.map(({ id }) => id);
    return { status: 200, about, body: { ...rest, items: items.map(lineOfPerson(catalogue)) } };
  },
  registerMany: async ({ actor, idempotency, body: { applicant, lines } }) => {
    if (!idempotency) throw new Error('the route takes an idempotency key');
    const sender = applicantOf(applicant);
    const outcomes = await registerMany({ actor, idempotency, applicant: sender, lines });
    const registered = outcomes.filter(({ ok }) => ok).length;
    return {
      status: 200,
      body: {
        registered,
        refused: outcomes.length - registered,
        warnings: warningsOf(applicant),
        lines: outcomes.map((outcome, n) => ({ line: n + 1, ...lineView(problems, outcome) })),
      },
    };
  },
});

const lineOfPerson =
  (catalogue: Pick<Catalogue, 'procedureVersion'>) =>
  (dossier: Dossier): z.output<typeof PersonLine> => {
    const { id: dossierId, status, registeredAt, acceptance, procedure } = dossier;
    const { code, version } = procedure;
    return {
      dossierId,
      number: knownAs(dossier),
      procedure: { code, name: catalogue.procedureVersion(code, version)?.name ?? code },
      status,
      registeredAt: isoVietnam(registeredAt),
      ...(acceptance?.dueAt !== undefined && { dueAt: isoVietnam(acceptance.dueAt) }),
    };
  };

const lineView = (problems: Problems, outcome: Outcome<Registered>): object =>
  outcome.ok
    ? registeredView(outcome.value)
    : { problem: problemDocument(problems, outcome.refusal.code, { ...outcome.refusal }) };
