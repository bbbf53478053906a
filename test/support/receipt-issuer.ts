import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { actKey, type IssuedReceipt } from '#functions/money/domain/electronic-receipt.ts';
import type { ReceiptIssuer } from '#functions/money/ports/receipt-issuer.ts';

/** How the next call ends; `lost`: it is done, and nobody hears of it. */
export type IssuerMood = 'ok' | 'silent' | 'lost' | 'refuse';

/** An issuer in memory that keeps its promise of one biên lai a key, and may fall silent. */
export const anIssuer = (now: () => Instant) => {
  const issued = new Map<string, { receipt: IssuedReceipt; isCancelled: boolean }>();
  const told = new Set<string>();
  let mood: IssuerMood = 'ok';
  const ends = async <T>(does: () => T): Promise<T | { outcome: 'unknown' } | Refused> => {
    if (mood === 'silent') return { outcome: 'unknown' };
    if (mood === 'refuse') return { outcome: 'refused', why: 'issuer-told-to' };
    const answer = does();
    return mood === 'lost' ? { outcome: 'unknown' } : answer;
  };
  type Refused = { outcome: 'refused'; why: string };
  const numberedIn = (sign: string) =>
    [...issued.values()].filter((each) => each.receipt.sign === sign).length + 1;
  return {
    issued,
    told,
    feels: (next: IssuerMood) => {
      mood = next;
    },
    issue: ({ key, amounts }) =>
      ends(() => {
        const sign = `BT-${dayOf(now()).slice(2, 4)}E`;
        const receipt = issued.get(key)?.receipt ?? {
          key,
          form: '01BLP0-001',
          sign,
          number: numberedIn(sign),
          amounts,
          issuedAt: now(),
        };
        if (!issued.has(key)) issued.set(key, { receipt, isCancelled: false });
        return { outcome: 'issued', receipt } as const;
      }),
    find: async (key) => {
      if (mood === 'silent') return { outcome: 'unknown' };
      const found = issued.get(key);
      return found ? { outcome: 'found', ...found } : { outcome: 'absent' };
    },
    cancel: (key) =>
      ends(() => {
        const found = issued.get(key);
        if (found) issued.set(key, { ...found, isCancelled: true });
        return { outcome: 'done' } as const;
      }),
    tell: (_, acts) =>
      ends(() => {
        for (const act of acts) told.add(actKey(act));
        return { outcome: 'done' } as const;
      }),
  } satisfies ReceiptIssuer & Record<string, unknown>;
};
