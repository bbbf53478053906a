import { type Idempotency, keyOfLine } from '#application/deciding.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Seals } from '#ports/seals.ts';
import type { makeOrderReturn, OrderReturn, ReturnOrdered } from './order-return.ts';

type Line = Omit<OrderReturn, 'actor' | 'idempotency'>;

export interface OrderMany {
  readonly actor: OrderReturn['actor'];
  readonly idempotency: Idempotency | undefined;
  readonly orders: readonly Line[];
}

/** Of one line; its number counts from 1, as people count. */
export interface LineAnswer {
  readonly line: number;
  readonly externalCode: string;
  readonly ordered: Outcome<ReturnOrdered>;
}

interface Deps {
  readonly order: ReturnType<typeof makeOrderReturn>;
  readonly seals: Pick<Seals, 'sha256'>;
}

const atOnce = 10;

/**
 * Many orders in one call, each a write of its own with an answer of its own: one that is refused holds
 * no other back. Each line has its own idempotency key, made of the call's: a call that died in the middle
 * is sent again and goes on where it stopped.
 */
export const makeOrderMany =
  ({ order, seals }: Deps) =>
  async ({ actor, idempotency, orders }: OrderMany): Promise<readonly LineAnswer[]> => {
    const answers: LineAnswer[] = [];
    const asked = orders.map((line, n) => ({ line, no: n + 1 }));
    for (let from = 0; from < asked.length; from += atOnce) {
      const some = asked.slice(from, from + atOnce).map(async ({ line, no }) => {
        const key = idempotency && lineKey(idempotency, line, seals);
        const ordered = await order({ ...line, actor, idempotency: key });
        return { line: no, externalCode: line.externalCode, ordered };
      });
      answers.push(...(await Promise.all(some)));
    }
    return answers;
  };

/** By code and not by place: a line that stands elsewhere in the second try is still the same. */
const lineKey = (ofCall: Idempotency, line: Line, seals: Deps['seals']): Idempotency =>
  keyOfLine(ofCall, {
    purpose: 'order-many',
    line: line.externalCode,
    requestHash: seals.sha256(JSON.stringify(line)),
  });
