import { type Deciding, decideOn } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { type OpenState, openStates } from '#domain/dossier/inbox-states.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { moveToSuccessor } from '#domain/dossier/steps/transfer.ts';
import { refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { DossierIndex, StoredDossier } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly calendars: Calendars;
  readonly agencies: readonly Agency[];
  /** Who does an ended agency's work on a day; of several, who does it for this dossier. */
  readonly successorOf: (
    agency: string,
    day: VietnamDay,
    dossier?: StoredDossier,
  ) => Agency | undefined;
}

const worker: System = { kind: 'system', id: 'oversight/move-to-successor' };
const atOnce = 100;

/**
 * Sắp xếp bộ máy: the running dossiers of an agency that has ended land with its successor (Hậu Giang →
 * Cần Thơ on 2025-07-01). Codes, dates and slips stay what they are.
 */
export const makeMoveToSuccessor = (deps: Deps) => async (): Promise<number> => {
  const today = dayOf(deps.clock.now());
  let moved = 0;
  for (const agency of deps.agencies.filter((each) => !inForce(each, today))) {
    const successor = deps.successorOf(agency.id, today);
    if (!successor || successor.id === agency.id) continue;
    for (const inbox of openStates) moved += await moveList(deps, agency.id, inbox, today);
  }
  return moved;
};

/** What moves leaves the list, so each round starts at the front; a round that moves nothing is the last. */
const moveList = async (
  deps: Deps,
  agency: string,
  inbox: OpenState,
  day: VietnamDay,
): Promise<number> => {
  let moved = 0;
  for (;;) {
    const { items } = await deps.index.inbox(agency, inbox, { limit: atOnce });
    let inRound = 0;
    for (const { id } of items) {
      const written = await decideOn(
        deps,
        'move-to-successor',
        { actor: worker, dossierId: id },
        (stored, now) => moving(deps, stored.dossier, { agency, stored, day }, now),
        ({ change }) => change.events.length,
      );
      if (written.ok) inRound += written.value;
    }
    moved += inRound;
    if (inRound === 0 || items.length < atOnce) return moved;
  }
};

interface From {
  readonly agency: string;
  readonly stored: StoredDossier;
  readonly day: VietnamDay;
}

const moving = async (
  { calendars, successorOf }: Deps,
  dossier: Dossier,
  { agency, stored, day }: From,
  now: Instant,
): Promise<Decision> => {
  const to = successorOf(agency, day, stored)?.id ?? agency;
  const by = transferBy(now, await calendars.current());
  return by.ok
    ? moveToSuccessor(dossier, { to, transferBy: by.value })
    : refuse({ code: 'calendar-missing', year: by.year });
};
