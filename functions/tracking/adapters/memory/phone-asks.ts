import type { PhoneAsk, PhoneAsks } from '#functions/tracking/ports/phone-asks.ts';

/** For tests: never forgets by itself, and is read within minutes. */
export const makeMemoryPhoneAsks = (): PhoneAsks => {
  const asks = new Map<string, PhoneAsk>();
  return {
    keep: async (id, ask) => {
      asks.set(id, ask);
    },
    find: async (id) => asks.get(id),
  };
};
