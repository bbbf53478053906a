import { type KeysOf, keyUnderMaster } from '#adapters/node/seals.ts';
import { keyPurposes } from '#domain/identifiers/key-purpose.ts';

/** Every purpose's key as it came of one master; `previous` while a rotation is under way. */
export const keysUnder = (master: string, previous?: string): KeysOf =>
  Object.fromEntries(
    keyPurposes.map((purpose) => [
      purpose,
      async () => ({
        key: keyUnderMaster(master, purpose),
        ...(previous && { previous: keyUnderMaster(previous, purpose) }),
      }),
    ]),
  );
