import type * as z from 'zod';

/** What a schema says of itself, as far as samples need it. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: unknown;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
}

const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** What a client sends, without what makes it optional or turns it into something else. */
export const inputOf = (schema: z.ZodType): z.ZodType => {
  const { type, in: input, innerType, options } = defOf(schema);
  if (type === 'pipe' && input) return inputOf(input);
  if (['optional', 'nonoptional', 'default', 'nullable', 'readonly'].includes(type) && innerType)
    return inputOf(innerType);
  return type === 'union' && options?.[0] ? inputOf(options[0]) : schema;
};

export const kindOf = (schema: z.ZodType): string => defOf(inputOf(schema)).type;

/** The fields of an object, and of a record that has a value for each of its words. */
export const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> => {
  const { shape = {}, keyType, valueType } = defOf(inputOf(schema));
  if (!keyType || !valueType) return shape;
  return Object.fromEntries(
    Object.values(defOf(keyType).entries ?? {}).map((key) => [key, valueType]),
  );
};

/** Of alternatives that nothing tells apart, zod names the whole and not the part. */
const isBlunt = (schema: z.ZodType): boolean => {
  const { type, discriminator, innerType } = defOf(schema);
  if (innerType) return isBlunt(innerType);
  return type === 'union' && discriminator === undefined;
};

export const elementOf = (schema: z.ZodType): z.ZodType | undefined =>
  defOf(inputOf(schema)).element;
export const isLoose = (schema: z.ZodType): boolean =>
  defOf(defOf(inputOf(schema)).catchall as z.ZodType)?.type === 'unknown';

/** Whether the schema says where its list ends. */
export const isBounded = (schema: z.ZodType): boolean =>
  (defOf(inputOf(schema)).checks ?? []).some(
    ({ _zod: { def } }) => def.check === 'max_length' || def.check === 'length_equals',
  );

/** One of each kind of word that contracts ask for. A new kind is added here. */
export const words = [
  'Nguyễn Thị Ánh',
  '01KAPXJ5V0ZK9Q4T8N6W2C7D3F',
  'ct-nnmt',
  'a'.repeat(64),
  '2026-12-01',
  '2026-11-23T09:00:00+07:00',
  '0912345678',
  '093190001234',
  'H13.09-261101-0007',
  'lan@example.vn',
  '123456',
  'EE473124829VN',
  'TAM-000-012-074',
  '000012',
  '0312345678',
  's'.repeat(43),
  '12345678',
] as const;

const numbers = [1, 60, 0, 1_000, 2_026] as const;

const first = (schema: z.ZodType, candidates: readonly unknown[], path: string): unknown => {
  const found = candidates.find((candidate) => schema.safeParse(candidate).success);
  if (found === undefined)
    throw new Error(`no sample fits ${path}: add one to test/support/edge/samples.ts`);
  return found;
};

/** A value that the schema takes, with everything in it that may be in it. */
export const sampleOf = (schema: z.ZodType, path = 'body'): unknown => {
  const def = defOf(inputOf(schema));
  switch (def.type) {
    case 'object':
    case 'record':
      return Object.fromEntries(
        Object.entries(shapeOf(schema)).map(([key, each]) => [
          key,
          sampleOf(each, `${path}.${key}`),
        ]),
      );
    case 'array':
      return def.element ? [sampleOf(def.element, `${path}.0`)] : [];
    case 'string':
      return first(schema, words, path);
    case 'number':
    case 'int':
      return first(schema, numbers, path);
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'undefined':
      return undefined;
    default:
      throw new Error(`no sample of a ${def.type} at ${path}: say how in samples.ts`);
  }
};

export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly schema: z.ZodType;
  /** What a refusal names: the part, or what it is an alternative of. */
  readonly named: readonly (string | number)[];
}

/** Every part of a schema, objects and arrays themselves included, with the way to it in a sample. */
export const partsOf = (
  schema: z.ZodType,
  path: Leaf['path'] = [],
  within?: Leaf['path'],
): readonly Leaf[] => {
  const element = elementOf(schema);
  const blunt = within ?? (isBlunt(schema) ? path : undefined);
  return [
    { path, schema, named: blunt ?? path },
    ...Object.entries(shapeOf(schema)).flatMap(([key, each]) =>
      partsOf(each, [...path, key], blunt),
    ),
    ...(element ? partsOf(element, [...path, 0], blunt) : []),
  ];
};

/** The sample with one part replaced; `undefined` takes the part out. */
export const withPart = (
  sample: unknown,
  [key, ...rest]: Leaf['path'],
  value: unknown,
): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(sample))
    return sample.map((each, n) => (n === key ? withPart(each, rest, value) : each));
  const whole = sample as Record<string, unknown>;
  return { ...whole, [key]: withPart(whole[key], rest, value) };
};
