import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { actorName } from '#domain/dossier/record.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { CallOutcome } from '#functions/notifications/domain/unreached.ts';
import type { SettledCall, SmsLedger, SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { Clock } from '#ports/clock.ts';
import type { Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';
import { addresseeOf } from './addressee.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly sms: SmsLedger;
  readonly clock: Clock;
}

/** A call to make; the number is there for the post office whose dossier it is, and for nobody else. */
export interface CallToMake {
  readonly record: SmsRecord;
  readonly phone?: string;
}

/** "Gọi cho người dân": whom no message has reached. Whose number is shown is kept first. */
export const makeListCalls =
  (deps: Deps) =>
  async (request: {
    readonly actor: Staff;
    readonly office?: string | undefined;
    readonly page: PageAsk;
  }): Promise<Outcome<Page<CallToMake>>> => {
    const { actor, office, page } = request;
    const whose = officeAsked(actor, office);
    if (!whose.ok) return whose;
    const { items, ...rest } = await deps.sms.calls(whose.value, page);
    return done({ ...rest, items: await Promise.all(items.map(withPhone(deps, actor))) });
  };

const withPhone =
  ({ ledger }: Deps, actor: Staff) =>
  async (record: SmsRecord): Promise<CallToMake> => {
    const to = await addresseeOf(ledger, record);
    if (!to || to.office !== actor.office) return { record };
    return { record, ...(to.phone !== undefined && { phone: to.phone }) };
  };

/** How the call went. Said again it is the same answer; said otherwise it is refused. */
export const makeSettleCall =
  ({ sms, clock }: Pick<Deps, 'sms' | 'clock'>) =>
  async (request: {
    readonly actor: Staff;
    readonly reference: string;
    readonly outcome: CallOutcome;
    readonly note?: string | undefined;
  }): Promise<Outcome<SettledCall>> => {
    const { actor, reference, outcome, note } = request;
    const call = (await sms.find(reference))?.call;
    if (!call || call.office !== actor.office) return refuse({ code: 'call-unknown' });
    const now = { outcome, by: actorName(actor), at: clock.now(), ...(note && { note }) };
    if (await sms.settleCall(reference, now)) return done(now);
    const before = (await sms.find(reference))?.call?.settled ?? now;
    return before.outcome === outcome
      ? done(before)
      : refuse({ code: 'call-settled', outcome: before.outcome });
  };
