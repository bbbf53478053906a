import type { PhoneActor } from '#domain/actor/phone.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Tracked, trackedOf } from '#functions/tracking/application/track-dossier.ts';
import { phoneLinkKind } from '#ports/kernel-records.ts';
import type { Seals } from '#ports/seals.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: Pick<DossierIndex, 'listed'>;
  readonly seals: Pick<Seals, 'isMac'>;
}

/**
 * What a phone may see: of each dossier that has this number now, what its receipt opens and nothing
 * else. A page may hold fewer than it was asked for: links of corrected numbers, and dossiers that have
 * no number to be tracked by yet, are left out.
 */
export const makeListPhoneDossiers =
  ({ ledger, index, seals }: Deps) =>
  async ({ phone }: PhoneActor, { limit, after }: PageAsk): Promise<Page<Tracked>> => {
    const behind = after === undefined ? {} : { after: withPhone(after, phone) };
    const { items: ids, next } = await index.listed(phoneLinkKind, phone, { limit, ...behind });
    const tracked = await Promise.all(
      ids.map(async (id) => {
        const stored = await ledger.load(id.slice(id.indexOf('#') + 1) as DossierId);
        const own = stored?.applicant.phone;
        if (!stored || own === undefined || !(await seals.isMac('phone', own, phone))) return [];
        const { acceptance, backEntry } = stored.dossier;
        return acceptance || backEntry ? [await trackedOf(ledger, stored.dossier)] : [];
      }),
    );
    return { items: tracked.flat(), ...(next !== undefined && { next: withoutPhone(next) }) };
  };

/** Sort keys are `<time>#<phone>#<dossier>`; whose page it is comes from the session alone. */
const withPhone = (cursor: string, phone: string): string => cursor.replace('#', `#${phone}#`);
const withoutPhone = (sortKey: string): string => sortKey.replace(/#.*#/, '#');
