import type { Role } from '#domain/actor/actor.ts';
import { type CaseStatus, isAllowed, type Step } from '#domain/dossier/case-status.ts';
import type { Told } from '../api/ask.ts';

export type DossierTold = Told<'GET /v1/dossiers/{dossierId}'>;

/** What one person of a department may do with a dossier, in the order of the buttons. */
export const choices = [
  'acknowledge',
  'decide',
  'approve',
  'return-proposal',
  'supplement',
  'payment',
  'settle-payment',
  'extend',
  'transfer',
  'stop',
  'resume',
  'refuse-reception',
  'grant-withdrawal',
  'take-back',
  'release',
] as const;
export type Choice = (typeof choices)[number];

/** Why a button is shut. */
export type Shut =
  | 'not-held'
  | 'lost'
  | 'not-acknowledged'
  | 'files-wrong'
  | 'files-opening'
  | 'pages-unseen'
  | 'own-proposal';

interface Rule {
  readonly step: Step;
  readonly key?: string;
  readonly leads?: true;
  /** Under a lease of one's own, which fences it off. */
  readonly held?: true;
}

const rules: Readonly<Record<Choice, Rule>> = {
  acknowledge: { step: 'acknowledge', key: 'A', held: true },
  decide: { step: 'decide', key: 'D', held: true },
  approve: { step: 'approve', key: 'F9', leads: true },
  'return-proposal': { step: 'approve', key: 'R', leads: true },
  supplement: { step: 'request-supplement', key: 'S', held: true },
  payment: { step: 'request-payment', held: true },
  'settle-payment': { step: 'settle-payment' },
  extend: { step: 'extend-deadline', key: 'H', held: true },
  transfer: { step: 'transfer', key: 'C', held: true },
  stop: { step: 'stop', key: 'T', held: true },
  resume: { step: 'resume' },
  'refuse-reception': { step: 'refuse-reception' },
  'grant-withdrawal': { step: 'grant-withdrawal' },
  'take-back': { step: 'lease', leads: true },
  release: { step: 'lease', key: 'G', held: true },
};

export const keyOf = (choice: Choice): string | undefined => rules[choice].key;

/** How far the files are, and how the one who looks stands to the dossier. */
export interface Standing {
  readonly me: string;
  readonly role: Role;
  /** `other`: a colleague holds it; `lost`: mine until somebody or time took it. */
  readonly lease: 'mine' | 'other' | 'none' | 'lost';
  readonly files: 'opening' | 'wrong' | 'unseen' | 'fit';
}

export interface Offer {
  readonly choice: Choice;
  readonly shut?: Shut;
}

const isAcknowledged = ({ department, status }: DossierTold): boolean =>
  department?.acknowledgedAt !== undefined && status === 'in-progress';

const inboxOf = ({ department }: DossierTold): string => department?.inbox ?? '';

type Where = (dossier: DossierTold, standing: Standing) => boolean;

const inWork: Where = (dossier) => inboxOf(dossier) !== 'approving';
const waitsForLeader: Where = (dossier) => inboxOf(dossier) === 'approving';

/** Where an act makes sense besides its step; under a lease: where nobody waits for a leader. */
const where: Readonly<Partial<Record<Choice, Where>>> = {
  acknowledge: (dossier, standing) => inWork(dossier, standing) && !isAcknowledged(dossier),
  approve: waitsForLeader,
  'return-proposal': waitsForLeader,
  'take-back': (dossier, standing) => standing.lease === 'other' && inWork(dossier, standing),
  release: (dossier, standing) => standing.lease === 'mine' && inWork(dossier, standing),
  resume: (dossier) => inboxOf(dossier) === 'stopped',
};

const always: Where = () => true;

/** What there is no sense in showing at all: the rest is shut with its reason. */
const isShown = (choice: Choice, dossier: DossierTold, standing: Standing): boolean => {
  const { step, leads, held } = rules[choice];
  if (!isAllowed(step, dossier.status as CaseStatus)) return false;
  if (leads && standing.role !== 'leader') return false;
  return (where[choice] ?? (held ? inWork : always))(dossier, standing);
};

const filesShut = {
  opening: 'files-opening',
  wrong: 'files-wrong',
  unseen: 'pages-unseen',
  fit: undefined,
} as const;

const leaseShut = { lost: 'lost', other: 'not-held', none: 'not-held', mine: undefined } as const;

type Shutting = (dossier: DossierTold, standing: Standing) => Shut | undefined;

const own: Shutting = ({ proposal }, { me }) =>
  proposal?.proposedBy.id === me ? 'own-proposal' : undefined;

const besides: Readonly<Partial<Record<Choice, Shutting>>> = {
  acknowledge: (_, { files }) => filesShut[files],
  decide: (dossier) => (isAcknowledged(dossier) ? undefined : 'not-acknowledged'),
  approve: own,
  'return-proposal': own,
};

const shutFor = (choice: Choice, dossier: DossierTold, standing: Standing): Shut | undefined =>
  (rules[choice].held && leaseShut[standing.lease]) || besides[choice]?.(dossier, standing);

/** The buttons of a dossier, by the server's own table of steps: none leads to a foreseeable refusal. */
export const offersOf = (dossier: DossierTold, standing: Standing): readonly Offer[] =>
  choices
    .filter((choice) => isShown(choice, dossier, standing))
    .map((choice) => {
      const shut = shutFor(choice, dossier, standing);
      return { choice, ...(shut !== undefined && { shut }) };
    });

/** The paper that an act leaves for the citizen, by the file of its form. */
export const paperOf: Readonly<
  Partial<Record<Choice, 'supplement' | 'refusal' | 'extension' | 'stop'>>
> = {
  supplement: 'supplement',
  'refuse-reception': 'refusal',
  extend: 'extension',
  stop: 'stop',
};
