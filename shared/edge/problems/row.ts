import type * as z from 'zod';

/** What every problem has: no field of a refusal may be called so, it would be lost under it. */
type OfFrame = 'type' | 'title' | 'titleEn' | 'status' | 'code' | 'instance';

/** A shape for each field that goes along with a refusal, as it stands in JSON. */
type ShapesOf<Fields> = {
  readonly [Name in keyof Fields]-?: Name extends OfFrame ? never : z.ZodType<Fields[Name]>;
};

/** How a refusal is answered: HTTP status, titles, and what the document has besides (RFC 9457, 3.2). */
export interface Problem<Fields = unknown> {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
  readonly fields: ShapesOf<Fields>;
}

/** A row for each refusal of a service: one whose fields have no shape, or another, does not compile. */
export type ProblemsOf<Refusals> = { readonly [Code in keyof Refusals]: Problem<Refusals[Code]> };

export function row(status: number, vi: string, en: string): Problem<object>;
export function row<const Fields>(
  status: number,
  vi: string,
  en: string,
  fields: Fields,
): Problem & { readonly fields: Fields };
export function row(status: number, vi: string, en: string, fields: object = {}): Problem {
  return { status, vi, en, fields };
}
