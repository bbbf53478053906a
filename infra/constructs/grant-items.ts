import { Grant } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  dossierAttributes,
  type ItemKind,
  type ItemRights,
  indexesOf,
  isIndexKind,
  keysOf,
  type Puttable,
  publicationAttributes,
  textAttributes,
  type Updatable,
} from '#plan/items.ts';
import type { TableName } from '#plan/sources.ts';
import type { Kept } from './surroundings.ts';

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One statement: what may be done with the items of a table whose partition keys begin so. */
interface Right {
  readonly table: TableName;
  readonly actions: readonly string[];
  readonly keys?: readonly string[];
  /** Beside the table, or instead of it: `*` all of its indexes. */
  readonly indexes?: readonly string[];
  readonly only?: Conditions;
}

/** Gives the function the items of its plan, by leading key, attribute and enclosing operation. */
export const grantItems = (to: LambdaFunction, rights: ItemRights, { tables }: Kept): void => {
  for (const { table, actions, keys, indexes = [], only } of statementsOf(rights)) {
    const arn = tables[table].tableArn;
    const resourceArns = [
      ...(keys ? [arn] : []),
      ...indexes.map((index) => `${arn}/index/${index}`),
    ];
    const conditions = {
      ...only,
      ...(keys && { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys.map(beginning) } }),
    };
    Grant.addToPrincipal({ grantee: to, actions: [...actions], resourceArns, conditions });
  }
};

/** Everything under a prefix; the two lists of SMS have one name each. */
const beginning = (key: string): string => (/^[A-Z]+$/.test(key) ? key : `${key}*`);

const statementsOf = ({ read = [], put = [], update = [] }: ItemRights): readonly Right[] => [
  ...perTable(
    read.filter((kind) => !isIndexKind(kind)),
    { actions: ['dynamodb:GetItem', 'dynamodb:Query'], indexes: ['*'] },
  ),
  ...read.filter(isIndexKind).map((kind) => ({ ...indexesOf(kind), actions: ['dynamodb:Query'] })),
  ...puts(put),
  ...updates(update),
];

const perTable = (
  kinds: readonly ItemKind[],
  right: Pick<Right, 'actions' | 'indexes' | 'only'>,
): readonly Right[] =>
  [...Map.groupBy(kinds.map(keysOf), ({ table }) => table)].map(([table, those]) => ({
    table,
    keys: [...new Set(those.flatMap(({ keys }) => keys))],
    ...right,
    // The figures are read by a tool alone, and have no index.
  }));

const isOfDossier = (kind: Puttable): kind is 'dossier' | 'code' =>
  kind === 'dossier' || kind === 'code';

/**
 * A dossier's partition takes what one transaction brings together: head and event, never an event
 * alone. That none replaces another is the code's condition; IAM knows no such one (ADR 022).
 */
const puts = (kinds: readonly Puttable[]): readonly Right[] => {
  const actions = ['dynamodb:PutItem'];
  const attributes = [...dossierAttributes, ...(kinds.includes('applicant') ? ['applicant'] : [])];
  const only: Conditions = {
    StringEquals: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' },
    'ForAllValues:StringEquals': { 'dynamodb:Attributes': attributes },
  };
  const others = kinds.filter((kind) => kind !== 'applicant' && !isOfDossier(kind));
  return [
    ...perTable(kinds.filter(isOfDossier), { actions, only }),
    // Lists are indexes: they are written with their records.
    ...perTable(others as readonly ItemKind[], { actions }).map(withoutLists),
  ];
};

const withoutLists = ({ keys = [], ...right }: Right): Right => ({
  ...right,
  keys: keys.filter((key) => !key.startsWith('LIST#')),
});

const updates = (kinds: readonly Updatable[]): readonly Right[] => {
  const actions = ['dynamodb:UpdateItem'];
  const publication: Right = {
    table: 'dossiers',
    actions,
    keys: ['D#', 'R#'],
    only: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': publicationAttributes },
      // Else an update would answer with what it may not read.
      StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE', 'UPDATED_OLD', 'UPDATED_NEW'] },
    },
  };
  const texts: Right = {
    table: 'dossiers',
    actions,
    keys: ['D#'],
    only: {
      StringEquals: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' },
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': textAttributes },
    },
  };
  return [
    ...(kinds.includes('publication') ? [publication] : []),
    ...(kinds.includes('texts') ? [texts] : []),
    ...perTable(
      kinds.filter((kind) => kind !== 'publication' && kind !== 'texts'),
      { actions },
    ),
  ];
};
