import { parseTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import type { Page } from '../api/outbox/intake.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** What is written on a slip besides the dossier, and the pictures of its papers. */
export interface Slip {
  /** Somebody wants to enter a slip, though there is a line. */
  readonly isWanted: boolean;
  /** As it was scanned or typed off the sheet: the page makes up no number. */
  readonly number: string;
  /** `2026-11-24T09:10` in Vietnam; empty: now. */
  readonly takenAt: string;
  readonly wasComplete: boolean;
  readonly pages: readonly Page[];
  /** The matter that was refused, in whose place this one comes. */
  readonly instead?: string;
}

export const emptySlip: Slip = {
  isWanted: false,
  number: '',
  takenAt: '',
  wasComplete: true,
  pages: [],
};

/** Kept while it is typed, and with its acts until the system has them. */
export interface SlipDraft {
  readonly draft: Draft;
  readonly slip: Slip;
}

export const isSlipTouched = ({ number, takenAt, pages, isWanted }: Slip): boolean =>
  isWanted || number !== '' || takenAt !== '' || pages.length > 0;

export type SlipFlaw =
  | 'not-a-temporary-number'
  | 'check-digit-wrong'
  | 'time-unreadable'
  | 'time-in-the-future'
  | 'number-used-here';

export interface SlipFlaws {
  readonly number?: SlipFlaw;
  readonly takenAt?: SlipFlaw;
}

const typedTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The moment on the slip as the API reads it; `now` where none was typed. */
export const takenAtOf = ({ takenAt }: Pick<Slip, 'takenAt'>, now: string): string =>
  takenAt === '' ? now : `${takenAt}:00+07:00`;

const flawOfTime = (slip: Slip, now: string): SlipFlaw | undefined => {
  if (slip.takenAt !== '' && !typedTime.test(slip.takenAt)) return 'time-unreadable';
  return Date.parse(takenAtOf(slip, now)) > Date.parse(now) ? 'time-in-the-future' : undefined;
};

/** What has to be mended before a slip is taken; the system looks again. */
export const slipFlawsOf = (slip: Slip, now: string): SlipFlaws => {
  const number = parseTemporaryNumber(slip.number);
  const takenAt = flawOfTime(slip, now);
  return {
    ...(!number.ok && { number: number.reason }),
    ...(takenAt !== undefined && { takenAt }),
  };
};

/** The number of a slip in what a scanner read. */
export const slipNumberIn = (text: string): string | undefined => {
  const number = parseTemporaryNumber(text);
  return number.ok ? number.value : undefined;
};

/** What is entered: the registration, with number and hour of the slip. */
export const entryOf = (slip: Slip, registration: object, now: string): object => ({
  number: slipNumberIn(slip.number) ?? slip.number,
  takenAt: takenAtOf(slip, now),
  wasComplete: slip.wasComplete,
  ...registration,
});

/** The last step is sent along only where every paper that is handed in has its picture. */
export const isWholeWith = (
  pages: readonly Pick<Page, 'component'>[],
  components: readonly { readonly id: string }[],
): boolean =>
  components.length > 0 &&
  components.every(({ id }) => pages.some(({ component }) => component === id));

/** What was kept, as it is read back: a draft of an older build lacks what is new. */
export const readBack = (kept: unknown, intakeMode: Draft['intakeMode']): SlipDraft | undefined => {
  if (typeof kept !== 'object' || kept === null || !('draft' in kept)) return undefined;
  const { draft, slip } = kept as Partial<SlipDraft>;
  return {
    draft: { ...emptyDraft(intakeMode), ...draft },
    slip: { ...emptySlip, ...slip },
  };
};
