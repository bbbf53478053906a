import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { sendAt } from '#domain/notification/quiet-hours.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';
import type { SmsGateway, SmsLedger, SmsOutcome, SmsRecord } from '#ports/sms.ts';
import type { SmsTexts } from '#ports/sms-texts.ts';
import { type Message, messageFor } from './message-for.ts';

interface Deps {
  readonly ledger: DossierLedger;
  readonly sms: SmsLedger;
  readonly gateway: SmsGateway;
  readonly texts: SmsTexts;
  readonly clock: Clock;
  /** The post office as the citizen knows it. */
  readonly officeName: (id: string) => string;
  /** False: messages go out at any hour (rehearsals, one machine). */
  readonly keepsQuietHours: boolean;
}

export type SmsSettled = 'sent' | 'failed' | 'unknown' | 'held' | 'settled-before';

/**
 * One SMS for one event. The row moves INTENT → SENDING → SENT, FAILED or UNKNOWN, and only the
 * move into SENDING allows the gateway call: a crash in between leaves SENDING, which is looked at
 * by a person and never sent again by itself (reliability (d) SMS ledger).
 */
export const makeSendSms =
  (deps: Deps) =>
  async (event: PublishedEvent): Promise<Outcome<SmsSettled>> => {
    const stored = await deps.ledger.load(event.subject as DossierId);
    if (!stored) return refuse({ code: 'dossier-unknown' });
    const record = recordFor(
      event,
      messageFor(event, stored.dossier, deps.officeName(stored.dossier.office)),
      deps,
    );
    const isNew = await deps.sms.open(record);
    const current = isNew ? record : await deps.sms.find(record.reference);
    if (current?.state === 'held') return done('held');
    return done(await deliver(deps, record, stored.applicant.phone));
  };

const recordFor = (
  event: PublishedEvent,
  { template, values }: Message,
  { clock, keepsQuietHours }: Deps,
): SmsRecord => {
  const now = clock.now();
  const due = keepsQuietHours ? sendAt(now) : now;
  return {
    reference: referenceOf(event, template),
    dossierId: event.subject as DossierId,
    dossierVersion: event.data.version,
    template,
    values,
    createdAt: now,
    updatedAt: now,
    ...(due > now ? { state: 'held', sendAt: due } : { state: 'intent' }),
  };
};

/** Sends what the night held back; the number is the one that the dossier has now. */
export const makeReleaseHeldSms = (deps: Deps) => async (): Promise<number> => {
  const due = await deps.sms.due(deps.clock.now(), 200);
  for (const record of due) {
    const stored = await deps.ledger.load(record.dossierId);
    if (stored) await deliver(deps, record, stored.applicant.phone);
  }
  return due.length;
};

/** Unique for (dossier, transition, template), and short enough for every gateway. */
const referenceOf = (event: PublishedEvent, template: string): string =>
  `${event.subject}-${event.data.version}-${template}`;

const deliver = async (
  { sms, gateway, texts, clock }: Deps,
  record: SmsRecord,
  phone: string,
): Promise<SmsSettled> => {
  const { reference } = record;
  const mine = await sms.move(reference, ['intent', 'held'], {
    state: 'sending',
    at: clock.now(),
  });
  if (!mine) return 'settled-before';
  const text = texts.render(record.template, record.values);
  const outcome = await gateway.send({ reference, phone, text });
  const state = settledState(outcome);
  await sms.move(reference, ['sending'], {
    state,
    at: clock.now(),
    ...('gatewayId' in outcome && { gatewayId: outcome.gatewayId }),
    ...('why' in outcome && { why: outcome.why }),
  });
  return state;
};

const settledState = ({ outcome }: SmsOutcome) =>
  (({ sent: 'sent', refused: 'failed', unknown: 'unknown' }) as const)[outcome];
