import type { OneTimeCodes } from '#functions/tracking/ports/one-time-codes.ts';

type Kept = Parameters<OneTimeCodes['put']>[1] & { readonly isUsed: boolean };

/** For tests: the same promises as the table's, kept by the contract suite. */
export const makeMemoryOneTimeCodes = (): OneTimeCodes => {
  const codes = new Map<string, Kept>();
  return {
    put: async (dossierId, code) => {
      codes.set(dossierId, { ...code, isUsed: false });
    },
    spendTry: async (dossierId, now) => {
      const code = codes.get(dossierId);
      if (!code || code.isUsed || code.tries <= 0 || code.validUntil <= now) return undefined;
      codes.set(dossierId, { ...code, tries: code.tries - 1 });
      return { salt: code.salt, seal: code.seal };
    },
    consume: async (dossierId, seal) => {
      const code = codes.get(dossierId);
      if (!code || code.isUsed || code.seal !== seal) return false;
      codes.set(dossierId, { ...code, isUsed: true });
      return true;
    },
  };
};
