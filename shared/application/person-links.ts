import type { Applicant } from '#domain/dossier/dossier.ts';
import { numberOfMatter, numbersOfPersons, type PersonLink } from '#domain/dossier/person-link.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import { filingKind, personLinkKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly seals: Pick<Seals, 'mac'>;
}

/** A person as one office knows them: two offices cannot tell that they know the same one. */
export const personKey = async (
  { seals }: Pick<Deps, 'seals'>,
  office: string,
  number: string,
): Promise<string> => `${office}#${await seals.mac('sender', `${office}\nperson\n${number}`)}`;

/** What one person's matters of one procedure are kept under; undefined where the owner has no number. */
export const filingKey = async (
  { seals }: Pick<Deps, 'seals'>,
  of: {
    readonly office: string;
    readonly applicant: Pick<Applicant, 'personalNumber' | 'owner'>;
    readonly procedure: string;
  },
): Promise<string | undefined> => {
  const number = numberOfMatter(of.applicant);
  if (number === undefined) return undefined;
  const told = `${of.office}\nfiling\n${of.procedure}\n${number}`;
  return `${of.office}#${await seals.mac('sender', told)}`;
};

/** The links from the persons of a dossier to it, to be committed with it; again is no harm. */
export const personLinks = async (
  deps: Deps,
  of: {
    readonly office: string;
    readonly dossierId: DossierId;
    readonly applicant: Pick<Applicant, 'personalNumber' | 'owner'>;
    readonly procedure: string;
    readonly at: Instant;
  },
): Promise<readonly RecordWrite[]> => {
  const links = await Promise.all(
    numbersOfPersons(of.applicant).map((number) => personLink(deps, of, number)),
  );
  return [...links.flat(), ...(await filing(deps, of))];
};

const personLink = async (
  deps: Deps,
  { office, dossierId, at }: Parameters<typeof personLinks>[1],
  number: string,
): Promise<readonly RecordWrite[]> => {
  const person = await personKey(deps, office, number);
  const id = `${person}#${dossierId}`;
  if (await deps.ledger.record(personLinkKind, id)) return [];
  const link: PersonLink = { id, version: 1, person, dossierId, linkedAt: at };
  return [recordWrite(personLinkKind, undefined, link)];
};

const filing = async (
  deps: Deps,
  of: Parameters<typeof personLinks>[1],
): Promise<readonly RecordWrite[]> => {
  const id = await filingKey(deps, of);
  if (id === undefined) return [];
  const before = await deps.ledger.record(filingKind, id);
  if (before?.dossierId === of.dossierId) return [];
  const after = { id, version: (before?.version ?? 0) + 1, dossierId: of.dossierId };
  return [recordWrite(filingKind, before, after)];
};
