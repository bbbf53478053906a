import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { recordsOn } from '#application/records-on.ts';
import type { AccessEntry } from '#domain/access/access-entry.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { mayReadAccessOf, placeRead } from '#functions/oversight/domain/access-readers.ts';
import type { BulkReading } from '#functions/oversight/domain/bulk-reading.ts';
import { bulkReadingKind } from '#functions/oversight/records.ts';
import type { AccessLines } from '#ports/access-log.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Reading {
  readonly lines: Pick<AccessLines, 'ofSubject' | 'ofReader'>;
  readonly ledger: Pick<UnitOfWork, 'load'>;
}

/** Under what the log keeps somebody of the staff, as who read and as whose readings were read. */
export const readerOfStaff = (id: string): string => `staff:${id}`;

/**
 * Nhật ký truy cập: who read what, by the dossier and by the person who read. To a leader the dossier of another
 * agency does not exist, nor a person who has read nothing for theirs.
 */
export const makeReadAccess = ({ lines, ledger }: Reading) => ({
  ofDossier: async (
    actor: Staff,
    id: DossierId,
    page: PageAsk,
  ): Promise<Outcome<Page<AccessEntry>>> => {
    const stored = actor.role === 'supervisor' ? undefined : await ledger.load(id);
    if (!mayReadAccessOf(actor, stored?.dossier)) return refuse({ code: 'dossier-unknown' });
    return done(await lines.ofSubject(id, page));
  },
  ofStaff: async (actor: Staff, id: string, page: PageAsk): Promise<Outcome<Page<AccessEntry>>> => {
    const place = placeRead(actor);
    if (!place.ok) return place;
    const found = await lines.ofReader(readerOfStaff(id), page, place.value);
    const isNobody = found.items.length === 0 && !found.next && page.after === undefined;
    return place.value !== undefined && isNobody ? refuse({ code: 'staff-unknown' }) : done(found);
  },
});

/** The supervisors' list of those who read too much, the oldest first. */
export const makeListBulkReadings =
  ({ ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (state: 'open' | 'settled', page: PageAsk): Promise<Page<BulkReading>> => {
    return recordsOn(ledger, bulkReadingKind, await index.listed(bulkReadingKind, state, page));
  };

interface SettleBulkReading {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly id: string;
  readonly finding: string;
}

/** Somebody has asked, and says what it was. Nobody settles their own. */
export const makeSettleBulkReading =
  (deps: Deciding) =>
  ({ actor, idempotency, id, finding }: SettleBulkReading) =>
    decideOnce<BulkReading>(deps, idempotency, async (now) => {
      const before = await deps.ledger.record(bulkReadingKind, id);
      if (!before) return refuse({ code: 'bulk-reading-unknown' });
      if (before.settled) return refuse({ code: 'bulk-reading-settled' });
      if (before.reader === readerOfStaff(actor.id)) return refuse({ code: 'bulk-reading-own' });
      const settled = { by: actor.id, at: now, finding };
      const after: BulkReading = { ...before, version: before.version + 1, settled };
      const record = recordWrite(bulkReadingKind, before, after);
      return done({ result: after, commit: { records: [record] } });
    });
