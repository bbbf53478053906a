import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { sendAt } from '#functions/notifications/domain/quiet-hours.ts';
import { referenceOf } from '#functions/notifications/domain/reference.ts';
import { silenceOf } from '#functions/notifications/domain/silence.ts';
import type { SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import type { Message } from './message.ts';
import { messagesFor } from './message-for.ts';
import { type SmsDesk, type SmsSettled, sendThrough, suppress } from './send-through.ts';

interface Deps extends SmsDesk {
  readonly ledger: UnitOfWork;
  /** The post office as the citizen knows it. */
  readonly officeName: (id: string) => string;
  /** False: messages go out at any hour (rehearsals, one machine). */
  readonly keepsQuietHours: boolean;
}

/** The messages of one event, each to the number that the dossier has now, each once. */
export const makeSendSms =
  (deps: Deps) =>
  async (event: PublishedEvent): Promise<Outcome<readonly SmsSettled[]>> => {
    const { ledger, officeName } = deps;
    const dossierId = event.subject as DossierId;
    const stored = await ledger.load(dossierId);
    if (!stored) return refuse({ code: 'dossier-unknown' });
    const { dossier } = stored;
    const messages = await messagesFor(event, dossier, officeName(dossier.office), () =>
      ledger.history(dossierId),
    );
    const settled: SmsSettled[] = [];
    for (const message of messages)
      settled.push(await tell(deps, stored, recordFor(event, message, deps)));
    return done(settled);
  };

const tell = async (
  deps: Deps,
  { dossier, applicant }: StoredDossier,
  record: SmsRecord,
): Promise<SmsSettled> => {
  const isNew = await deps.sms.open(record);
  const silence = silenceOf(dossier, record);
  if (silence) return suppress(deps, record.reference, silence);
  const current = isNew ? record : await deps.sms.find(record.reference);
  return current?.state === 'held' ? 'held' : sendThrough(deps, record, applicant.phone);
};

const recordFor = (
  event: PublishedEvent,
  { template, values }: Message,
  deps: Pick<Deps, 'clock' | 'keepsQuietHours'>,
): SmsRecord => {
  const dossierId = event.subject as DossierId;
  return smsRecord(deps, { dossierId, dossierVersion: event.data.version, template, values });
};

/** The row of a message that is to go out now, or in the night in the morning. */
export const smsRecord = (
  { clock, keepsQuietHours }: Pick<Deps, 'clock' | 'keepsQuietHours'>,
  message: Pick<SmsRecord, 'dossierId' | 'dossierVersion' | 'template' | 'values' | 'about'>,
): SmsRecord => {
  const now = clock.now();
  const due = keepsQuietHours ? sendAt(now) : now;
  return {
    ...message,
    reference: referenceOf(message),
    createdAt: now,
    updatedAt: now,
    ...(due > now ? { state: 'held', sendAt: due } : { state: 'intent' }),
  };
};
