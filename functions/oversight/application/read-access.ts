import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { BulkReading } from '#functions/oversight/domain/bulk-reading.ts';
import { bulkReadingKind } from '#functions/oversight/records.ts';
import type { AccessLines } from '#ports/access-log.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

/** Nhật ký truy cập: who read what, by the dossier and by the person who read. */
export const makeReadAccess = ({
  lines,
}: {
  readonly lines: Pick<AccessLines, 'ofSubject' | 'ofReader'>;
}) => ({
  ofDossier: (id: string, page: PageAsk) => lines.ofSubject(id, page),
  ofStaff: (id: string, page: PageAsk) => lines.ofReader(`staff:${id}`, page),
});

/** The supervisors' list of those who read too much, the oldest first. */
export const makeListBulkReadings =
  ({ ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (state: 'open' | 'settled', page: PageAsk): Promise<Page<BulkReading>> => {
    const { items, ...rest } = await index.listed(bulkReadingKind, state, page);
    const found = await Promise.all(items.map((id) => ledger.record(bulkReadingKind, id)));
    return { ...rest, items: found.filter((each) => each !== undefined) };
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
      if (before.reader === `staff:${actor.id}`) return refuse({ code: 'bulk-reading-own' });
      const settled = { by: actor.id, at: now, finding };
      const after: BulkReading = { ...before, version: before.version + 1, settled };
      const record = recordWrite(bulkReadingKind, before, after);
      return done({ result: after, commit: { records: [record] } });
    });
