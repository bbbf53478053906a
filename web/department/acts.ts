import type { CopyKind } from '#domain/custody/paper.ts';
import type { PaymentKind, PaymentWay } from '#domain/dossier/payment.ts';
import { type Heard, heard, type Sent, type Told } from '../api/ask.ts';
import type { Desk } from '../api/staff.tsx';
import { amountIn } from './amounts.ts';
import type { Choice } from './choices.ts';

export type Worked = Told<'POST /v1/dossiers/{dossierId}/stop'>;

/** What every act says: which dossier, under which lease, and which try it is. */
export interface About {
  readonly dossierId: string;
  /** Zero where nobody holds it: then the act needs no lease. */
  readonly leaseNo: number;
  readonly key: string;
}

type Send = (desk: Desk, about: About) => Promise<Heard<Worked>>;

/** Acts that need nothing said. */
export const plainActs = {
  approve: ({ api }, { dossierId, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/decisions/approve', { params: { dossierId }, key }),
    ),
  resume: ({ api }, { dossierId, key }) =>
    heard(api.call('POST /v1/dossiers/{dossierId}/resume', { params: { dossierId }, key })),
  'grant-withdrawal': ({ api }, { dossierId, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/withdrawal/grant', { params: { dossierId }, key }),
    ),
  release: ({ api }, { dossierId, leaseNo, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/lease/release', {
        params: { dossierId },
        body: { leaseNo },
        key,
      }),
    ),
} satisfies Record<string, Send>;

export type PlainAct = keyof typeof plainActs;

type SendReason = (desk: Desk, about: About & { readonly reason: string }) => ReturnType<Send>;

/** Acts that want a reason and nothing else. */
export const reasonActs = {
  stop: ({ api }, { dossierId, leaseNo, reason, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/stop', {
        params: { dossierId },
        body: { leaseNo, reason },
        key,
      }),
    ),
  'refuse-reception': ({ api }, { dossierId, reason, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/reception-refusal', {
        params: { dossierId },
        body: { reason },
        key,
      }),
    ),
  'return-proposal': ({ api }, { dossierId, reason, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/decisions/return', {
        params: { dossierId },
        body: { reason },
        key,
      }),
    ),
  'take-back': ({ api }, { dossierId, leaseNo, reason, key }) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/lease/take-back', {
        params: { dossierId },
        body: { leaseNo, reason },
        key,
      }),
    ),
} satisfies Record<string, SendReason>;

export type ReasonAct = keyof typeof reasonActs;

export const acknowledge = (
  { api }: Desk,
  { dossierId, leaseNo, key, manifestHash }: About & { readonly manifestHash: string },
) =>
  heard(
    api.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params: { dossierId },
      body: { leaseNo, manifestHash },
      key,
    }),
  );

const textIn = (typed: FormData, name: string): string => String(typed.get(name) ?? '').trim();

/** What is typed, as the act and its preview say it. */
const bodies = {
  supplement: (leaseNo: number, typed: FormData) => ({
    leaseNo,
    items: itemsIn(typed),
    reason: textIn(typed, 'reason'),
    answerBy: textIn(typed, 'answerBy'),
    confirmsRepeat: typed.has('confirmsRepeat'),
  }),
  extend: (leaseNo: number, typed: FormData) => {
    const override = textIn(typed, 'override');
    return {
      leaseNo,
      reason: textIn(typed, 'reason'),
      newDueDay: textIn(typed, 'newDueDay'),
      ...(override && { override }),
    };
  },
};

type Preview = Sent<'POST /v1/dossiers/{dossierId}/document-previews'>;

const previews: Readonly<Partial<Record<Choice, (leaseNo: number, typed: FormData) => Preview>>> = {
  supplement: (...said) => ({ form: 'supplement', ...bodies.supplement(...said) }),
  extend: (...said) => ({ form: 'extension', ...bodies.extend(...said) }),
  stop: (leaseNo, typed) => ({ form: 'stop', leaseNo, reason: textIn(typed, 'reason') }),
  'refuse-reception': (_, typed) => ({ form: 'refusal', reason: textIn(typed, 'reason') }),
};

/** The paper that the act would leave, as a draft; undefined where it leaves none. */
export const previewOf = (choice: Choice) => {
  const say = previews[choice];
  return (
    say &&
    (({ api }: Desk, { dossierId, leaseNo }: Omit<About, 'key'>, typed: FormData) =>
      api.call('POST /v1/dossiers/{dossierId}/document-previews', {
        params: { dossierId },
        body: say(leaseNo, typed),
      }))
  );
};

/** What is ticked, each with its own fields. */
const itemsIn = (typed: FormData) =>
  typed.getAll('item').map((each) => {
    const id = String(each);
    return {
      id,
      copyKind: textIn(typed, `${id}.copyKind`) as CopyKind,
      count: Number(textIn(typed, `${id}.count`)),
      reason: textIn(typed, `${id}.reason`),
    };
  });

type SendForm = (desk: Desk, about: About, typed: FormData) => Promise<Heard<Worked>>;

/** Acts with a form of their own, off what was typed in it. */
export const formActs = {
  supplement: ({ api }, { dossierId, leaseNo, key }, typed) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/supplements', {
        params: { dossierId },
        body: bodies.supplement(leaseNo, typed),
        key,
      }),
    ),
  payment: ({ api }, { dossierId, leaseNo, key }, typed) => {
    const instructions = textIn(typed, 'instructions');
    return heard(
      api.call('POST /v1/dossiers/{dossierId}/payment-requests', {
        params: { dossierId },
        body: {
          leaseNo,
          kind: textIn(typed, 'kind') as PaymentKind,
          amountVnd: amountIn(textIn(typed, 'amount')),
          reason: textIn(typed, 'reason'),
          payBy: textIn(typed, 'payBy'),
          ways: typed.getAll('way') as PaymentWay[],
          ...(instructions && { instructions }),
        },
        key,
      }),
    );
  },
  'settle-payment': ({ api }, { dossierId, key }, typed) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/payment-requests/{number}/settlement', {
        params: { dossierId, number: Number(textIn(typed, 'number')) },
        body: { outcome: 'paid', reference: textIn(typed, 'reference') },
        key,
      }),
    ),
  extend: ({ api }, { dossierId, leaseNo, key }, typed) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/extension', {
        params: { dossierId },
        body: bodies.extend(leaseNo, typed),
        key,
      }),
    ),
  transfer: ({ api }, { dossierId, leaseNo, key }, typed) =>
    heard(
      api.call('POST /v1/dossiers/{dossierId}/transfer', {
        params: { dossierId },
        body: { leaseNo, toAgency: textIn(typed, 'toAgency'), reason: textIn(typed, 'reason') },
        key,
      }),
    ),
  decide: ({ api }, { dossierId, leaseNo, key }, typed) => {
    const reason = textIn(typed, 'reason');
    return heard(
      api.call('POST /v1/dossiers/{dossierId}/decisions', {
        params: { dossierId },
        body: {
          leaseNo,
          outcome: textIn(typed, 'outcome') as 'approved' | 'refused',
          resultScanId: textIn(typed, 'resultScanId'),
          confirmsOpenConsultations: typed.has('confirmsOpen'),
          ...(reason && { reason }),
        },
        key,
      }),
    );
  },
} satisfies Record<string, SendForm>;

export type FormAct = keyof typeof formActs;
