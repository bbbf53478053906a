import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import {
  added,
  countedBy,
  emptyReport,
  isIn,
  type OfficeReport,
  type ReportPeriod,
} from '#functions/oversight/domain/postal-report.ts';

/** What of a record the report counts; each service's own shape fits it. */
export interface ReportedComplaint {
  readonly office: string;
  readonly lodgedAt: Instant;
  readonly answerBy: Instant;
  readonly answer?: { readonly at: Instant; readonly outcome: 'upheld' | 'rejected' };
}

export interface ReportedReceipt {
  readonly office: string;
  readonly takenAt: Instant;
  readonly taken: { readonly postage: number };
  readonly refunded: { readonly postage: number };
  readonly isReversed: boolean;
}

export interface ReportedOrder {
  readonly office: string;
  readonly state: string;
  readonly settledAt?: Instant;
}

/** Báo cáo định kỳ dịch vụ BCCI trong thủ tục hành chính (TT 17/2017/TT-BTTTT art. 13), office by office. */
export const reportingPostal = (period: ReportPeriod, now: Instant) => {
  const offices = new Map<string, OfficeReport>();
  const add = (office: string, at: Instant | undefined, more: Partial<OfficeReport>): void => {
    if (at === undefined || !isIn(period, dayOf(at))) return;
    offices.set(office, added(offices.get(office) ?? emptyReport, more));
  };
  return {
    /** The whole history of one dossier, and the office that took it in. */
    dossier: (office: string, history: readonly ChainedEvent[]): void => {
      for (const { fact, effectiveAt } of history) {
        const counted = countedBy(fact.type);
        if (Object.keys(counted).length > 0) add(office, effectiveAt, counted);
      }
    },
    complaint: ({ office, lodgedAt, answerBy, answer }: ReportedComplaint): void =>
      add(office, lodgedAt, {
        complaints: 1,
        complaintsUpheld: answer?.outcome === 'upheld' ? 1 : 0,
        complaintsLate: (answer?.at ?? now) > answerBy ? 1 : 0,
      }),
    receipt: ({ office, takenAt, taken, refunded, isReversed }: ReportedReceipt): void =>
      add(office, takenAt, { postageVnd: isReversed ? 0 : taken.postage - refunded.postage }),
    order: ({ office, state, settledAt }: ReportedOrder): void =>
      add(office, state === 'delivered' ? settledAt : undefined, { returnedByOrder: 1 }),
    offices: (): ReadonlyMap<string, OfficeReport> =>
      new Map([...offices].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};
