import type { Asked } from '#local/cloud/access/policies.ts';
import { type ItemKind, keysOf } from '#plan/items.ts';
import type { SecretName, TableName } from '#plan/sources.ts';
import type { Synthesized } from './roles.ts';

/** What somebody wants, in our words: turned into what IAM is asked. */
export type Wish = (of: Synthesized) => Asked;

const on =
  (
    action: string,
    table: TableName,
    key?: string,
    context: Asked['context'] = {},
    index = '',
  ): Wish =>
  (of) => ({
    action: `dynamodb:${action}`,
    resource: `${of.table(table)}${index && `/index/${index}`}`,
    context: { ...(key !== undefined && { 'dynamodb:LeadingKeys': [key] }), ...context },
  });

const withAttributes = (...names: readonly string[]) => ({
  'dynamodb:Attributes': ['pk', 'sk', ...names],
});
const inTransaction = { 'dynamodb:EnclosingOperation': 'TransactWriteItems' };

export const read = (table: TableName, key: string): Wish => on('GetItem', table, key);
export const list = (table: TableName, index: string, key: string): Wish =>
  on('Query', table, key, {}, index);
export const put = (table: TableName, key: string, ...names: readonly string[]): Wish =>
  on('PutItem', table, key, withAttributes(...names));
export const putTogether = (table: TableName, key: string, ...names: readonly string[]): Wish =>
  on('PutItem', table, key, { ...withAttributes(...names), ...inTransaction });
export const update = (table: TableName, key: string, ...names: readonly string[]): Wish =>
  on('UpdateItem', table, key, withAttributes(...names));
export const updateTogether = (table: TableName, key: string, ...names: readonly string[]): Wish =>
  on('UpdateItem', table, key, { ...withAttributes(...names), ...inTransaction });
export const updateAnswering = (table: TableName, key: string, ...names: readonly string[]): Wish =>
  on('UpdateItem', table, key, { ...withAttributes(...names), 'dynamodb:ReturnValues': 'ALL_NEW' });
export const remove = (table: TableName, key: string): Wish => on('DeleteItem', table, key);
export const removeTogether = (table: TableName, key: string): Wish =>
  on('DeleteItem', table, key, inTransaction);
export const scan = (table: TableName): Wish => on('Scan', table);
export const partiQl = (
  verb: 'Select' | 'Update' | 'Delete',
  table: TableName,
  key: string,
): Wish => on(`PartiQL${verb}`, table, key);
export const readKey =
  (name: SecretName): Wish =>
  (of) => ({ action: 'secretsmanager:GetSecretValue', resource: of.secret(name), context: {} });
export const renewKey =
  (name: SecretName): Wish =>
  (of) => ({ action: 'secretsmanager:PutSecretValue', resource: of.secret(name), context: {} });

const sampleOf = (key: string): string => (key.endsWith('#') ? `${key}01J` : key);
/** The items of a kind itself, without the lists that records stand in. */
const itemsOf = (kind: ItemKind) => {
  const { table, keys } = keysOf(kind);
  return { table, keys: keys.filter((key) => !key.startsWith('LIST#')).map(sampleOf) };
};

/** Everything that a right on a kind is good for, one wish a key. */
export const wishesOf = (
  right: 'read' | 'put' | 'update' | 'remove',
  kind: ItemKind,
): readonly Wish[] => {
  const { table, keys } = itemsOf(kind);
  return keys.map((key) => {
    if (right === 'read') return read(table, key);
    if (right === 'remove') return remove(table, key);
    if (right === 'update') return update(table, key, 'n');
    return key.startsWith('D#') || key.startsWith('CODE#')
      ? putTogether(table, key, 'event', 'anchor')
      : put(table, key, 'record');
  });
};
