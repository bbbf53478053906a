import { type Deciding, decideOnce } from '#application/deciding.ts';
import type { CalendarAmendment } from '#domain/deadline/amendment.ts';
import { editionsOf } from '#domain/deadline/edition.ts';
import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import type { AmendmentId } from '#domain/identifiers/amendment-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Ids } from '#ports/ids.ts';
import { amendmentKind, calendarEditionKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  /** As the published catalogue has them, without amendments. */
  readonly laidDown: readonly WorkingCalendar[];
}

const worker = 'oversight/reannounce-dates';
const only = 'laid-down';

/**
 * Lịch mới được công bố: another edition of a calendar's file is an amendment by itself. It changes no day
 * beyond what the file says, and has every promised date that the file moves announced again.
 */
export const makeAnnounceEdition = (deps: Deps) => (): Promise<Outcome<boolean>> =>
  decideOnce<boolean>(deps, undefined, async (now) => {
    const kept = await deps.ledger.record(calendarEditionKind, only);
    const editions = editionsOf(deps.laidDown);
    if (kept?.editions === editions) return done({ result: false, commit: {} });
    const edition = { id: only, version: (kept?.version ?? 0) + 1, editions };
    const by = { by: worker, at: now };
    const amendment: CalendarAmendment = {
      id: deps.ids.next(now) as AmendmentId,
      version: 1,
      holidays: [],
      makeUpDays: [],
      reason: `Lịch làm việc được công bố: ${editions}`,
      proposed: by,
      confirmed: { ...by, reannounces: true },
    };
    const records = [
      recordWrite(calendarEditionKind, kept, edition),
      recordWrite(amendmentKind, undefined, amendment),
    ];
    return done({ result: true, commit: { records } });
  });
