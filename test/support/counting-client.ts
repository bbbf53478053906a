import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Counted {
  requests: number;
  /** What AWS would bill: read and write units together, transactions doubled. */
  units: number;
}

interface Sent {
  readonly ConsumedCapacity?: { CapacityUnits?: number } | readonly { CapacityUnits?: number }[];
}

/** The client, and what was asked of it. */
export const countingClient = (client: DynamoDBDocumentClient) => {
  const counted: Counted = { requests: 0, units: 0 };
  const send = async (command: { readonly input: object }): Promise<unknown> => {
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    const answer = (await client.send(command as never)) as Sent;
    counted.requests += 1;
    for (const { CapacityUnits = 0 } of [answer.ConsumedCapacity ?? []].flat())
      counted.units += CapacityUnits;
    return answer;
  };
  const counting = new Proxy(client, {
    get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
  });
  return { client: counting, counted };
};
