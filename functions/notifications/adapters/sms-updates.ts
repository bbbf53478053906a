import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { everyOffice, timeSort } from '#adapters/aws/dynamodb/keys.ts';
import type { SmsState } from '#functions/notifications/domain/unreached.ts';
import type {
  SettledCall,
  SmsCall,
  SmsMove,
  SmsRecord,
} from '#functions/notifications/ports/sms.ts';

/** The two lists of the `held` index: what waits for the morning, and what waits for an answer. */
export const held = 'HELD';
export const overdue = 'EXPECTED';

type Change = Pick<
  UpdateCommandInput,
  | 'UpdateExpression'
  | 'ConditionExpression'
  | 'ExpressionAttributeNames'
  | 'ExpressionAttributeValues'
>;

export const moving = (from: readonly SmsState[], to: SmsMove): Change => {
  const states = Object.fromEntries(from.map((state, n) => [`:from${n}`, state]));
  const isExpected = to.expectedBy !== undefined;
  return {
    UpdateExpression: `SET sms.#state = :state, sms.updatedAt = :at, sms.gatewayId = :id, sms.why = :why${
      isExpected ? ', held = :overdue, heldUntil = :by' : ' REMOVE held, heldUntil'
    }`,
    ConditionExpression: `sms.#state IN (${Object.keys(states).join(', ')})`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ...states,
      ':state': to.state,
      ':at': to.at,
      ':id': to.gatewayId ?? null,
      ':why': to.why ?? null,
      ...(isExpected && { ':overdue': overdue, ':by': to.expectedBy }),
    },
  };
};

export const forgetting: Change = {
  UpdateExpression: 'REMOVE held, heldUntil',
  ConditionExpression: 'held = :overdue',
  ExpressionAttributeValues: { ':overdue': overdue },
};

const listed = 'calls, callsSort, allCalls, allCallsSort';
const notDelivered = '(attribute_not_exists(sms.receipt) OR sms.receipt.#status <> :delivered)';

export const receiving = (receipt: NonNullable<SmsRecord['receipt']>): Change =>
  receipt.status === 'delivered'
    ? {
        UpdateExpression: `SET sms.receipt = :receipt REMOVE held, heldUntil, ${listed}`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':receipt': receipt },
      }
    : {
        UpdateExpression: 'SET sms.receipt = :receipt',
        ConditionExpression: `attribute_exists(pk) AND ${notDelivered}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':receipt': receipt, ':delivered': 'delivered' },
      };

export const calling = (reference: string, call: SmsCall): Change => ({
  UpdateExpression:
    'SET sms.#call = :call, calls = :office, callsSort = :sort, allCalls = :all, allCallsSort = :sort REMOVE held, heldUntil',
  ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(sms.#call) AND ${notDelivered}`,
  ExpressionAttributeNames: { '#call': 'call', '#status': 'status' },
  ExpressionAttributeValues: {
    ':call': call,
    ':office': call.office,
    ':all': everyOffice,
    ':sort': timeSort(call.since, reference),
    ':delivered': 'delivered',
  },
});

export const settling = (settled: SettledCall): Change => ({
  UpdateExpression: `SET sms.#call.settled = :settled REMOVE ${listed}`,
  ConditionExpression: 'attribute_exists(sms.#call) AND attribute_not_exists(sms.#call.settled)',
  ExpressionAttributeNames: { '#call': 'call' },
  ExpressionAttributeValues: { ':settled': settled },
});
