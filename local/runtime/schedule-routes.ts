import type { FastifyPluginAsync } from 'fastify';
import type { Resource } from '#local/cloud/assembly/deployment.ts';
import { findByPart } from '#local/cloud/assembly/find-by-part.ts';
import { asText } from '#local/cloud/assembly/json.ts';
import type { Invocation } from '#local/cloud/lambda/function-host.ts';
import type { Schedule } from './sources.ts';

/** AWS tries a failed run twice more, after one and two minutes; whoever fires one here waits less. */
const firedThrice = async (schedule: Schedule): Promise<Invocation> => {
  const first = await schedule.fire();
  const second = first.ok ? first : await schedule.fire();
  return second.ok ? second : schedule.fire();
};

const rulesOf = (schedules: readonly Schedule[]): readonly Resource[] => [
  ...new Set(schedules.map(({ rule }) => rule)),
];

/** Runs the one schedule whose name has this in it, now; throws what failed, or why it is not one. */
export const fire = async (schedules: readonly Schedule[], part: string): Promise<void> => {
  const rule = findByPart(rulesOf(schedules), part);
  for (const schedule of schedules.filter((candidate) => candidate.rule === rule)) {
    const invocation = await firedThrice(schedule);
    if (!invocation.ok)
      throw new Error(`${rule.path} failed (${invocation.why}): ${invocation.error.errorMessage}`);
  }
};

/** What runs by the clock, and each of it now: nobody waits for the night to see what it does. */
export const scheduleRoutes =
  (schedules: readonly Schedule[]): FastifyPluginAsync =>
  async (server) => {
    server.get('/', async () => ({
      schedules: rulesOf(schedules).map(({ path, properties }) => ({
        name: path,
        when: asText(properties['ScheduleExpression']),
      })),
    }));
    server.post<{ Params: { part: string } }>('/:part/run', async ({ params }, reply) => {
      const problem = await fire(schedules, params.part).then(
        () => undefined,
        ({ message }: Error) => message,
      );
      return problem === undefined
        ? { ran: params.part }
        : reply.code(409).type('application/problem+json').send({ status: 409, title: problem });
    });
  };
