import { asList, asObject, asText, isObject, type Json, type JsonObject } from './json.ts';

/** AWS::NoValue: the property is as if it had not been written. */
export type Value = Json | undefined;

export interface Scope {
  readonly where: string;
  readonly region: string;
  ref(name: string): Value;
  attribute(logicalId: string, name: string): Value;
  imported(exportName: string): Value;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): Value;
  /** The text that stands for a `{{resolve:…}}` reference. */
  dynamicReference(reference: string): string;
}

type Intrinsic = (argument: Json, scope: Scope) => Value;

const fail = (scope: Scope, why: string): never => {
  throw new Error(`${scope.where}: ${why}`);
};

const text = (value: Value, scope: Scope, what: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(scope, `${what} needs a text, not ${JSON.stringify(value)}`);
};

const list = (value: Value, scope: Scope, what: string): readonly Json[] =>
  Array.isArray(value) ? value : fail(scope, `${what} needs a list, not ${JSON.stringify(value)}`);

const dottedAttribute = (name: string, scope: Scope): Value => {
  const dot = name.indexOf('.');
  return dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1));
};

const substitute = (argument: Json, scope: Scope): string => {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = asObject(own);
  return text(template, scope, 'Fn::Sub').replace(/\$\{([^}]*)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const value =
      name in variables ? evaluate(variables[name], scope) : dottedAttribute(name, scope);
    return text(value, scope, `Fn::Sub \${${name}}`);
  });
};

const join = (argument: Json, scope: Scope): string => {
  const [separator, parts] = asList(argument);
  return list(evaluate(parts, scope), scope, 'Fn::Join')
    .map((part) => text(part, scope, 'Fn::Join'))
    .join(text(separator, scope, 'Fn::Join'));
};

const select = (argument: Json, scope: Scope): Value => {
  const [index, from] = asList(argument);
  const values = list(evaluate(from, scope), scope, 'Fn::Select');
  const position = Number(evaluate(index, scope));
  return values[position] ?? fail(scope, `Fn::Select ${position} of ${values.length}`);
};

const split = (argument: Json, scope: Scope): Value => {
  const [separator, from] = asList(argument);
  return text(evaluate(from, scope), scope, 'Fn::Split').split(text(separator, scope, 'Fn::Split'));
};

const attribute = (argument: Json, scope: Scope): Value => {
  if (typeof argument === 'string') return dottedAttribute(argument, scope);
  const [logicalId, name] = asList(argument);
  return scope.attribute(
    text(logicalId, scope, 'Fn::GetAtt'),
    text(evaluate(name, scope), scope, 'Fn::GetAtt'),
  );
};

const choose = (argument: Json, scope: Scope): Value => {
  const [condition, yes, no] = asList(argument);
  return evaluate(scope.condition(text(condition, scope, 'Fn::If')) ? yes : no, scope);
};

const lookUp = (argument: Json, scope: Scope): Value => {
  const [map, first, second] = asList(argument).map((part) =>
    text(evaluate(part, scope), scope, 'Fn::FindInMap'),
  );
  return scope.mapping(map ?? '', first ?? '', second ?? '');
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(text(name, scope, 'Ref')),
  'Fn::GetAtt': attribute,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::ImportValue': (name, scope) =>
    scope.imported(text(evaluate(name, scope), scope, 'Fn::ImportValue')),
  'Fn::If': choose,
  'Fn::FindInMap': lookUp,
  'Fn::GetAZs': (_region, scope) => ['a', 'b', 'c'].map((zone) => `${scope.region}${zone}`),
  'Fn::Base64': (value, scope) =>
    Buffer.from(text(evaluate(value, scope), scope, 'Fn::Base64')).toString('base64'),
};

/** Conditions are judged, not evaluated: they give a yes or a no. */
export const judge = (condition: Json | undefined, scope: Scope): boolean => {
  const entry = Object.entries(asObject(condition))[0];
  if (entry === undefined)
    return fail(scope, `condition ${JSON.stringify(condition)} says nothing`);
  const [name, argument] = entry;
  const parts = asList(argument);
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = parts.map((part) => evaluate(part, scope));
      return JSON.stringify(left) === JSON.stringify(right);
    }
    case 'Fn::Not':
      return !judge(parts[0], scope);
    case 'Fn::And':
      return parts.every((part) => judge(part, scope));
    case 'Fn::Or':
      return parts.some((part) => judge(part, scope));
    case 'Condition':
      return scope.condition(asText(argument) ?? '');
    default:
      return fail(scope, `condition function ${name} is not known`);
  }
};

const evaluateObject = (value: JsonObject, scope: Scope): Value => {
  const [only, ...others] = Object.keys(value);
  if (only !== undefined && others.length === 0) {
    const intrinsic = intrinsics[only];
    if (intrinsic) return intrinsic(value[only] ?? null, scope);
    if (only.startsWith('Fn::')) return fail(scope, `intrinsic function ${only} is not known`);
  }
  const result: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(value)) {
    const evaluated = evaluate(entry, scope);
    if (evaluated !== undefined) result[key] = evaluated;
  }
  return result;
};

const withDynamicReferences = (value: Value, scope: Scope): Value =>
  typeof value === 'string' && value.includes('{{resolve:')
    ? value.replace(/\{\{resolve:([^}]+)\}\}/g, (_whole, reference: string) =>
        scope.dynamicReference(reference),
      )
    : value;

export const evaluate = (value: Json | undefined, scope: Scope): Value => {
  if (Array.isArray(value))
    return value
      .map((entry) => evaluate(entry, scope))
      .filter((entry): entry is Json => entry !== undefined);
  return withDynamicReferences(isObject(value) ? evaluateObject(value, scope) : value, scope);
};
