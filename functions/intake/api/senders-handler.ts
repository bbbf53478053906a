import { numberWarnings } from '#domain/identifiers/personal-number.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import { type Problems, problemDocument } from '#edge/problem.ts';
import type { makeFindSender } from '#functions/intake/application/find-sender.ts';
import type { Registered } from '#functions/intake/application/register-dossier.ts';
import type { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { applicantOf } from './handed-in.ts';
import type { sendersContract } from './senders-contract.ts';

interface UseCases {
  readonly findSender: ReturnType<typeof makeFindSender>;
  readonly registerMany: ReturnType<typeof makeRegisterMany>;
  readonly problems: Problems;
}

export const makeSendersHandlers = ({
  findSender,
  registerMany,
  problems,
}: UseCases): Handlers<typeof sendersContract> => ({
  findSender: async ({ actor, body }) => {
    const asked =
      'phone' in body
        ? ({ kind: 'phone', value: body.phone } as const)
        : ({ kind: 'personalNumber', value: body.personalNumber } as const);
    const found = await findSender({ actor, ...asked });
    return found.ok ? { status: 200, body: found.value } : found;
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
        warnings: [...numberWarnings(sender.personalNumber)],
        lines: outcomes.map((outcome, n) => ({ line: n + 1, ...lineView(problems, outcome) })),
      },
    };
  },
});

const lineView = (problems: Problems, outcome: Outcome<Registered>): object =>
  outcome.ok
    ? outcome.value
    : { problem: problemDocument(problems, outcome.refusal.code, { ...outcome.refusal }) };
