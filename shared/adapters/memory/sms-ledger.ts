import type { SmsLedger, SmsRecord } from '#ports/sms.ts';

/** The SMS ledger in memory, with the conditions of the real one. */
export const makeMemorySmsLedger = (): SmsLedger => {
  const rows = new Map<string, SmsRecord>();
  return {
    find: async (reference) => rows.get(reference),
    open: async (record) => {
      if (rows.has(record.reference)) return false;
      rows.set(record.reference, record);
      return true;
    },
    move: async (reference, from, { at, ...to }) => {
      const row = rows.get(reference);
      if (!row || !from.includes(row.state)) return false;
      const { sendAt: _, ...rest } = row;
      rows.set(reference, { ...rest, ...to, updatedAt: at });
      return true;
    },
    receipt: async (reference, receipt) => {
      const row = rows.get(reference);
      if (row) rows.set(reference, { ...row, receipt });
      return row !== undefined;
    },
    due: async (now, limit) =>
      [...rows.values()]
        .filter(({ state, sendAt }) => state === 'held' && sendAt !== undefined && sendAt <= now)
        .slice(0, limit),
  };
};
