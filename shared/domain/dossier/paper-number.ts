import type { Dossier } from './dossier.ts';

/** What is written on a dossier's papers: mã hồ sơ, or until there is one the number of the slip. */
export const paperNumberOf = ({
  acceptance,
  slip,
}: Pick<Dossier, 'acceptance' | 'slip'>): string | undefined => acceptance?.code ?? slip?.number;

/**
 * All that is printed or sent and leads to the dossier: mã hồ sơ, the number of the slip that it was taken
 * on, of the phiếu gửi, and the waybill of its result.
 */
export const numbersOf = ({
  acceptance,
  backEntry,
  slip,
  delivery,
}: Pick<Dossier, 'acceptance' | 'backEntry' | 'slip' | 'delivery'>): readonly string[] =>
  [acceptance?.code, backEntry?.number, slip?.number, delivery?.waybill].filter(
    (number) => number !== undefined,
  );

/** Those that a change brings: each is written once, and found for ever. */
export const numbersGiven = (before: Dossier | undefined, after: Dossier): readonly string[] => {
  const known = before ? numbersOf(before) : [];
  return numbersOf(after).filter((number) => !known.includes(number));
};

/**
 * What a message or a parcel calls the dossier: before there is any other number, that of the slip that
 * it was taken on, or its id.
 */
export const knownAs = (
  dossier: Pick<Dossier, 'acceptance' | 'slip' | 'backEntry' | 'id'>,
): string => paperNumberOf(dossier) ?? dossier.backEntry?.number ?? dossier.id;

/** The agency that has the papers or gets them: the department's, before there is one the slip's. */
export const agencyOnPapers = ({
  department,
  slip,
}: Pick<Dossier, 'department' | 'slip'>): string | undefined => department?.agency ?? slip?.agency;
