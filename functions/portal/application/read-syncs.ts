import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { answersFor } from '#functions/portal/domain/oversight.ts';
import type { NationalSync } from '#functions/portal/domain/sync.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly index: Pick<DossierIndex, 'listed' | 'listedSecond'>;
}

/** How far the national copy of one dossier has come. */
export const makeReadSync =
  ({ ledger }: Deps) =>
  async (actor: Staff, id: DossierId): Promise<Outcome<NationalSync>> => {
    const sync = await ledger.record(nationalSyncKind, id);
    return sync && answersFor(actor, sync.agency)
      ? done(sync)
      : refuse({ code: 'national-copy-unknown' });
  };

/** What the portal has said no to, the oldest first: of one agency, or of all for the province. */
export const makeListRejected =
  ({ ledger, index }: Deps) =>
  async (
    actor: Staff,
    asked: string | undefined,
    page: PageAsk,
  ): Promise<Outcome<Page<NationalSync>>> => {
    const isProvince = actor.role === 'supervisor';
    const agency = isProvince ? asked : (asked ?? actor.agency);
    if (agency !== undefined && !answersFor(actor, agency))
      return refuse({ code: 'agency-unknown' });
    const { items, next } =
      agency === undefined
        ? await index.listedSecond(nationalSyncKind, 'rejected', page)
        : await index.listed(nationalSyncKind, `rejected#${agency}`, page);
    const syncs = await Promise.all(items.map((id) => ledger.record(nationalSyncKind, id)));
    return done({
      // The list is a moment older than the records, which may have gone on or to another agency.
      items: syncs.flatMap((sync) =>
        sync?.state === 'rejected' && answersFor(actor, sync.agency) ? [sync] : [],
      ),
      ...(next !== undefined && { next }),
    });
  };
