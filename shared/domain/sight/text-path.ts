/**
 * Members that hold a word of ours: an id, a code, a pseudonym, a hash. No person writes prose into
 * them. Every other member of type string is free text (lời văn) until it is named here.
 */
type Word =
  | 'admittedBy'
  | 'agency'
  | 'amendment'
  | 'answeredBy'
  | 'calendarVersions'
  | 'cancelledBy'
  | 'carrier'
  | 'case'
  | 'catalogueVersion'
  | 'code'
  | 'codes'
  | 'commune'
  | 'component'
  | 'confirmedBy'
  | 'dataBase'
  | 'decidedBy'
  | 'extendedBy'
  | 'findings'
  | 'fingerprint'
  | 'from'
  | 'giver'
  | 'ground'
  | 'guestOffice'
  | 'helpedBy'
  | 'holder'
  | 'id'
  | 'laidBy'
  | 'lead'
  | 'liftedBy'
  | 'lookedUpBy'
  | 'manifestHash'
  | 'number'
  | 'office'
  | 'prolongation'
  | 'prolongedBy'
  | 'proofSha256'
  | 'proposedBy'
  | 'receipt'
  | 'receiver'
  | 'recordSha256'
  | 'reference'
  | 'refusal'
  | 'refusedBy'
  | 'requestedBy'
  | 'returnedBy'
  | 'sha256'
  | 'signatureSha256'
  | 'stoppedBy'
  | 'takenBackBy'
  | 'to'
  | 'version'
  | 'waybill'
  | 'why';

type Leaf = string | number | boolean | undefined;

/** Of a member: itself where it is free text, and else what is in it. */
type PathIn<K extends string, V> = string extends V
  ? Exclude<K, Word>
  : V extends Leaf
    ? never
    : V extends readonly (infer E)[]
      ? PathIn<K, E>
      : `${K}.${TextPath<V>}`;

/** Where free text stands in T, lists passed over: `reason`, `items.reason`. */
export type TextPath<T> = T extends object
  ? { [K in keyof T & string]-?: PathIn<K, Exclude<T[K], undefined>> }[keyof T & string]
  : never;

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** `value` with each text at `path` put through `by`; undefined takes it out. Nothing there: as it was. */
export const atPath = (
  value: unknown,
  path: readonly string[],
  by: (text: unknown, at: string) => unknown,
  at = '',
): unknown => {
  const [member, ...rest] = path;
  if (Array.isArray(value)) return value.map((each, n) => atPath(each, path, by, `${at}.${n}`));
  if (member === undefined) return by(value, at.slice(1));
  if (!isThing(value) || value[member] === undefined) return value;
  const { [member]: there, ...others } = value;
  const inside = atPath(there, rest, by, `${at}.${member}`);
  return inside === undefined ? others : { ...others, [member]: inside };
};

/** Everything at the path, with where it is: `items.0.reason`. */
export const foundAt = (
  value: unknown,
  path: readonly string[],
): readonly { readonly at: string; readonly text: unknown }[] => {
  const found: { readonly at: string; readonly text: unknown }[] = [];
  atPath(value, path, (text, at) => {
    found.push({ at, text });
    return text;
  });
  return found;
};

/** The path of a place: `items.reason` of `items.0.reason`. */
export const pathOf = (at: string): string => at.replace(/\.\d+/g, '');
