import { everyListed } from '#application/every-listed.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { DoorMoney } from '#functions/money/domain/door-money.ts';
import type {
  Remittance,
  RemittanceState,
  Safe,
  ShiftRecord,
  ShiftState,
} from '#functions/money/domain/records.ts';
import { doorMoneyKind, remittanceKind, shiftKind } from '#functions/money/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';
import { findRemittance } from './find-remittance.ts';
import { safeOf } from './work-shift.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly catalogue: Catalogue;
}

/** What an office has of other people's money, and who answers for it. */
export interface OfficeCash {
  readonly safe: Safe;
  /** Collected at doors and not handed in, by whom. */
  readonly atDoors: readonly DoorMoney[];
  /** Drawers that are open, and drawers that came up short and wait for a second person. */
  readonly shifts: Readonly<Record<Exclude<ShiftState, 'confirmed'>, readonly ShiftRecord[]>>;
}

export const makeReadCash = ({ ledger, index, catalogue }: Deps) => ({
  /** Of the clerk's own office, or of the one that a supervisor names. */
  office: async (actor: Staff, asked: string | undefined): Promise<Outcome<OfficeCash>> => {
    const whose = officeAsked(actor, asked);
    if (!whose.ok) return whose;
    const { value: office } = whose;
    if (office === undefined || !catalogue.office(office))
      return refuse({ code: 'office-unknown' });
    const shifts = async (state: ShiftState) => {
      const { items } = await index.listed(shiftKind, `${office}#${state}`, { limit: 100 });
      const found = await Promise.all(items.map((id) => ledger.record(shiftKind, id)));
      return found.filter((shift) => shift !== undefined);
    };
    const atDoors = async () => {
      const ids = await everyListed((page) => index.listed(doorMoneyKind, office, page));
      const found = await Promise.all(ids.map((id) => ledger.record(doorMoneyKind, id)));
      return found.filter((money) => money !== undefined);
    };
    const [{ safe }, owed, open, unconfirmed] = await Promise.all([
      safeOf(ledger, office),
      atDoors(),
      shifts('open'),
      shifts('unconfirmed'),
    ]);
    return done({ safe, atDoors: owed, shifts: { open, unconfirmed } });
  },
  /** Those that the caller's office sent, or that come to the caller's agency. */
  remittances: async (
    { office, agency }: Staff,
    state: RemittanceState,
    page: PageAsk,
  ): Promise<Page<Remittance>> => {
    const { items, next } =
      office === undefined
        ? await index.listedSecond(remittanceKind, `${agency}#${state}`, page)
        : await index.listed(remittanceKind, `${office}#${state}`, page);
    const found = await Promise.all(items.map((id) => ledger.record(remittanceKind, id)));
    return {
      items: found.filter((remittance) => remittance !== undefined),
      ...(next !== undefined && { next }),
    };
  },
  remittance: async (actor: Staff, number: string): Promise<Outcome<Remittance>> => {
    const found = await findRemittance(ledger, number);
    const isTheirs = found && (found.office === actor.office || found.agency === actor.agency);
    return isTheirs ? done(found) : refuse({ code: 'remittance-unknown' });
  },
});
