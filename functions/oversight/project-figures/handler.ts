import { retry, settled, type Verdict } from '#edge/queue.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { makeProjectFigures } from '#functions/oversight/application/project-figures.ts';

export const makeJudge =
  (project: ReturnType<typeof makeProjectFigures>) =>
  async (event: PublishedEvent): Promise<Verdict> => {
    const counted = await project(event);
    return counted.ok ? settled : retry(counted.refusal.code);
  };
