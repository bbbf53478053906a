import { asObject, asObjects, asText, type JsonObject } from '#local/cloud/assembly/json.ts';
import type { Asked } from './policies.ts';

/** Words of expressions that name no attribute. */
const words = new Set(
  [
    'set remove add delete and or not in between',
    'attribute_exists attribute_not_exists attribute_type begins_with contains size',
    'if_not_exists list_append',
  ].flatMap((line) => line.split(' ')),
);

const expressions = ['UpdateExpression', 'ConditionExpression', 'ProjectionExpression'];

/** The top-level attributes that a request's expressions name. */
const namedIn = (request: JsonObject): readonly string[] => {
  const aliases = asObject(request['ExpressionAttributeNames']);
  const tokens = expressions.flatMap((name) => [
    ...(asText(request[name]) ?? '').matchAll(/(?<![\w:#.])#?[A-Za-z_]\w*/g),
  ]);
  return tokens
    .map(([token]) => (token.startsWith('#') ? (asText(aliases[token]) ?? token) : token))
    .filter((name) => !words.has(name.toLowerCase()));
};

const textOf = (value: JsonObject): string => String(Object.values(value)[0]);

/** The partition that a query asks for: of the table, or of the index that it names. */
const partitionOf = (request: JsonObject): string => {
  const [, value = ''] =
    /#?\w+\s*=\s*(:\w+)/.exec(asText(request['KeyConditionExpression']) ?? '') ?? [];
  return textOf(asObject(asObject(request['ExpressionAttributeValues'])[value]));
};

const leadingKeyOf = (operation: string, request: JsonObject): string | undefined => {
  if (operation === 'Query') return partitionOf(request);
  const key = asObject(request['Key'] ?? request['Item'])['pk'];
  return key === undefined ? undefined : textOf(asObject(key));
};

/** One operation as IAM is asked about it, with the condition keys that DynamoDB fills in. */
const askOf = (
  operation: string,
  request: JsonObject,
  tableArn: (name: string) => string,
  within?: string,
): Asked => {
  const index = asText(request['IndexName']);
  const table = tableArn(asText(request['TableName']) ?? '');
  const leading = leadingKeyOf(operation, request);
  const returned = asText(request['ReturnValues']);
  return {
    action: `dynamodb:${operation}`,
    resource: index === undefined ? table : `${table}/index/${index}`,
    context: {
      ...(leading !== undefined && { 'dynamodb:LeadingKeys': [leading] }),
      'dynamodb:Attributes': [
        ...new Set([
          ...Object.keys(asObject(request['Item'] ?? request['Key'])),
          ...namedIn(request),
        ]),
      ],
      ...(within && { 'dynamodb:EnclosingOperation': within }),
      ...(returned && { 'dynamodb:ReturnValues': returned }),
    },
  };
};

const insideTransaction: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** All that a request to DynamoDB asks of IAM: of a transaction each of its operations. */
export const dynamoDbAsks = (
  operation: string,
  request: JsonObject,
  tableArn: (name: string) => string,
): readonly Asked[] => {
  if (!operation.startsWith('Transact')) return [askOf(operation, request, tableArn)];
  return asObjects(request['TransactItems']).flatMap((each) =>
    Object.entries(each).map(([name, inner]) =>
      askOf(insideTransaction[name] ?? name, asObject(inner), tableArn, operation),
    ),
  );
};
