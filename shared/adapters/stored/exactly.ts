import type * as z from 'zod';

/** A type without `readonly` and with its intersections folded: what two spellings have in common. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : { -readonly [K in keyof T]: Plain<T[K]> };

type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/**
 * A shape that reads T and nothing else: `tsc` refuses one that knows a member more or less. So a type
 * of the domain cannot change without the form in which it is stored.
 */
export const exactly =
  <T>() =>
  <S extends z.ZodType>(
    shape: Same<Plain<z.output<S>>, Plain<T>> extends true ? S : { differs: Plain<z.output<S>> },
  ): S =>
    shape as S;
