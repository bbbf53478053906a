import { type Named, staffNamed } from '#application/staff-names.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { type InboxState, type OpenState, openStates } from '#domain/dossier/inbox-states.ts';
import { isLeasedAt } from '#domain/dossier/steps/lease.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, DossierLine, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

export interface InboxAsk {
  readonly actor: Staff;
  readonly agency: string;
  readonly state: InboxState;
  readonly procedure?: string | undefined;
  /** Due, or while the citizen is waited for to be answered, on a day before this one. */
  readonly dueBefore?: VietnamDay | undefined;
  /** `me`: what the actor holds under a lease that has not lapsed. */
  readonly holder: 'anyone' | 'me';
}

export interface InboxPage extends Page<DossierLine> {
  /** Who holds what is on the page. */
  readonly holders: ReadonlyMap<string, Named>;
}

interface Deps {
  readonly index: DossierIndex;
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly clock: Clock;
}

/** So many pages of the list are looked through for one answer; then the cursor goes on from there. */
const pagesAtOnce = 10;

/**
 * A department's dossiers, the most urgent first. A filter looks through the list page by page: an answer
 * may have fewer lines than asked for, or none, and still a `next`.
 */
export const makeReadInbox =
  ({ index, ledger, clock }: Deps) =>
  async (ask: InboxAsk, page: PageAsk): Promise<Outcome<InboxPage>> => {
    // Another department's inbox is not forbidden, it does not exist.
    if (ask.actor.agency !== ask.agency) return refuse({ code: 'dossier-unknown' });
    const read = (rest: PageAsk) => index.inbox(ask.agency, ask.state, rest);
    const found = await linesThat(read, wanted(ask, clock.now()), page);
    const holders = found.items.flatMap(({ leasedBy }) => leasedBy ?? []);
    return done({ ...found, holders: await staffNamed(ledger, holders) });
  };

/** Whether a line is asked for; `past`: neither it nor any behind it is. */
type Wanted = (line: DossierLine) => boolean | 'past';

const wanted =
  ({ actor, procedure, dueBefore, holder }: InboxAsk, now: Instant): Wanted =>
  (line) => {
    if (dueBefore !== undefined && urgency(line) >= at(dueBefore, 0)) return 'past';
    if (procedure !== undefined && line.procedure !== procedure) return false;
    return holder === 'anyone' || holds(actor, line, now);
  };

/** As the list is sorted: who waits for the citizen waits for that day. */
const urgency = ({ answerBy, dueAt }: DossierLine): number =>
  answerBy === undefined ? (dueAt ?? Number.POSITIVE_INFINITY) : at(answerBy, 0);

const holds = ({ id }: Staff, { leasedBy, leasedUntil }: DossierLine, now: Instant): boolean =>
  leasedBy === id &&
  leasedUntil !== undefined &&
  isLeasedAt({ leaseNo: 0, lease: { holder: id, until: leasedUntil } }, now);

const linesThat = async (
  read: (page: PageAsk) => Promise<Page<DossierLine>>,
  isWanted: Wanted,
  { limit, after: from }: PageAsk,
): Promise<Page<DossierLine>> => {
  const items: DossierLine[] = [];
  let after = from;
  for (let pages = 0; pages < pagesAtOnce && items.length < limit; pages++) {
    const rest = limit - items.length;
    const page = await read({ limit: rest, ...(after !== undefined && { after }) });
    const judged = page.items.map((line) => ({ line, is: isWanted(line) }));
    items.push(...judged.filter(({ is }) => is === true).map(({ line }) => line));
    if (judged.some(({ is }) => is === 'past') || page.next === undefined) return { items };
    after = page.next;
  }
  return { items, ...(after !== undefined && { next: after }) };
};

/** Of each list so many lines are looked at; what is behind them is `isMore`. */
export const pulseLines = 100;

export interface Pulse {
  /** Another one: some line has changed. */
  readonly stamp: string;
  readonly counts: Readonly<
    Record<OpenState, { readonly count: number; readonly isMore: boolean }>
  >;
  /** How many the actor holds under a live lease. */
  readonly mine: number;
}

/** What a screen asks again and again while somebody looks at it, in place of the lists. */
export const makeReadPulse =
  ({ index, clock, sha256 }: Omit<Deps, 'ledger'> & PulseDeps) =>
  async (actor: Staff, agency: string): Promise<Outcome<Pulse>> => {
    if (actor.agency !== agency) return refuse({ code: 'dossier-unknown' });
    const pages = await Promise.all(
      openStates.map(async (state) => ({
        state,
        page: await index.inbox(agency, state, { limit: pulseLines }),
      })),
    );
    const counts = pages.map(({ state, page: { items, next } }) => [
      state,
      { count: items.length, isMore: next !== undefined },
    ]);
    const lines = pages.flatMap(({ page }) => page.items);
    const now = clock.now();
    return done({
      stamp: sha256(lines.map(({ id, version }) => `${id}:${version}`).join(' ')).slice(0, 16),
      counts: Object.fromEntries(counts) as Pulse['counts'],
      mine: lines.filter((line) => holds(actor, line, now)).length,
    });
  };

interface PulseDeps {
  readonly sha256: (text: string) => string;
}
