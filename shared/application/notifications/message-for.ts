import { publishedEvent } from '#application/routing/published-event.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import { isOvertaken } from '#domain/notification/overtaking.ts';
import { dayOf, formatDay } from '#domain/time/vietnam-time.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { SmsTemplate } from '#ports/sms-texts.ts';

export interface Message {
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
}

const correction = 'vn.post-counter.contact-corrected.v1';

/** Tells the citizen something by itself; a correction of the phone tells the old things anew. */
type Telling = Exclude<PublishedEvent, { readonly type: typeof correction }>;

/**
 * The SMS that an event asks for. Code and dates only: the phone may be a child's or a neighbour's,
 * so no message names the procedure (domain §10.12). None is sent of a dossier that has no number yet:
 * the citizen stands at the counter.
 */
const messageFor = (event: Telling, dossier: Dossier, office: string): Message | undefined => {
  const number = paperNumberOf(dossier);
  return number === undefined ? undefined : messageOf(event, dossier, { number, office });
};

const messageOf = (
  event: Telling,
  dossier: Dossier,
  { number, office }: { readonly number: string; readonly office: string },
): Message => {
  const code = dossier.acceptance?.code ?? '';
  switch (event.type) {
    case 'vn.post-counter.slip-issued.v1':
      return { template: 'provisional', values: provisional(dossier) };
    case 'vn.post-counter.papers-missed.v1':
      return { template: 'papers-missed', values: { number } };
    case 'vn.post-counter.dossier-accepted.v1':
      return { template: 'accepted', values: { code, dueDay: dueDayOf(dossier) } };
    case 'vn.post-counter.supplement-requested.v1':
      return { template: 'supplement-requested', values: { code, office, ...answerBy(dossier) } };
    case 'vn.post-counter.reception-refused.v1':
      return { template: 'not-accepted', values: { code: number, office } };
    case 'vn.post-counter.withdrawal-granted.v1':
      return { template: 'withdrawn', values: { code: number, office } };
    case 'vn.post-counter.dossier-stopped.v1':
      return { template: 'stopped', values: { code, office } };
    case 'vn.post-counter.dossier-resumed.v1':
      return { template: 'resumed', values: { code, dueDay: dueDayOf(dossier) } };
    case 'vn.post-counter.deadline-extended.v1':
      return { template: 'extended-with-apology', values: { code, dueDay: dueDayOf(dossier) } };
    case 'vn.post-counter.dossier-transferred.v1':
      return { template: 'transferred', values: { code, dueDay: dueDayOf(dossier) } };
    case 'vn.post-counter.deadline-reannounced.v1':
      return { template: 'reannounced', values: { code, dueDay: dueDayOf(dossier) } };
    case 'vn.post-counter.dossier-decided.v1':
      return {
        template: event.data.outcome === 'approved' ? 'result-ready' : 'refused-result',
        values: { code },
      };
    case 'vn.post-counter.result-dispatched.v1':
      return { template: 'dispatched', values: { code, waybill: event.data.waybill } };
    case 'vn.post-counter.result-delivered.v1':
    case 'vn.post-counter.result-picked-up.v1':
      return { template: 'delivered', values: { code } };
    case 'vn.post-counter.result-held.v1':
      return { template: 'pick-up-ready', values: { code, office } };
    case 'vn.post-counter.result-returned-to-agency.v1':
      return { template: 'returned-to-agency', values: { code, office } };
  }
};

const provisional = ({ slip }: Dossier) => ({
  slip: slip?.number ?? '',
  dueDay:
    slip?.provisionalDueAt === undefined ? 'se thong bao' : formatDay(dayOf(slip.provisionalDueAt)),
});

const answerBy = ({ supplements }: Dossier) => {
  const asked = supplements.at(-1);
  return { byDay: asked ? formatDay(asked.answerBy) : '' };
};

/** A procedure without a time limit has no appointment: "se thong bao". */
const dueDayOf = ({ acceptance }: Dossier): string =>
  acceptance?.dueAt === undefined ? 'se thong bao' : formatDay(dayOf(acceptance.dueAt));

interface Told extends Message {
  readonly version: number;
}

/** Everything that the history has told or will tell the citizen, in its order. */
const toldIn = (
  history: readonly ChainedEvent[],
  dossier: Dossier,
  office: string,
): readonly Told[] =>
  history.flatMap((link) => {
    const event = publishedEvent(link);
    if (!event || event.type === correction) return [];
    const message = messageFor(event, dossier, office);
    return message ? [{ version: link.version, ...message }] : [];
  });

/**
 * What an event has us send. A correction says again what has not been overtaken: the acceptance with
 * its code and, as a rule, the last message. `history` is asked for it alone.
 */
export const messagesFor = async (
  event: PublishedEvent,
  dossier: Dossier,
  office: string,
  history: () => Promise<readonly ChainedEvent[]>,
): Promise<readonly Message[]> => {
  if (event.type !== correction)
    return [messageFor(event, dossier, office)].filter((message) => message !== undefined);
  const told = toldIn(await history(), dossier, office);
  return told.filter(
    (message) => message.version < event.data.version && !hasBeenOvertaken(message, told),
  );
};

/** Whether the history tells something later that makes this message useless. */
export const isOvertakenIn = (
  message: { readonly template: string; readonly dossierVersion: number },
  history: readonly ChainedEvent[],
  dossier: Dossier,
): boolean =>
  hasBeenOvertaken(
    { template: message.template, version: message.dossierVersion },
    toldIn(history, dossier, ''),
  );

const hasBeenOvertaken = (
  { template, version }: { readonly template: string; readonly version: number },
  told: readonly Told[],
): boolean =>
  told.some((later) => later.version > version && isOvertaken(template, later.template));
