import * as z from 'zod';

const eventName = /^vn\.post-counter\.(?<name>[a-z]+(?:-[a-z]+)*)\.v(?<version>[1-9]\d?)$/;

export type NameIn<T extends string> = T extends `vn.post-counter.${infer Name}.v${number}`
  ? Name
  : never;

/** The one type of each name: the version in which it is published today. Two of one name throw. */
export const currentTypes = <T extends string>(
  types: readonly T[],
): { readonly [N in NameIn<T>]: Extract<T, `vn.post-counter.${N}.v${number}`> } => {
  const entries = types.map((type) => [eventName.exec(type)?.groups?.['name'] ?? type, type]);
  const byName = Object.fromEntries(entries);
  if (Object.keys(byName).length < types.length)
    throw new Error('two current versions of an event');
  return byName;
};

/** A version that is no longer published but may still lie in a queue or an archive. */
export interface Earlier {
  readonly schema: z.ZodType;
  /** The same event in the form of the next version: `events/<event>/v<n>/upcast.ts`. */
  readonly toNext: (event: unknown) => unknown;
}

const Typed = z.looseObject({ type: z.string().max(120) });

/** An event of any published version in the form of today. */
export const inTodaysForm = (
  earlier: Readonly<Record<string, Earlier>>,
  event: unknown,
): unknown => {
  const typed = Typed.safeParse(event);
  const known =
    typed.success && Object.hasOwn(earlier, typed.data.type) && earlier[typed.data.type];
  return known ? inTodaysForm(earlier, known.toNext(known.schema.parse(event))) : event;
};

/** What a consumer accepts: every published version, read as the one of today; others by name not. */
export const received = <S extends z.ZodType>(
  current: S,
  types: readonly string[],
  earlier: Readonly<Record<string, Earlier>>,
) =>
  z
    .unknown()
    .transform((event, context) => {
      const today = inTodaysForm(earlier, event);
      const typed = Typed.safeParse(today);
      if (typed.success && !types.includes(typed.data.type))
        context.addIssue({ code: 'custom', message: `${typed.data.type} is not known here` });
      return today;
    })
    .pipe(current);
