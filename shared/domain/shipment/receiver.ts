import { isSameName, isUnmarkedFormOf, searchKey } from '#domain/identifiers/person-name.ts';

/** Somebody who may have a result or the papers of a dossier. Personal data. */
export interface Entitled {
  /**
   * `applicant`: người nộp. `owner`: chủ hồ sơ, whose matter it is. `recipient`: người nhận of an order for
   * a result of another system. `authorised`: người được ủy quyền (QĐ 45/2016 art. 10).
   */
  readonly as: 'applicant' | 'owner' | 'recipient' | 'authorised';
  readonly name: string;
  /** Số giấy tờ tùy thân; absent where none is on record. */
  readonly number?: string;
  /** Number and date of the giấy ủy quyền; of somebody authorised alone. */
  readonly reference?: string;
}

/** What somebody shows who wants to have it. */
export interface Shown {
  readonly name: string;
  /** Of the identity document, where the teller has it. */
  readonly number?: string | undefined;
  /** Giấy ủy quyền. */
  readonly reference?: string | undefined;
}

/** Why somebody may not have it; worst last. */
export const receiverFlaws = [
  /** The name fits only without its marks: it may be another person's. */
  'receiver-name-inexact',
  /** Authorised, and no giấy ủy quyền was shown, or another than the one on record. */
  'authorisation-not-shown',
  /** Neither the applicant, the owner, the recipient nor authorised. */
  'receiver-not-authorised',
] as const;
export type ReceiverFlaw = (typeof receiverFlaws)[number];

export type ReceiverVerdict =
  | { readonly ok: true; readonly as: Entitled['as'] }
  | { readonly ok: false; readonly flaw: ReceiverFlaw };

/**
 * Người được nhận kết quả: whether somebody may have the result (QĐ 45/2016 art. 10; TT 17/2017 art. 5(2)d).
 * Asked at every door: the counter, our postman's and, of what has happened, a carrier's. The number of the
 * identity document decides where both sides have it, the name as it is spelt where not.
 */
export const receiverOf = (entitled: readonly Entitled[], shown: Shown): ReceiverVerdict => {
  const verdicts = entitled.map((person) => judge(person, shown));
  const flaws = verdicts.map((verdict) => (verdict.ok ? -1 : receiverFlaws.indexOf(verdict.flaw)));
  const best = verdicts[flaws.indexOf(Math.min(...flaws))];
  return best ?? { ok: false, flaw: 'receiver-not-authorised' };
};

const judge = (person: Entitled, shown: Shown): ReceiverVerdict => {
  const flaw = identityFlaw(person, shown);
  if (flaw) return { ok: false, flaw };
  return person.as === 'authorised' && person.reference !== shown.reference
    ? { ok: false, flaw: 'authorisation-not-shown' }
    : { ok: true, as: person.as };
};

/** A number that fits says who it is; the name then only has to be no other's. */
const identityFlaw = (person: Entitled, shown: Shown): ReceiverFlaw | undefined => {
  if (shown.number !== undefined && person.number !== undefined)
    return isSameNumber(shown.number, person.number) &&
      searchKey(shown.name) === searchKey(person.name)
      ? undefined
      : 'receiver-not-authorised';
  if (isSameName(shown.name, person.name)) return undefined;
  return isUnmarkedFormOf(shown.name, person.name)
    ? 'receiver-name-inexact'
    : 'receiver-not-authorised';
};

const digitsOf = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const isSameNumber = (a: string, b: string): boolean => digitsOf(a) === digitsOf(b);
