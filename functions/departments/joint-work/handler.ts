import type { TaskRule } from '#domain/deadline/time-rule.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { Call, Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import {
  assignedCaseView,
  assignedListView,
  assignmentsView,
  assignmentWorkedView,
  jointWorkView,
} from '#functions/departments/api/views/assignment.ts';
import type { makeAnswerAssignment } from '#functions/departments/application/answer-assignment.ts';
import type { JointWork, makeJointWork } from '#functions/departments/application/joint-work.ts';
import type {
  makeListAssignments,
  makeReadAssignment,
} from '#functions/departments/application/read-assignments.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly lead: ReturnType<typeof makeJointWork>;
  readonly own: ReturnType<typeof makeAnswerAssignment>;
  readonly list: ReturnType<typeof makeListAssignments>;
  readonly read: ReturnType<typeof makeReadAssignment>;
  readonly index: DossierIndex;
  readonly clock: Clock;
}

type On<Operation extends keyof typeof contract> = Pick<Handlers<typeof contract>, Operation>;

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...leadHandlers(on),
  ...ownHandlers(on),
  ...readHandlers(on),
});

const leadHandlers = ({
  lead,
}: UseCases): On<'openConsultation' | 'planLegs' | 'recallAssignment' | 'reassignAssignment'> => ({
  openConsultation: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, ...task } = body;
    const asked = withRule(task);
    return reply(await lead.consult({ actor, idempotency, ...idOf(params), leaseNo, asked }));
  },
  planLegs: async ({ params, body, actor, idempotency }) => {
    const plan = body.plan && { ...body.plan, legs: body.plan.legs.map(withRule) };
    const { leaseNo } = body;
    return reply(await lead.planLegs({ actor, idempotency, ...idOf(params), leaseNo, plan }));
  },
  recallAssignment: async ({ params, body, actor, idempotency }) =>
    reply(await lead.recall({ actor, idempotency, ...taskOf(params), ...body })),
  reassignAssignment: async ({ params, body, actor, idempotency }) =>
    reply(await lead.reassign({ actor, idempotency, ...taskOf(params), ...body })),
});

const ownHandlers = ({
  own,
}: UseCases): On<'takeAssignment' | 'takeBackAssignment' | 'answerAssignment'> => ({
  takeAssignment: async ({ params, body, actor, idempotency }) => {
    const taken = await own.take({ actor, idempotency, ...taskOf(params), ...body });
    return shown(taken, assignmentWorkedView, 200);
  },
  takeBackAssignment: async ({ params, body, actor, idempotency }) => {
    const taken = await own.takeBack({ actor, idempotency, ...taskOf(params), ...body });
    return shown(taken, assignmentWorkedView, 200);
  },
  answerAssignment: async ({ params, body, actor, idempotency }) => {
    const { leaseNo, outcome, opinion: text, scanId } = body;
    const scan = scanId === undefined ? {} : { scan: scanId as ScanId };
    const opinion = { outcome, opinion: text, ...scan };
    const answered = await own.answer({
      actor,
      idempotency,
      ...taskOf(params),
      leaseNo,
      opinion,
    });
    return shown(answered, assignmentWorkedView, 200);
  },
});

const readHandlers = (on: UseCases): On<'listAssignments' | 'readAssignment' | 'listAssigned'> => ({
  listAssignments: async ({ actor, params }) => {
    const all = await on.list({ actor, ...idOf(params) });
    return all.ok ? { status: 200, body: assignmentsView(all.value, on.clock.now()) } : all;
  },
  readAssignment: async ({ actor, params }) => {
    const read = await on.read({ actor, ...taskOf(params) });
    return read.ok ? { status: 200, body: assignedCaseView(read.value, on.clock.now()) } : read;
  },
  listAssigned: async ({ actor, params, query }) => {
    // What another agency was asked is not forbidden, it does not exist.
    if (actor.agency !== params.agencyId) return refuse({ code: 'dossier-unknown' });
    const { state, limit, after } = query;
    const ask = { limit, ...(after !== undefined && { after }) };
    const page = await on.index.assigned(params.agencyId, state, ask);
    return { status: 200, body: assignedListView(page) };
  },
});

type Task = Call<(typeof contract)['openConsultation']>['body'];

const withRule = <T extends Pick<Task, 'limit'>>({ limit, ...task }: T) => ({
  ...task,
  limit: ruleOf(limit),
});

const ruleOf = ({ unit, amount }: Task['limit']): TaskRule => ({
  unit,
  amount,
  startPolicy: unit === 'working-hours' ? 'at-once' : 'next-day',
});

const idOf = (params: { dossierId: string }) => ({ dossierId: params.dossierId as DossierId });
const taskOf = (params: { dossierId: string; assignment: number }) => ({
  ...idOf(params),
  assignment: params.assignment,
});

const reply = (worked: Outcome<JointWork>) => shown(worked, jointWorkView, 200);
