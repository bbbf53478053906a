import { recordsOn } from '#application/records-on.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import {
  type Complaint,
  type ComplaintState,
  isLate,
} from '#functions/complaints/domain/complaint.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly index: DossierIndex;
  readonly clock: Clock;
}

interface Asked extends PageAsk {
  readonly state: ComplaintState;
  /** Of a supervisor: one office's, or absent all of them. */
  readonly office?: string | undefined;
}

export interface SeenComplaint extends Complaint {
  /** The day of the answer has passed, or had when it came. */
  readonly isLate: boolean;
}

/** Khiếu nại of the caller's office, or of a supervisor's choice, and one of them whole. */
export const makeReadComplaints = ({ ledger, index, clock }: Deps) => {
  const seen = (complaint: Complaint): SeenComplaint => ({
    ...complaint,
    isLate: isLate(complaint, clock.now()),
  });
  return {
    list: async (
      actor: Staff,
      { state, office, ...page }: Asked,
    ): Promise<Outcome<Page<SeenComplaint>>> => {
      const whose = officeAsked(actor, office);
      if (!whose.ok) return whose;
      const listed =
        whose.value === undefined
          ? await index.listedSecond(complaintKind, `all#${state}`, page)
          : await index.listed(complaintKind, `${whose.value}#${state}`, page);
      const { items, ...rest } = await recordsOn(ledger, complaintKind, listed);
      return done({ ...rest, items: items.map(seen) });
    },
    one: async (actor: Staff, id: Ulid): Promise<Outcome<SeenComplaint>> => {
      const complaint = await ledger.record(complaintKind, id);
      const isTheirs = actor.role === 'supervisor' || complaint?.office === actor.office;
      return complaint && isTheirs ? done(seen(complaint)) : refuse({ code: 'complaint-unknown' });
    },
  };
};
