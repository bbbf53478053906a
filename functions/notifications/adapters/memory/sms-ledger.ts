import type { Instant } from '#domain/time/instant.ts';
import type { SmsLedger, SmsMove, SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { Page, PageAsk } from '#ports/unit-of-work.ts';

export interface SmsRow {
  readonly sms: SmsRecord;
  readonly expectedBy?: Instant;
}

/** The SMS ledger in memory, with the conditions of the real one. */
export const makeMemorySmsLedger = (rows = new Map<string, SmsRow>()): SmsLedger => {
  const change = (reference: string, next: (row: SmsRow) => SmsRow | undefined): boolean => {
    const row = rows.get(reference);
    const changed = row && next(row);
    if (changed) rows.set(reference, changed);
    return changed !== undefined;
  };
  const all = () => [...rows.values()];
  return {
    find: async (reference) => rows.get(reference)?.sms,
    open: async (sms) => {
      if (rows.has(sms.reference)) return false;
      rows.set(sms.reference, { sms });
      return true;
    },
    move: async (reference, from, to) =>
      change(reference, ({ sms }) => (from.includes(sms.state) ? moved(sms, to) : undefined)),
    receipt: async (reference, receipt) => {
      change(reference, (row) => received(row, receipt));
      return rows.has(reference);
    },
    due: async (now, limit) =>
      all()
        .map(({ sms }) => sms)
        .filter(({ state, sendAt }) => state === 'held' && sendAt !== undefined && sendAt <= now)
        .slice(0, limit),
    overdue: async (now, limit) =>
      all()
        .filter(({ expectedBy }) => expectedBy !== undefined && expectedBy <= now)
        .map(({ sms }) => sms)
        .slice(0, limit),
    forget: async (reference) => {
      change(reference, ({ sms }) => ({ sms }));
    },
    call: async (reference, call) =>
      change(reference, ({ sms }) => (isCallable(sms) ? { sms: { ...sms, call } } : undefined)),
    settleCall: async (reference, settled) =>
      change(reference, ({ sms }) =>
        sms.call && !sms.call.settled
          ? { sms: { ...sms, call: { ...sms.call, settled } } }
          : undefined,
      ),
    calls: async (office, ask) => openCalls(all(), office, ask),
  };
};

const openCalls = (
  rows: readonly SmsRow[],
  office: string | undefined,
  { limit, after }: PageAsk,
): Page<SmsRecord> => {
  const open = rows
    .map(({ sms }) => ({ sms, key: callSort(sms) }))
    .filter(({ sms }) => isOpenCall(sms) && (!office || sms.call?.office === office))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => after === undefined || key > after);
  const last = open[limit - 1];
  return {
    items: open.slice(0, limit).map(({ sms }) => sms),
    ...(open.length > limit && last && { next: last.key }),
  };
};

const moved = ({ sendAt: _, ...sms }: SmsRecord, { at, expectedBy, ...to }: SmsMove): SmsRow => ({
  sms: { ...sms, ...to, updatedAt: at },
  ...(expectedBy !== undefined && { expectedBy }),
});

const received = (row: SmsRow, receipt: NonNullable<SmsRecord['receipt']>): SmsRow | undefined => {
  const sms = { ...row.sms, receipt };
  if (receipt.status === 'delivered') return { sms };
  return row.sms.receipt?.status === 'delivered' ? undefined : { ...row, sms };
};

const isCallable = ({ call, receipt }: SmsRecord): boolean =>
  call === undefined && receipt?.status !== 'delivered';

const isOpenCall = ({ call, receipt }: SmsRecord): boolean =>
  call !== undefined && !call.settled && receipt?.status !== 'delivered';

const callSort = ({ call, reference }: SmsRecord): string =>
  `${String(call?.since ?? 0).padStart(14, '0')}#${reference}`;
