/** What a smart constructor answers: the parsed value, or the name of what is wrong. */
export type Parsed<T, Reason extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };
