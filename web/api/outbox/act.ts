import type { ProblemDetails } from '#api/problem-details.ts';

/** Who did it, in which capacity and at which office: an act is sent as that, or not at all. */
export interface Standing {
  readonly person: string;
  readonly role: string;
  readonly office: string;
}

/** A dossier off a slip (`enter`), a dossier whose answer nobody heard (`open`), and what follows. */
type DossierActKind = 'enter' | 'open' | 'scan' | 'accept' | 'issue-slip';

/** What is packed by the number on its papers (`pack`), taken out again, or counted at the other end. */
export type PouchActKind = 'pack' | 'unpack' | 'count';

export type ActKind = DossierActKind | PouchActKind;

/** What the system said of an act, as far as others go on from it. */
export interface Answer {
  readonly dossierId?: string;
  readonly scanId?: string;
  readonly code?: string;
  /** What a number that was packed turned out to mean, where it is no dossier. */
  readonly returnOrderId?: string;
}

export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  /** To read out to whoever helps. */
  readonly instance?: string;
}

/** Why an act is where it is, for whoever looks at it. */
export type Why =
  | { readonly kind: 'no-answer' | 'busy' | 'signed-out' | 'checking' | 'too-old' | 'address-dead' }
  | { readonly kind: 'needs'; readonly act: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'rejected'; readonly reasons: readonly string[] };

/**
 * `queued`: nothing of it can be in the system. `sending`: under way, of this very moment only.
 * `unknown`: it may be. `refused`, `parked`: never sent again. `done`: the system has it, for good.
 */
export type ActState =
  | 'queued'
  | 'sending'
  | 'unknown'
  | 'refused'
  | 'parked'
  | 'discarded'
  | 'done';

export interface Act {
  readonly id: string;
  /** The citizen's matter that it belongs to. */
  readonly intake: string;
  readonly kind: ActKind;
  /** `Idempotency-Key`: the same for as long as it says the same. */
  readonly key: string;
  /** The bytes that are sent, each time the same: the API hashes them. */
  readonly body: string;
  /** Acts that have to be done before; the first one's answer says which dossier. */
  readonly needs: readonly string[];
  /** The picture of a scan. */
  readonly page?: string;
  /** The pouch that it is about. */
  readonly pouch?: string;
  readonly by: Standing;
  /** By the system's clock, in milliseconds. */
  readonly madeAt: number;
  readonly state: ActState;
  /** Whether an earlier attempt may have reached the system: a refusal of the gateway does not change that. */
  readonly mayBeThere: boolean;
  readonly tries: number;
  /** Not sent before, by the device's clock. */
  readonly dueAt: number;
  readonly why?: Why;
  readonly answer?: Answer;
  /** Why somebody discarded it. */
  readonly word?: string;
}

/** What one attempt was answered. */
export type Heard =
  | { readonly kind: 'done'; readonly answer: Answer }
  /** The file has arrived and is being looked at, or a later step is missing: go on from here. */
  | { readonly kind: 'under-way'; readonly answer: Answer }
  | { readonly kind: 'no-answer' }
  /** Nothing was sent: somebody has to sign in first. */
  | { readonly kind: 'signed-out' }
  /** The system looked at the file and does not take it. */
  | { readonly kind: 'rejected'; readonly reasons: readonly string[]; readonly answer: Answer }
  /** The system has stopped waiting for the file that was announced. */
  | { readonly kind: 'address-dead' }
  | {
      readonly kind: 'refused';
      readonly problem: Pick<ProblemDetails, 'status' | 'code' | 'title' | 'titleEn' | 'instance'>;
      readonly retryAfterMs?: number;
    };

/** What settling needs of the world. */
export interface Moment {
  /** The device's clock. */
  readonly now: number;
  /** From 0 to 1: counters that were cut off together do not come back together. */
  readonly random: number;
  readonly newKey: string;
}

const second = 1_000;
const mostWait = 60 * second;
/** As long as a slip may be entered (`data/offline.json`); what is older is somebody's decision. */
export const keptMs = 30 * 24 * 3_600 * second;

/** 1, 2, 4 … 60 seconds, a fifth more or less. */
export const waitAfter = (tries: number, random: number): number =>
  Math.round(Math.min(mostWait, second * 2 ** Math.max(0, tries - 1)) * (0.8 + 0.4 * random));

const isWaiting = ({ state }: Act): boolean => state === 'queued' || state === 'unknown';

/** Another has taken over, or the bytes are not those of before: sending it again cannot end well. */
const endsHere = ['idempotency-key-reused', 'lease-stale'];

/** The gateway says 503 too where a function took too long, which may have done its work all the same. */
const isOpen = (status: number): boolean => status >= 500 || status === 408;

/** What was under way when the page ended may have arrived. */
export const awakened = (act: Act): Act =>
  act.state === 'sending'
    ? { ...act, state: 'unknown', mayBeThere: true, dueAt: 0, why: { kind: 'no-answer' } }
    : act;

export const begun = (act: Act): Act => ({ ...act, state: 'sending', tries: act.tries + 1 });

const refusalOf = ({
  code,
  title,
  titleEn,
  instance,
}: Extract<Heard, { kind: 'refused' }>['problem']): Refusal => ({
  code,
  title,
  titleEn,
  ...(instance !== undefined && { instance }),
});

/** Back to where it waits: as it was before this attempt. */
const waiting = (act: Act, dueAt: number, why: Why): Act => ({
  ...act,
  state: act.mayBeThere ? 'unknown' : 'queued',
  dueAt,
  why,
});

const afterRefusal = (act: Act, heard: Extract<Heard, { kind: 'refused' }>, at: Moment): Act => {
  const { problem, retryAfterMs = 0 } = heard;
  const dueAt =
    at.now + Math.max(waitAfter(act.tries, at.random), Math.min(retryAfterMs, mostWait));
  if (problem.status === 401) return waiting(act, at.now, { kind: 'signed-out' });
  if (problem.status === 429) return waiting(act, dueAt, { kind: 'busy' });
  if (isOpen(problem.status)) return waiting({ ...act, mayBeThere: true }, dueAt, { kind: 'busy' });
  const state = endsHere.includes(problem.code) ? 'parked' : 'refused';
  return { ...act, state, why: { kind: 'refused', refusal: refusalOf(problem) } };
};

const doneWith = ({ why: _, ...act }: Act, answer: Answer): Act => ({
  ...act,
  state: 'done',
  // What it said is the system's now.
  body: '',
  answer: { ...act.answer, ...answer },
});

/** An act after an attempt. */
export const settled = (act: Act, heard: Heard, at: Moment): Act => {
  const dueAt = at.now + waitAfter(act.tries, at.random);
  switch (heard.kind) {
    case 'done':
      return doneWith(act, heard.answer);
    case 'under-way':
      return waiting({ ...act, mayBeThere: true, answer: heard.answer }, dueAt, {
        kind: 'checking',
      });
    case 'no-answer':
      return waiting({ ...act, mayBeThere: true }, dueAt, { kind: 'no-answer' });
    case 'signed-out':
      return waiting(act, at.now, { kind: 'signed-out' });
    case 'rejected':
      return {
        ...act,
        state: 'refused',
        answer: heard.answer,
        why: { kind: 'rejected', reasons: heard.reasons },
      };
    case 'address-dead': {
      // Announced, never sent, and waited for no longer: the same file is a new announcement.
      const { answer: _, ...anew } = act;
      const why: Why = { kind: 'address-dead' };
      return { ...anew, key: at.newKey, state: 'queued', mayBeThere: false, dueAt, why };
    }
    case 'refused':
      return afterRefusal(act, heard, at);
  }
};

const isEnded = ({ state }: Act): boolean =>
  state === 'refused' || state === 'parked' || state === 'discarded';

/** What waits for an act that will never be done is never sent; nor is what is too old. */
export const parked = (acts: readonly Act[], now: number): readonly Act[] => {
  const ended = new Set(acts.filter(isEnded).map(({ id }) => id));
  return acts.map((act): Act => {
    if (!isWaiting(act)) return act;
    const missing = act.needs.find((id) => ended.has(id));
    const isOld = now - act.madeAt > keptMs;
    if (missing === undefined && !isOld) return act;
    ended.add(act.id);
    const why: Why = missing === undefined ? { kind: 'too-old' } : { kind: 'needs', act: missing };
    return { ...act, state: 'parked', why };
  });
};

/** Whoever is signed in now: a person, and in which capacities at which offices. */
export interface Sender {
  readonly person: string;
  readonly capacities: readonly Omit<Standing, 'person'>[];
}

export const isOf = ({ by }: Pick<Act, 'by'>, sender: Sender): boolean =>
  by.person === sender.person &&
  sender.capacities.some(({ role, office }) => role === by.role && office === by.office);

const ready = (acts: readonly Act[], sender: Sender): readonly Act[] => {
  const done = new Set(acts.filter(({ state }) => state === 'done').map(({ id }) => id));
  return acts.filter(
    (act) => isWaiting(act) && isOf(act, sender) && act.needs.every((id) => done.has(id)),
  );
};

/** How long until something can be sent; undefined: nothing waits. */
export const restOf = (acts: readonly Act[], sender: Sender, now: number): number | undefined => {
  const waits = ready(acts, sender).map(({ dueAt }) =>
    // A clock that was set back does not hold anything up for longer than the longest wait.
    Math.min(Math.max(0, dueAt - now), mostWait * 1.2),
  );
  return waits.length === 0 ? undefined : Math.min(...waits);
};

/** The next act to send: of those whose time has come, the one that was done first. */
export const nextOf = (acts: readonly Act[], sender: Sender, now: number): Act | undefined =>
  ready(acts, sender).find(({ dueAt }) => dueAt <= now || dueAt - now > mostWait * 1.2);

/** Somebody wants to know now. */
export const hurried = (act: Act): Act => (isWaiting(act) ? { ...act, dueAt: 0 } : act);

/** The acts of one matter. */
export const ofIntake = (acts: readonly Act[], intake: string): readonly Act[] =>
  acts.filter((act) => act.intake === intake);

/** Where a matter as a whole is: the clerk's view. */
export type IntakeState = 'sending' | 'waiting' | 'unknown' | 'stopped' | 'discarded' | 'done';

export const stateOf = (acts: readonly Act[]): IntakeState => {
  const is = (...states: readonly ActState[]) => acts.some(({ state }) => states.includes(state));
  if (is('refused', 'parked')) return 'stopped';
  if (is('discarded')) return 'discarded';
  if (is('sending')) return 'sending';
  if (is('unknown')) return 'unknown';
  return is('queued') ? 'waiting' : 'done';
};

/** Not in the system, as far as is known: to be counted where everybody sees it. */
export const isUnsent = (acts: readonly Act[]): boolean =>
  !['done', 'discarded'].includes(stateOf(acts));

/**
 * A matter whose first act was refused can be put right: as new acts with new keys, in place of these.
 * While anything of it may be in the system it cannot.
 */
export const mayCorrect = (acts: readonly Act[]): boolean => {
  const [first, ...rest] = acts;
  return first?.state === 'refused' && rest.every(({ tries }) => tries === 0);
};

/** What stopped may be given up; what may still arrive may not. */
export const mayDiscard = (acts: readonly Act[]): boolean =>
  stateOf(acts) === 'stopped' && acts.every((act) => !isWaiting(act) && act.state !== 'sending');

/** Given up with a word; nothing that was typed stays. */
export const discarded = (act: Act, word: string): Act =>
  act.state === 'done' ? act : { ...act, state: 'discarded', body: '', word };
