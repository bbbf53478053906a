import type { Staff } from '#domain/actor/actor.ts';
import type { Purses } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { makeGiveBack } from '#functions/money/application/give-back.ts';
import type { GiveBack } from '#functions/money/domain/give-back.ts';

interface Asked {
  readonly actor: Staff;
  readonly number: string;
}

const idempotency = undefined;
const reason = 'Lý do';
const signedBy = 'Nguyễn Thị Ánh';

/** Each as two persons do it: one asks, the other confirms. */
export const byTwo = (back: ReturnType<typeof makeGiveBack>, second: Staff) => {
  const confirmed = async (asked: Outcome<GiveBack>) =>
    asked.ok ? back.confirm({ actor: second, idempotency, id: asked.value.id }) : asked;
  return {
    refund: async (asked: Asked & { readonly purses: Purses }) =>
      confirmed(await back.refund({ ...asked, idempotency, reason, signedBy })),
    reverse: async (asked: Asked) =>
      confirmed(await back.reverse({ ...asked, idempotency, reason, signedBy })),
    correct: async (asked: Asked & { readonly purses: Purses }) =>
      confirmed(await back.correct({ ...asked, idempotency, reason })),
  };
};
