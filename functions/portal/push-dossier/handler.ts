import type * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { retry, settled, type Verdict } from '#edge/queue.ts';
import type { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';
import type { PortalMessage } from './contract.ts';

/**
 * The message is settled as soon as the change is noted: what the portal does not answer or refuses is in
 * the record of the dossier, not in the queue, where hours of silence would end in the dead letters.
 */
export const makeJudge =
  (push: ReturnType<typeof makePushDossier>, log: Log, count: Count) =>
  async ({ subject, data }: z.output<typeof PortalMessage>): Promise<Verdict> => {
    const told = await push.onChange(subject as DossierId, data.version);
    if (!told.ok) return retry(told.refusal.code);
    if (told.value === 'rejected') count(counted.nationalCopyStale);
    log.info(codes.nationalCopyPushed, {
      dossierId: subject,
      version: data.version,
      outcome: told.value,
    });
    return settled;
  };
