import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

export interface Trouble {
  /** Of a hundred transactions, so many are cancelled by another that touches the same item. */
  readonly conflicts: number;
  /** Of a hundred transactions, so many happen without anybody hearing of it. */
  readonly lostAnswers?: number;
  /** From 0 to below 1; seeded, so that a run can be repeated. */
  readonly random: () => number;
}

/** A small seeded generator (mulberry32): the same seed, the same trouble. */
export const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const conflict = (items: number): TransactionCanceledException =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: Array.from({ length: items }, (_, n) => ({
      Code: n === 0 ? 'TransactionConflict' : 'None',
    })),
  });

/**
 * DynamoDB Local never cancels a transaction for another one, as AWS does where two touch an item.
 * This client does, before anything is written, and loses answers after everything is.
 */
export const troubled = (
  client: DynamoDBDocumentClient,
  { conflicts, lostAnswers = 0, random }: Trouble,
): DynamoDBDocumentClient => {
  const strikes = (ofHundred: number): boolean => random() * 100 < ofHundred;
  const transact = async (command: TransactWriteCommand): Promise<unknown> => {
    if (strikes(conflicts)) throw conflict(command.input.TransactItems?.length ?? 0);
    const answer = await client.send(command);
    if (strikes(lostAnswers)) throw new Error('socket hang up');
    return answer;
  };
  const send = (command: unknown): Promise<unknown> =>
    command instanceof TransactWriteCommand ? transact(command) : client.send(command as never);
  return new Proxy(client, {
    get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
  });
};
