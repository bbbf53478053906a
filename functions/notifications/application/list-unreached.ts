import { referenceOf } from '#functions/notifications/domain/reference.ts';
import { reasonToCall } from '#functions/notifications/domain/unreached.ts';
import type { SmsLedger, SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { Clock } from '#ports/clock.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { addresseeOf } from './addressee.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly sms: SmsLedger;
  readonly clock: Clock;
}

/**
 * Puts a message of which the network said that it did not arrive, or said nothing in time, on the
 * call list of the post office that took the dossier in. True when it stands there now.
 */
export const makeListUnreached =
  ({ ledger, sms, clock }: Deps) =>
  async (reference: string): Promise<boolean> => {
    const record = await sms.find(reference);
    const reason = record && reasonToCall(record.state, record.receipt?.status);
    if (!reason) return false;
    const to = await addresseeOf(ledger, record);
    if (!to || to.isServed || to.silence || (await wentOn(sms, record))) return false;
    return sms.call(reference, { office: to.office, reason, since: clock.now() });
  };

/** The next channel took over after a refusal; what became of it stands in its own row. */
const wentOn = async (sms: SmsLedger, record: SmsRecord): Promise<boolean> => {
  const attempt = (record.attempt ?? 1) + 1;
  return (await sms.find(referenceOf({ ...record, attempt }))) !== undefined;
};

/** All that is overdue. A sender that died in the call leaves a message with an unknown outcome. */
export const makeListAllUnreached = (deps: Deps) => {
  const list = makeListUnreached(deps);
  return async (): Promise<number> => {
    const { sms, clock } = deps;
    const overdue = await sms.overdue(clock.now(), 100);
    let listed = 0;
    for (const { reference } of overdue) {
      await sms.move(reference, ['sending'], {
        state: 'unknown',
        at: clock.now(),
        why: 'sender-died',
        expectedBy: clock.now(),
      });
      if (await list(reference)) listed += 1;
      else await sms.forget(reference);
    }
    return listed;
  };
};
