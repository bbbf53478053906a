import type { Applicant } from '#domain/dossier/dossier.ts';
import { type SenderNumber, senderNumbers } from '#domain/dossier/sender.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { senderKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly seals: Seals;
}

/** The office is under the key too: nobody can tell that two offices know the same person. */
export const senderKey = async (
  seals: Seals,
  office: string,
  kind: SenderNumber,
  value: string,
): Promise<string> =>
  `${office}#${kind}#${await seals.mac('sender', `${office}\n${kind}\n${value}`)}`;

/** The links from a sender's numbers to this dossier, to be committed with it. */
export const senderLinks = async (
  { ledger, seals }: Deps,
  of: {
    readonly office: string;
    readonly dossierId: DossierId;
    readonly applicant: Pick<Applicant, SenderNumber>;
  },
): Promise<readonly RecordWrite[]> =>
  Promise.all(
    numbersOf(of.applicant).map(async ([kind, value]): Promise<RecordWrite> => {
      const id = await senderKey(seals, of.office, kind, value);
      const before = await ledger.record(senderKind, id);
      const after = { id, version: (before?.version ?? 0) + 1, dossierId: of.dossierId };
      return recordWrite(senderKind, before, after);
    }),
  );

const numbersOf = (
  applicant: Pick<Applicant, SenderNumber>,
): readonly (readonly [SenderNumber, string])[] =>
  senderNumbers.flatMap((kind) => {
    const value = applicant[kind];
    return value === undefined ? [] : [[kind, value] as const];
  });
