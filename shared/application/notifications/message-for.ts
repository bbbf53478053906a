import type { Dossier } from '#domain/dossier/dossier.ts';
import { dayOf, formatDay } from '#domain/time/vietnam-time.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { SmsTemplate } from '#ports/sms-texts.ts';

export interface Message {
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The SMS that an event asks for. Code and dates only: the phone may be a child's or a neighbour's,
 * so no message names the procedure (domain §10.12).
 */
export const messageFor = (event: PublishedEvent, dossier: Dossier, office: string): Message => {
  const code = dossier.acceptance?.code ?? '';
  switch (event.type) {
    case 'vn.post-counter.slip-issued.v1':
      return { template: 'provisional', values: provisional(dossier) };
    case 'vn.post-counter.papers-missed.v1':
      return {
        template: 'papers-missed',
        values: { number: code || (dossier.slip?.number ?? '') },
      };
    case 'vn.post-counter.dossier-accepted.v1':
      return { template: 'accepted', values: { code, dueDay: dueDayOf(dossier) } };
    case 'vn.post-counter.supplement-requested.v1':
      return { template: 'supplement-requested', values: { code, office, ...answerBy(dossier) } };
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
