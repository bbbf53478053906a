import { openedBy } from '#application/citizen-session.ts';
import type { AccessEntry } from '#domain/access/access-entry.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { AccessLines } from '#ports/access-log.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly lines: Pick<AccessLines, 'ofSubject'>;
  readonly ledger: UnitOfWork;
  readonly seals: Seals;
  readonly clock: Clock;
}

export interface OwnAccess extends Page<AccessEntry> {
  readonly dossierId: DossierId;
}

/** Who read the dossier of a session (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 art. 4: to know of it). */
export const makeReadOwnAccess =
  (deps: Pick<Deps, 'lines' | 'seals' | 'clock'>) =>
  async (token: string, page: PageAsk): Promise<Outcome<OwnAccess>> => {
    const opened = await openedBy(deps, token);
    if (!opened.ok) return opened;
    const dossierId = opened.value;
    return done({ dossierId, ...(await deps.lines.ofSubject(dossierId, page)) });
  };

/** The same behind a phone session: of a dossier that has this number now, by its code. */
export const makeReadPhoneAccess =
  ({
    lines,
    ledger,
    seals,
  }: Pick<Deps, 'lines' | 'ledger'> & { readonly seals: Pick<Seals, 'isMac'> }) =>
  async ({ phone }: PhoneActor, code: string, page: PageAsk): Promise<Outcome<OwnAccess>> => {
    const id = await ledger.findByCode(code);
    const stored = id && (await ledger.load(id));
    if (!stored || !(await seals.isMac('phone', stored.applicant.phone ?? '', phone)))
      return refuse({ code: 'dossier-unknown' });
    const dossierId = stored.dossier.id;
    return done({ dossierId, ...(await lines.ofSubject(dossierId, page)) });
  };
