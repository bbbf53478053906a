import type { Channel } from '#domain/catalogue/channel.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type NationalDossier, type NationalSource, nationalDossier } from './national-dossier.ts';

/** What the portal shows of a dossier. A field that it leaves out is absent. */
export interface NationalCopy {
  readonly code: string;
  readonly procedure?: string;
  readonly status?: number;
  readonly acceptedAt?: Instant;
  readonly dueAt?: Instant;
  readonly finishedAt?: Instant;
  readonly returnedAt?: Instant;
  readonly agency?: string;
  /** `other`: a number that stands for no channel. */
  readonly channel?: Channel | 'other';
  readonly ownerName?: string;
  readonly phone?: string;
}

export type DriftField = Exclude<keyof NationalCopy, 'code'>;

/** One field that is not the same there. Of personal data only that it is not: no report names people. */
export interface Difference {
  readonly field: DriftField;
  readonly ours?: string;
  readonly there?: string;
}

/** To the second, which is as far as the portal writes. */
const second = (moment: Instant | undefined): string | undefined =>
  moment === undefined ? undefined : isoVietnam(moment);

interface Comparison {
  readonly ours: (dossier: NationalDossier) => string | undefined;
  readonly there: (copy: NationalCopy) => string | undefined;
  readonly isPersonal?: true;
}

const comparisons: { readonly [F in DriftField]: Comparison } = {
  status: {
    ours: ({ status }) => String(status),
    there: ({ status }) => (status === undefined ? undefined : String(status)),
  },
  procedure: { ours: ({ procedure }) => procedure.code, there: ({ procedure }) => procedure },
  acceptedAt: {
    ours: ({ acceptedAt }) => second(acceptedAt),
    there: ({ acceptedAt }) => second(acceptedAt),
  },
  dueAt: { ours: ({ dueAt }) => second(dueAt), there: ({ dueAt }) => second(dueAt) },
  finishedAt: {
    ours: ({ finishedAt }) => second(finishedAt),
    there: ({ finishedAt }) => second(finishedAt),
  },
  returnedAt: {
    ours: ({ returnedAt }) => second(returnedAt),
    there: ({ returnedAt }) => second(returnedAt),
  },
  agency: { ours: ({ agency }) => agency, there: ({ agency }) => agency },
  channel: { ours: ({ channel }) => channel, there: ({ channel }) => channel },
  ownerName: {
    ours: ({ owner }) => owner.name,
    there: ({ ownerName }) => ownerName,
    isPersonal: true,
  },
  phone: {
    ours: ({ contact }) => contact.phone,
    there: ({ phone }) => phone,
    isPersonal: true,
  },
};

/** Field by field, ours against the copy. */
export const differences = (dossier: NationalDossier, copy: NationalCopy): readonly Difference[] =>
  (Object.entries(comparisons) as [DriftField, Comparison][]).flatMap(
    ([field, { ours, there, isPersonal }]) => {
      const [here, theirs] = [ours(dossier), there(copy)];
      if (here === theirs) return [];
      if (isPersonal) return [{ field }];
      return [
        {
          field,
          ...(here !== undefined && { ours: here }),
          ...(theirs !== undefined && { there: theirs }),
        },
      ];
    },
  );

export type Drift =
  | { readonly kind: 'missing-there' }
  /** The copy is what the dossier was once, last at that version. */
  | {
      readonly kind: 'older-there';
      readonly asOf: number;
      readonly differences: readonly Difference[];
    }
  | { readonly kind: 'differs'; readonly differences: readonly Difference[] };

/**
 * What is wrong with the copy of a dossier; undefined where nothing is. Old or simply wrong is told apart
 * by the history: it can say what the document was after each event.
 */
export const driftOf = (
  source: NationalSource,
  copy: NationalCopy | undefined,
  past: (version: number) => NationalSource,
): Drift | undefined => {
  const dossier = nationalDossier(source);
  if (!dossier) return undefined;
  if (!copy) return { kind: 'missing-there' };
  const found = differences(dossier, copy);
  if (found.length === 0) return undefined;
  for (let version = source.dossier.version - 1; version > 0; version--) {
    const earlier = nationalDossier(past(version));
    if (!earlier) break;
    if (differences(earlier, copy).every(({ field }) => comparisons[field].isPersonal))
      return { kind: 'older-there', asOf: version, differences: found };
  }
  return { kind: 'differs', differences: found };
};
