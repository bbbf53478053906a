import type { OneTimeCodes } from '#ports/one-time-codes.ts';

type Kept = Parameters<OneTimeCodes['put']>[1] & { readonly isUsed: boolean };

/** For tests: the same promises as the table's, kept by the contract suite. */
export const makeMemoryOneTimeCodes = (): OneTimeCodes => {
  const codes = new Map<string, Kept>();
  return {
    put: async (name, code) => {
      codes.set(name, { ...code, isUsed: false });
    },
    spendTry: async (name, now) => {
      const code = codes.get(name);
      if (!code || code.isUsed || code.tries <= 0 || code.validUntil <= now) return undefined;
      codes.set(name, { ...code, tries: code.tries - 1 });
      return { salt: code.salt, seal: code.seal };
    },
    consume: async (name, seal) => {
      const code = codes.get(name);
      if (!code || code.isUsed || code.seal !== seal) return false;
      codes.set(name, { ...code, isUsed: true });
      return true;
    },
  };
};
