import type * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { retry, settled, type Verdict } from '#edge/queue.ts';
import type { makeReceiveDossier } from '#functions/departments/application/receive-dossier.ts';
import type { DepartmentMessage } from './contract.ts';

export const makeJudge =
  (receive: ReturnType<typeof makeReceiveDossier>) =>
  async ({ id, subject, data }: z.output<typeof DepartmentMessage>): Promise<Verdict> => {
    const outcome = await receive({
      eventId: id,
      dossierId: subject as DossierId,
      agency: data.agency,
    });
    return outcome.ok ? settled : retry(outcome.refusal.code);
  };
