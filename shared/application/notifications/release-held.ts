import { silenceOf } from '#domain/notification/silence.ts';
import type { DossierLedger, StoredDossier } from '#ports/dossier-ledger.ts';
import type { SmsRecord } from '#ports/sms.ts';
import { isOvertakenIn } from './message-for.ts';
import { type SmsDesk, sendThrough, suppress } from './send-through.ts';

interface Deps extends SmsDesk {
  readonly ledger: DossierLedger;
}

/**
 * Sends what the night held back, to the number that the dossier has now. Of messages that tell of
 * one station after another only the last goes out: whether a later one exists is asked of the
 * history, so that it does not matter in which order or batch they come.
 */
export const makeReleaseHeldSms = (deps: Deps) => async (): Promise<number> => {
  const due = await deps.sms.due(deps.clock.now(), 200);
  for (const record of due) {
    const stored = await deps.ledger.load(record.dossierId);
    if (stored) await release(deps, record, stored);
  }
  return due.length;
};

const release = async (
  deps: Deps,
  record: SmsRecord,
  { dossier, applicant }: StoredDossier,
): Promise<void> => {
  const silence = silenceOf(dossier, record) ?? (await overtaking(deps, record, dossier));
  await (silence
    ? suppress(deps, record.reference, silence)
    : sendThrough(deps, record, applicant.phone));
};

const overtaking = async (
  { ledger }: Deps,
  record: SmsRecord,
  dossier: StoredDossier['dossier'],
): Promise<'overtaken' | undefined> => {
  const history = await ledger.history(dossier.id);
  return isOvertakenIn(record, history, dossier) ? 'overtaken' : undefined;
};
