/**
 * Lambda's filter patterns: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * A pattern that AWS would refuse is refused here when the source starts, not skipped.
 */
export type EventFilter = (event: unknown) => boolean;

type Scalar = string | number | boolean | null;
type Leaf = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const refuse = (what: unknown): never => {
  throw new Error(`Invalid filter pattern: ${JSON.stringify(what)}`);
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : refuse(value));

const onText =
  (matches: (text: string) => boolean): Leaf =>
  (value) =>
    typeof value === 'string' && matches(value);

const prefix = (operand: unknown): Leaf => {
  const start = asText(operand);
  return onText((text) => text.startsWith(start));
};

const suffix = (operand: unknown): Leaf => {
  const end = asText(operand);
  return onText((text) => text.endsWith(end));
};

const equalsIgnoreCase = (operand: unknown): Leaf => {
  const wanted = asText(operand).toLowerCase();
  return onText((text) => text.toLowerCase() === wanted);
};

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** `["=", 5]` or `[">", 0, "<=", 100]`. DynamoDB's N holds a text, which never matches. */
const numeric = (operand: unknown): Leaf => {
  if (!Array.isArray(operand) || ![2, 4].includes(operand.length)) return refuse(operand);
  const tests: Leaf[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const compare = comparisons[String(operand[at])] ?? refuse(operand);
    const right: unknown = operand[at + 1];
    if (typeof right !== 'number') return refuse(operand);
    tests.push((value) => typeof value === 'number' && compare(value, right));
  }
  return (value) => tests.every((test) => test(value));
};

const anythingBut = (operand: unknown): Leaf => {
  const excluded = isFields(operand) ? operator(operand) : oneOf([operand].flat());
  return (value) => value !== undefined && !excluded(value);
};

/** Only leaves exist: of an object, `exists: true` says no. */
const exists = (operand: unknown): Leaf => {
  if (typeof operand !== 'boolean') return refuse(operand);
  return (value) => (value !== undefined && !isFields(value)) === operand;
};

const operators: Readonly<Record<string, (operand: unknown) => Leaf>> = {
  prefix,
  suffix,
  'equals-ignore-case': equalsIgnoreCase,
  numeric,
  'anything-but': anythingBut,
  exists,
};

const operator = (condition: Fields): Leaf => {
  const [entry, ...others] = Object.entries(condition);
  if (!entry || others.length > 0) return refuse(condition);
  const make = operators[entry[0]] ?? refuse(condition);
  return make(entry[1]);
};

const oneOf = (conditions: readonly unknown[]): Leaf => {
  if (conditions.length === 0) return refuse(conditions);
  const leaves = conditions.map((condition): Leaf => {
    if (isFields(condition)) return operator(condition);
    return isScalar(condition) ? (value) => value === condition : refuse(condition);
  });
  return (value) => leaves.some((leaf) => leaf(value));
};

/** A list in the event matches when one of its elements does. */
const overElements =
  (leaf: Leaf): Leaf =>
  (value) =>
    Array.isArray(value) && value.length > 0 ? value.some(leaf) : leaf(value);

const compileField = (name: string, pattern: unknown): EventFilter => {
  const at = (event: unknown): unknown => (isFields(event) ? event[name] : undefined);
  if (Array.isArray(pattern)) {
    const leaf = overElements(oneOf(pattern));
    return (event) => leaf(at(event));
  }
  const nested = isFields(pattern) ? compile(pattern) : refuse(pattern);
  return (event) => nested(at(event));
};

const compileAlternatives = (alternatives: unknown): EventFilter => {
  if (!Array.isArray(alternatives) || alternatives.length === 0) return refuse(alternatives);
  const filters = alternatives.map((one) => (isFields(one) ? compile(one) : refuse(one)));
  return (event) => filters.some((filter) => filter(event));
};

const compile = (pattern: Fields): EventFilter => {
  const filters = Object.entries(pattern).map(([name, value]) =>
    name === '$or' ? compileAlternatives(value) : compileField(name, value),
  );
  return (event) => filters.every((filter) => filter(event));
};

/** An event passes when one of the patterns matches it, and when there is none. */
export const makeEventFilter = (patterns: readonly string[]): EventFilter => {
  const filters = patterns.map((text) => {
    const pattern: unknown = JSON.parse(text);
    return isFields(pattern) ? compile(pattern) : refuse(pattern);
  });
  return (event) => filters.length === 0 || filters.some((filter) => filter(event));
};
