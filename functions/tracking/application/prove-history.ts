import { openedBy } from '#application/citizen-session.ts';
import type { Anchor } from '#domain/anchor/anchor.ts';
import { inclusionPath, type PathStep } from '#domain/anchor/merkle.ts';
import { isSealedAt, type KeptEvent, type SealedText } from '#domain/history/sealed-text.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { sightAs } from '#domain/sight/reader.ts';
import { hiddenFields } from '#domain/sight/seen.ts';
import { pathOf } from '#domain/sight/text-path.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Anchors } from '#ports/anchors.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly anchors: Pick<Anchors, 'find' | 'leavesOf'>;
  readonly seals: Seals;
  readonly clock: Clock;
}

/** Proves that the event of that version, and by the chain all before it, were there on that day. */
export interface AnchorProof {
  readonly version: number;
  readonly path: readonly PathStep[];
  readonly anchor: Anchor;
}

/** A text of an event, with the salt under which its seal can be made again. */
type ProvenText = Pick<SealedText, 'at' | 'salt' | 'text'>;

/** An event as it was hashed, with the texts of it that are for the citizen. */
export interface ProvenEvent extends WrittenEvent {
  readonly texts?: readonly ProvenText[];
}

/** An event that holds what is not for the citizen: its place in the chain, and nothing of it. */
export interface WithheldLink
  extends Pick<WrittenEvent, 'dossierId' | 'version' | 'recordedAt' | 'prevHash' | 'hash'> {
  readonly withheld: true;
}

export interface ProvenHistory {
  readonly dossierId: DossierId;
  readonly events: readonly (ProvenEvent | WithheldLink)[];
  /** Absent until the first night after registration. */
  readonly proof?: AnchorProof;
}

/**
 * The whole history as it was hashed, so that anyone can hash it again, with the newest proof that
 * there is. Actors are given as hashed too: `staff:<sub>` is a number that only the identity store
 * can turn into a person. What agencies think among themselves is bound in by its hash alone.
 */
export const makeProveHistory =
  (deps: Deps) =>
  async (token: string): Promise<Outcome<ProvenHistory>> => {
    const opened = await openedBy(deps, token);
    if (!opened.ok) return opened;
    const events = await deps.ledger.kept(opened.value);
    const proof = await newestProof(
      deps,
      events.map(({ written }) => written),
    );
    return done({
      dossierId: opened.value,
      events: events.map(linkFor),
      ...(proof && { proof }),
    });
  };

const linkFor = ({ written: event, texts }: KeptEvent): ProvenEvent | WithheldLink => {
  const hidden = hiddenFields(sightAs('citizen'), event.fact);
  if (!hidden.every((path) => isSealedAt(event.fact, path))) {
    const { dossierId, version, recordedAt, prevHash, hash } = event;
    return { dossierId, version, recordedAt, withheld: true, prevHash, hash };
  }
  const shown = texts
    .filter(({ at: place }) => !hidden.includes(pathOf(place)))
    .map(({ at: place, salt, text }) => ({ at: place, salt, text }));
  return shown.length > 0 ? { ...event, texts: shown } : event;
};

/** By the last event of each day, the newest day first: today has no anchor yet. */
const newestProof = async (
  { anchors, seals }: Deps,
  events: readonly WrittenEvent[],
): Promise<AnchorProof | undefined> => {
  const lastOfDay = new Map(events.map((event) => [dayOf(event.recordedAt), event]));
  for (const [day, { hash, version }] of [...lastOfDay].reverse()) {
    const anchor = await anchors.find(day);
    const leaves = anchor ? await anchors.leavesOf(day) : [];
    const index = leaves.indexOf(hash);
    if (anchor && index >= 0)
      return { version, path: inclusionPath(leaves, index, seals.sha256), anchor };
  }
  return undefined;
};

export const makeReadAnchor =
  ({ anchors }: Pick<Deps, 'anchors'>) =>
  async (day: VietnamDay): Promise<Outcome<Anchor>> => {
    const anchor = await anchors.find(day);
    return anchor ? done(anchor) : refuse({ code: 'anchor-unknown' });
  };
