import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';

/** Why a message that was due is not sent. */
export type Silence = 'withdrawn' | 'contact-corrected' | 'answered' | 'overtaken';

const endedByCitizenOrAgency: readonly CaseStatus[] = ['withdrawal-requested', 'stopped'];

/** Nobody is asked for what is here already. */
const asksWhile: Readonly<Record<string, readonly CaseStatus[]>> = {
  'supplement-requested': ['supplement-requested'],
  'fee-due': ['payment-requested'],
  'answer-reminder': ['supplement-requested', 'payment-requested'],
  'late-answer': ['supplement-requested', 'payment-requested'],
};

/** What is still said after that: that it ended, and how the papers come back (domain §10.9). */
const aftermath: ReadonlySet<string> = new Set([
  'withdrawn',
  'stopped',
  'dispatched',
  'out-for-delivery',
  'delivery-failed',
  'pick-up-ready',
  'delivered',
  'returned-to-agency',
  'parcel-lost',
  'papers-sent',
  'papers-held',
  'papers-back',
  'papers-delivered',
]);

/**
 * Asked when a message is about to be sent (reliability invariant 10): nothing of the proceeding
 * after a withdrawal, and nothing of before a correction to the number that was wrong or to the one
 * that is right now; what still matters is said anew for the correction itself.
 */
export const silenceOf = (
  { status, contactCorrectedAt }: Pick<Dossier, 'status' | 'contactCorrectedAt'>,
  message: { readonly template: string; readonly dossierVersion: number },
): Silence | undefined => {
  if (endedByCitizenOrAgency.includes(status) && !aftermath.has(message.template))
    return 'withdrawn';
  const waitsIn = asksWhile[message.template];
  if (waitsIn !== undefined && !waitsIn.includes(status)) return 'answered';
  return (contactCorrectedAt ?? 0) > message.dossierVersion ? 'contact-corrected' : undefined;
};
