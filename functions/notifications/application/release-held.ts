import type { SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import { isOvertakenIn } from './message-for.ts';
import { type SmsDesk, sendThrough, suppress } from './send-through.ts';

interface Deps extends SmsDesk {
  readonly ledger: UnitOfWork;
}

/**
 * Sends what the night held back, to the number that the dossier has now. Of messages that tell of
 * one station after another only the last goes out: whether a later one exists is asked of the
 * history, so that it does not matter in which order or batch they come.
 */
export const makeReleaseHeldSms = (deps: Deps) => async (): Promise<number> => {
  const due = await deps.sms.due(deps.clock.now(), 200);
  for (const record of due) {
    const to = await addresseeOf(deps.ledger, record);
    if (to) await release(deps, record, to);
  }
  return due.length;
};

const release = async (deps: Deps, record: SmsRecord, to: Addressee): Promise<void> => {
  const silence = to.silence ?? (await overtaking(deps, record));
  await (silence ? suppress(deps, record.reference, silence) : sendThrough(deps, record, to.phone));
};

const overtaking = async (
  { ledger }: Deps,
  record: SmsRecord,
): Promise<'overtaken' | undefined> => {
  // A return order tells of few stations, hours apart: none overtakes another.
  const stored = record.about ? undefined : await ledger.load(record.dossierId);
  if (!stored) return undefined;
  const history = await ledger.history(stored.dossier.id);
  return isOvertakenIn(record, history, stored.dossier) ? 'overtaken' : undefined;
};
