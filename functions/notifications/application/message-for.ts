import { publishedEvent } from '#application/published-event.ts';
import { correction, isTelling, type Telling } from '#application/telling.ts';
import { actNumberIn } from '#domain/catalogue/act-number.ts';
import { heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import { isProvisional } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import { askedOf } from '#domain/limits/limits.ts';
import { dayOf, formatDay } from '#domain/time/vietnam-time.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { isOvertaken } from '#functions/notifications/domain/overtaking.ts';
import type { SmsTemplate } from '#functions/notifications/ports/sms-texts.ts';
import type { Message } from './message.ts';
import { isOfParcel, parcelMessage } from './parcel-message.ts';

/** What says the date in force and why it is that one. */
const dated = {
  'vn.post-counter.payment-confirmed.v1': 'resumed',
  'vn.post-counter.payment-cancelled.v1': 'resumed',
  'vn.post-counter.dossier-resumed.v1': 'resumed',
  'vn.post-counter.deadline-extended.v1': 'extended-with-apology',
  'vn.post-counter.deadline-prolonged.v1': 'prolonged',
  'vn.post-counter.dossier-transferred.v1': 'transferred',
  'vn.post-counter.deadline-reannounced.v1': 'reannounced',
} as const satisfies Partial<Record<Telling['type'], SmsTemplate>>;

/** What asks the citizen for something, until a last day. */
const asking = {
  'vn.post-counter.supplement-requested.v1': 'supplement-requested',
  'vn.post-counter.payment-requested.v1': 'fee-due',
  'vn.post-counter.citizen-reminded.v1': 'answer-reminder',
  'vn.post-counter.late-answer-admitted.v1': 'late-answer',
} as const satisfies Partial<Record<Telling['type'], SmsTemplate>>;

/** What says that it ended before it was settled, and where the papers are. */
const closed = {
  'vn.post-counter.reception-refused.v1': 'not-accepted',
  'vn.post-counter.withdrawal-granted.v1': 'withdrawn',
} as const satisfies Partial<Record<Telling['type'], SmsTemplate>>;

/**
 * The SMS that an event asks for. Code and dates only: the phone may be a child's or a neighbour's,
 * so no message names the procedure (domain §10.12).
 */
const messageFor = (event: Telling, dossier: Dossier, office: string): Message => {
  const number = knownAs(dossier);
  if (isOfParcel(event)) return parcelMessage(event, number, office);
  const code = dossier.acceptance?.code ?? '';
  switch (event.type) {
    case 'vn.post-counter.slip-issued.v1':
      return { template: 'provisional', values: provisional(dossier) };
    case 'vn.post-counter.papers-missed.v1':
      return isResultLostIn(dossier, event.data.pouch)
        ? { template: 'lost-result', values: { code: number } }
        : { template: 'papers-missed', values: { number } };
    case 'vn.post-counter.dossier-accepted.v1':
      return accepted(dossier);
    case 'vn.post-counter.payment-confirmed.v1':
    case 'vn.post-counter.payment-cancelled.v1':
    case 'vn.post-counter.dossier-resumed.v1':
    case 'vn.post-counter.deadline-extended.v1':
    case 'vn.post-counter.deadline-prolonged.v1':
    case 'vn.post-counter.dossier-transferred.v1':
    case 'vn.post-counter.deadline-reannounced.v1':
      return {
        template: dated[event.type],
        values: { code, dueDay: dueDayOf(dossier), ...groundOf(event, dossier) },
      };
    case 'vn.post-counter.supplement-requested.v1':
    case 'vn.post-counter.payment-requested.v1':
    case 'vn.post-counter.citizen-reminded.v1':
    case 'vn.post-counter.late-answer-admitted.v1':
      return { template: asking[event.type], values: { code, office, byDay: lastDayOf(dossier) } };
    case 'vn.post-counter.parcel-lost.v1':
      return {
        template: 'parcel-lost',
        values: { code: number, waybill: event.data.waybill },
      };
    case 'vn.post-counter.reception-refused.v1':
    case 'vn.post-counter.withdrawal-granted.v1':
      return { template: closed[event.type], values: { code: number, office } };
    case 'vn.post-counter.dossier-stopped.v1':
      return { template: 'stopped', values: { code, office } };
    case 'vn.post-counter.dossier-decided.v1':
      return {
        template: event.data.outcome === 'approved' ? 'result-ready' : 'refused-result',
        values: { code },
      };
  }
};

/** Found or made anew by now, it is told as papers that are being looked for. */
const isResultLostIn = ({ custody }: Dossier, pouch: string): boolean =>
  heldBy(custody, { kind: 'missing', id: pouch }).some(({ id }) => id === resultPaper.id);

/** Who was given a slip is told which slip it was: a broker has several. */
const accepted = (dossier: Dossier): Message => {
  const { acceptance, backEntry } = dossier;
  const values = { code: acceptance?.code ?? '', dueDay: dueDayOf(dossier) };
  return backEntry
    ? { template: 'slip-accepted', values: { temporary: backEntry.number, ...values } }
    : { template: 'accepted', values };
};

const provisional = ({ slip }: Dossier) => ({
  slip: slip?.number ?? '',
  dueDay:
    slip?.provisionalDueAt === undefined ? 'se thong bao' : formatDay(dayOf(slip.provisionalDueAt)),
});

/** Of the law's own prolongation the act, without its article: that would name the procedure (domain §10.12). */
const groundOf = ({ type }: Telling, { prolongations = [] }: Dossier) =>
  type === 'vn.post-counter.deadline-prolonged.v1'
    ? {
        ground: prolongations
          .slice(-1)
          .map(({ ground }) => actNumberIn(ground))
          .join(),
      }
    : {};

/** Of what was answered meanwhile, the day that it had: it is told nobody any more. */
const lastDayOf = (dossier: Dossier): string => {
  const { supplements, payments } = dossier;
  const day = askedOf(dossier)?.by ?? supplements.at(-1)?.answerBy ?? payments?.at(-1)?.payBy;
  return day === undefined ? '' : formatDay(day);
};

/**
 * A procedure without a time limit has no appointment: "se thong bao". One that may move, because its year is not
 * decided, is said to be expected only.
 */
const dueDayOf = (dossier: Dossier): string => {
  const dueAt = dossier.acceptance?.dueAt;
  if (dueAt === undefined) return 'se thong bao';
  return `${formatDay(dayOf(dueAt))}${isProvisional(dossier) ? ' (du kien)' : ''}`;
};

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
    if (!event || !isTelling(event)) return [];
    return [{ version: link.version, ...messageFor(event, dossier, office) }];
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
    return isTelling(event) ? [messageFor(event, dossier, office)] : [];
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
