import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import {
  asObject,
  asObjects,
  asText,
  asTexts,
  type Json,
  type JsonObject,
} from '#local/cloud/assembly/json.ts';

/** What IAM is asked: may this be done with that, in these circumstances? */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** By condition key; a key of several values is a list. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** A statement as it was resolved for this machine; an array where a template has one word. */
export interface Statement {
  readonly allows: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: JsonObject;
}

const listOf = (value: Json | undefined): readonly string[] => {
  const text = asText(value);
  return text === undefined ? asTexts(value) : [text];
};

const statementOf = (statement: JsonObject): Statement => {
  const conditions = asObject(statement['Condition']);
  for (const operator of Object.keys(conditions)) operatorOf(operator);
  return {
    allows: statement['Effect'] === 'Allow',
    actions: listOf(statement['Action']),
    resources: listOf(statement['Resource']),
    conditions,
  };
};

/** The statements of a function's role, by the function's id. */
export const policiesOf = (deployment: Deployment): ReadonlyMap<string, readonly Statement[]> => {
  const roles = new Map(
    deployment
      .of('AWS::IAM::Role')
      .map(({ identity }) => [identity.attributes['Arn'], identity.ref]),
  );
  const policies = deployment.of('AWS::IAM::Policy').map(({ properties }) => ({
    roles: asTexts(properties['Roles']),
    statements: asObjects(asObject(properties['PolicyDocument'])['Statement']).map(statementOf),
  }));
  return new Map(
    deployment.of('AWS::Lambda::Function').map(({ id, properties }) => {
      const role = roles.get(asText(properties['Role']) ?? '') ?? '';
      const own = policies.filter((policy) => policy.roles.includes(role));
      return [id, own.flatMap(({ statements }) => statements)];
    }),
  );
};

/** `*` any letters, `?` one. */
const isLike = (text: string, pattern: string): boolean => {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
};

type Test = (value: string, wanted: readonly string[]) => boolean;

const tests: Readonly<Record<string, Test>> = {
  StringEquals: (value, wanted) => wanted.includes(value),
  StringLike: (value, wanted) => wanted.some((pattern) => isLike(value, pattern)),
};

/** `ForAllValues:`, the test, `IfExists`. The operators of our templates: another is refused at the start. */
const operatorOf = (operator: string) => {
  const [, forAll, name = '', ifExists] =
    /^(ForAllValues:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const test = tests[name];
  if (!test) throw new Error(`the local runtime knows no condition ${operator}`);
  return { isForAll: forAll !== undefined, isIfExists: ifExists !== undefined, test };
};

const isMet = (operator: string, wanted: readonly string[], found: Asked['context'][string]) => {
  const { isForAll, isIfExists, test } = operatorOf(operator);
  if (found === undefined) return isForAll || isIfExists;
  const values = typeof found === 'string' ? [found] : found;
  if (!isForAll && values.length !== 1) return false;
  return values.every((value) => test(value, wanted));
};

const areMet = (conditions: JsonObject, { context }: Asked): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(asObject(keys)).every(([key, wanted]) =>
      isMet(operator, listOf(wanted), context[key] as string),
    ),
  );

const speaksOf = (statement: Statement, asked: Asked): boolean =>
  statement.actions.some((action) => isLike(asked.action, action)) &&
  statement.resources.some((resource) => isLike(asked.resource, resource)) &&
  areMet(statement.conditions, asked);

/** As IAM judges in one account: nothing is allowed that nobody allows, and a refusal is the last word. */
export const isAllowed = (statements: readonly Statement[], asked: Asked): boolean => {
  const speaking = statements.filter((statement) => speaksOf(statement, asked));
  return speaking.length > 0 && speaking.every(({ allows }) => allows);
};
