import type { Dossier } from '#domain/dossier/dossier.ts';
import { openPayment } from '#domain/dossier/payment.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at as atMinute, plusDays } from '#domain/time/vietnam-time.ts';
import { type Warning, warnings } from './warnings.ts';

/**
 * A time that must not pass in silence. `transit`: J+n until the Biên bản is signed (TT 17/2017);
 * `appointment`: J+2n until the citizen has the
 * giấy hẹn, which the acceptance gives; `transfer`: until the department's inbox has it (NĐ 118/2025 art. 18(2)); `acknowledgement`: until an officer
 * has opened it; `due`: the appointment; `answer`: the citizen's last day; `asking`: until papers should have
 * been asked for, of a request that came after it (NĐ 61/2018 art. 19(4), since replaced by NĐ 118/2025).
 */
export const limitKinds = [
  'transit',
  'appointment',
  'transfer',
  'acknowledgement',
  'due',
  'answer',
  'asking',
] as const;
export type LimitKind = (typeof limitKinds)[number];

/** `running`: nobody was warned yet; otherwise the last warning that was given of it. */
export type LimitState = 'running' | Warning;

export interface Limit {
  readonly kind: LimitKind;
  /** What it is counted from or ends at; see the warnings. */
  readonly at: Instant;
  readonly state: LimitState;
}

/** The limits that run for a dossier now; what stands still or is met has none. */
export const limitsOf = (dossier: Dossier): readonly Limit[] =>
  limitKinds.flatMap((kind) => {
    const at = running[kind](dossier);
    return at === undefined ? [] : [{ kind, at, state: stateOf(dossier, kind, at) }];
  });

/** A new date is a new limit: what was said of the old one does not count for it. */
const stateOf = ({ flags = [] }: Dossier, kind: LimitKind, at: Instant): LimitState => {
  const given = flags.filter((flag) => flag.at === at && warnings[flag.warning].of === kind);
  return given.at(-1)?.warning ?? 'running';
};

const atWork: readonly Dossier['status'][] = ['accepted', 'in-progress'];

const openToAnswer: readonly Dossier['status'][] = [
  ...atWork,
  'supplement-requested',
  'payment-requested',
];

const running: { readonly [K in LimitKind]: (dossier: Dossier) => Instant | undefined } = {
  transit: ({ status, slip }) => (status === 'registered' ? slip?.handoverBy : undefined),
  appointment: ({ status, slip }) => (status === 'registered' ? slip?.appointmentBy : undefined),
  transfer: ({ status, department }) =>
    atWork.includes(status) && department?.inbox === 'on-its-way' ? department.arriveBy : undefined,
  acknowledgement: (dossier) => {
    const { status, department } = dossier;
    if (!atWork.includes(status) || department?.inbox !== 'waiting') return undefined;
    const isOpened = status === 'in-progress' && department.acknowledgedAt !== undefined;
    return isOpened ? undefined : lyingSince(dossier);
  },
  due: ({ status, acceptance }) => (atWork.includes(status) ? acceptance?.dueAt : undefined),
  answer: (dossier) => {
    const asked = askedOf(dossier);
    return asked && atMinute(asked.by, 0);
  },
  asking: ({ status, supplements }) => {
    const askBy = supplements.at(-1)?.askBy;
    return askBy !== undefined && openToAnswer.includes(status)
      ? atMinute(plusDays(askBy, 1), 0)
      : undefined;
  },
};

/** Since when it waits to be opened: from its arrival, or since the citizen has answered. */
const lyingSince = ({ department, supplements, payments = [] }: Dossier): Instant | undefined => {
  if (department?.receivedAt === undefined) return undefined;
  const answered = [supplements.at(-1)?.receivedAt, payments.at(-1)?.end?.at];
  return Math.max(department.receivedAt, ...answered.map((moment) => moment ?? 0)) as Instant;
};

/** What the citizen is waited for, since when and until which day. */
export const askedOf = (dossier: Dossier) => {
  const payment = openPayment(dossier);
  if (payment) return { what: 'payment', since: payment.requestedAt, by: payment.payBy } as const;
  const papers = dossier.status === 'supplement-requested' ? dossier.supplements.at(-1) : undefined;
  return papers && ({ what: 'papers', since: papers.requestedAt, by: papers.answerBy } as const);
};
