import { chainOf, firstBroken } from '#domain/access/access-chain.ts';
import type { AccessLink } from '#domain/access/access-entry.ts';
import { changedSince } from '#domain/anchor/recount.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import { type BrokenText, brokenTexts } from '#domain/history/broken-texts.ts';
import type { Hmac } from '#domain/history/sealed-text.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { AccessDays } from '#ports/access-log.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import type { Recorded } from './anchor-days.ts';

/** The first event of a dossier that is not what was recorded and hashed. */
export interface ChangedEvent {
  readonly day: VietnamDay;
  readonly dossierId: DossierId;
  readonly version: number;
}

/** A text beside an event that is not what was sealed, and that nobody has erased. */
export interface ChangedText extends ChangedEvent, BrokenText {}

/** Histories that are read side by side. */
const atOnce = 16;

interface Hashes {
  readonly sha256: Sha256Hex;
  readonly hmac: Hmac;
}

/**
 * The events of dossiers, with their contents hashed again over the whole chain of each, and the texts beside them
 * sealed again.
 */
export const recordedEvents = (
  recorded: RecordedDays,
  { sha256, hmac }: Hashes,
): Recorded<ChangedEvent | ChangedText> => ({
  hashesOf: recorded.hashesOf,
  changedOn: async (day) => {
    const found: (ChangedEvent | ChangedText)[] = [];
    const dossiers = [...(await recorded.leavesOf(day))];
    for (let from = 0; from < dossiers.length; from += atOnce) {
      const read = dossiers.slice(from, from + atOnce).map(async ([dossierId, leaves]) => {
        const events = await recorded.contentsOf(dossierId);
        const written = events.map((event) => event.written);
        const version = changedSince(day, written, leaves, sha256);
        if (version !== undefined) found.push({ day, dossierId, version });
        for (const text of brokenTexts(events, hmac)) found.push({ day, dossierId, ...text });
      });
      await Promise.all(read);
    }
    return found;
  },
});

/** Entries of the access log that are not what was kept: by the day alone, for the log names people. */
export interface ChangedAccess {
  readonly day: VietnamDay;
  /** Chains of the day that do not hold; what can be read as no entry counts as one. */
  readonly chains: number;
}

/** The access log, each reader's chain of the day followed again. */
export const recordedReadings = (
  access: AccessDays,
  sha256: Sha256Hex,
): Recorded<ChangedAccess> => ({
  hashesOf: access.hashesOf,
  changedOn: async (day) => {
    const links = await access.linksOf(day);
    const readable = links.filter((link) => link !== undefined);
    const broken = chainsIn(readable).filter((chain) => firstBroken(chain, sha256) !== undefined);
    const chains = broken.length + (links.length - readable.length);
    return chains > 0 ? [{ day, chains }] : [];
  },
});

const chainsIn = (links: readonly AccessLink[]): readonly (readonly AccessLink[])[] =>
  [...Map.groupBy(links, (link) => JSON.stringify(chainOf(link))).values()].map((chain) =>
    chain.toSorted((a, b) => a.number - b.number),
  );
