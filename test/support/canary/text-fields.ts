import type * as z from 'zod';
import type { Contract, Route } from '#edge/contract.ts';

/** What a schema says of itself, as far as its texts are looked for. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
}

/** Letters, spaces and a number: what is free text takes it, what is a word of ours does not. */
export const markOf = (n: number): string => `Dấu ${keyOf(n)} chữ`;
/** By what a mark is found again, also where only letters without marks are left. */
export const keyOf = (n: number): string => `zq${String(n).padStart(3, '0')}x`;

/** The input of a pipe is what is walked; whether a text is free says the pipe as a whole. */
const walk = (schema: z.ZodType, path: string, whole: z.ZodType = schema): readonly string[] => {
  const def = schema.def as unknown as Def;
  if (def.type === 'string') return whole.safeParse(markOf(1)).success ? [path] : [];
  const parts = Object.entries(def.shape ?? {}).flatMap(([key, each]) =>
    walk(each, `${path}.${key}`),
  );
  const options = (def.options ?? []).flatMap((each) => walk(each, path));
  const within = [def.element, def.valueType, def.innerType].flatMap((each) =>
    each ? walk(each, path) : [],
  );
  const piped = def.in ? walk(def.in, path, whole) : [];
  return [...parts, ...options, ...within, ...piped];
};

/** Where a request of this route takes free text: `body.items.reason`, lists passed over. */
const textsOf = ({ body, query }: Pick<Route, 'body' | 'query'>): readonly string[] => [
  ...new Set([
    ...(body ? walk(body as z.ZodType, 'body') : []),
    ...(query ? walk(query as z.ZodType, 'query') : []),
  ]),
];

/** Every free text of every request: `recordWarning body.text`. */
export const textFieldsOf = (contracts: Readonly<Record<string, Contract>>): readonly string[] =>
  Object.values(contracts)
    .flatMap((contract) => Object.entries(contract))
    .flatMap(([operation, route]) => textsOf(route).map((path) => `${operation} ${path}`));
