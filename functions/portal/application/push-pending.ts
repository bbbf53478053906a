import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Instant, plus, seconds } from '#domain/time/instant.ts';
import { dueAt, isStale } from '#functions/portal/domain/sync.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import type { makePushDossier, Pushed } from './push-dossier.ts';

interface Sweeping {
  readonly index: DossierIndex;
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly clock: Clock;
  readonly push: ReturnType<typeof makePushDossier>;
}

export interface Swept {
  readonly pushed: number;
  readonly rejected: number;
  /** Could not be tried at all; a defect of ours. */
  readonly failed: number;
}

const perSweep = 500;
const atOnce = 5;

/** No push begins later; the last ones have until the function ends. */
const beginning = seconds(20);

/**
 * Pushes what is pending and due, the longest due first. A portal that answers none of a handful is left
 * alone until the next minute: hours of silence cost it five questions a minute.
 */
export const makePushPending = (deps: Sweeping) => async (): Promise<Swept> => {
  const start = deps.clock.now();
  const ids = await dueIds(deps, start);
  const outcomes: Tried[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    if (deps.clock.now() > plus(start, beginning)) break;
    const some = await Promise.all(ids.slice(from, from + atOnce).map((id) => pushOne(deps, id)));
    outcomes.push(...some);
    if (some.every((outcome) => outcome === 'unknown')) break;
  }
  const count = (wanted: Tried) => outcomes.filter((outcome) => outcome === wanted).length;
  return { pushed: count('pushed'), rejected: count('rejected'), failed: count('failed') };
};

const dueIds = async ({ index, ledger }: Sweeping, now: Instant) => {
  const ids: DossierId[] = [];
  let after: string | undefined;
  do {
    const page = await index.listed(nationalSyncKind, 'pending', {
      limit: 100,
      ...(after !== undefined && { after }),
    });
    ids.push(...(page.items as readonly DossierId[]));
    after = page.next;
    // The list is sorted by the next try: where one is not due, no later one is.
    const last = ids.at(-1);
    const sync = last && (await ledger.record(nationalSyncKind, last));
    if (sync && dueAt(sync) > now) break;
  } while (after !== undefined && ids.length < perSweep);
  return ids;
};

type Tried = Pushed | 'failed';

/** One dossier's defect keeps no other from the portal; it is counted, and fails the run at its end. */
const pushOne = async ({ push }: Sweeping, id: DossierId): Promise<Tried> => {
  try {
    const outcome = await push.pending(id);
    return outcome.ok ? outcome.value : 'waiting';
  } catch {
    return 'failed';
  }
};

/**
 * How many national copies have been wrong for over a day, pending or rejected. No further than a
 * hundred of each: the alarm wants to know whether, a person reads the lists.
 */
export const makeCountStale =
  ({ index, ledger, clock }: Omit<Sweeping, 'push'>) =>
  async (): Promise<number> => {
    const now = clock.now();
    const lists = await Promise.all(
      ['pending-since', 'rejected'].map((list) =>
        index.listedSecond(nationalSyncKind, list, { limit: 100 }),
      ),
    );
    const ids = lists.flatMap(({ items }) => items);
    const syncs = await Promise.all(ids.map((id) => ledger.record(nationalSyncKind, id)));
    return syncs.filter((sync) => sync && isStale(sync, now)).length;
  };
