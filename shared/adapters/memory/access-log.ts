import { accessKey } from '#adapters/aws/dynamodb/keys.ts';
import { chainOf, linked } from '#domain/access/access-chain.ts';
import type { AccessEntry, AccessLink } from '#domain/access/access-entry.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { AccessDays, AccessLines, AccessLog } from '#ports/access-log.ts';
import type { Clock } from '#ports/clock.ts';
import type { Page, PageAsk } from '#ports/unit-of-work.ts';

/** The access log in memory: for tests of the edge and of use cases. `links` is what is kept. */
export const makeMemoryAccessLog = (
  { clock, sha256 }: { readonly clock: Pick<Clock, 'now'>; readonly sha256: Sha256Hex },
  links: AccessLink[] = [],
): AccessLog & AccessLines & AccessDays => {
  const on = (day: VietnamDay) => links.filter((link) => chainOf(link).day === day);
  return {
    prepare: async () => undefined,
    append: async (reads) => {
      const at = clock.now();
      const entries = reads.map((read) => ({ ...read, at }));
      const last = on(dayOf(at)).findLast(({ entry }) => entry.reader === reads[0]?.reader);
      links.push(...linked(entries, 0, last, sha256));
    },
    ofSubject: async (subject, ask) =>
      page(
        links.filter(({ entry }) => entry.subject === subject),
        ({ entry, hash }) => `${String(entry.at).padStart(14, '0')}#${hash}`,
        ask,
      ),
    ofReader: async (reader, ask, place) =>
      page(
        links.filter(
          ({ entry }) => entry.reader === reader && (place === undefined || entry.place === place),
        ),
        (link) => accessKey(chainOf(link), link.number).sk,
        ask,
      ),
    between: async (from, until) =>
      links.map(({ entry }) => entry).filter(({ at }) => at >= from && at < until),
    hashesOf: async (day) =>
      on(day)
        .map(({ hash }) => hash)
        .sort(),
    linksOf: async (day) => on(day),
  };
};

const page = (
  found: readonly AccessLink[],
  sortOf: (link: AccessLink) => string,
  { limit, after = '~' }: PageAsk,
): Page<AccessEntry> => {
  const behind = found
    .map((link) => ({ link, sort: sortOf(link) }))
    .filter(({ sort }) => sort < after)
    .sort((a, b) => (a.sort < b.sort ? 1 : -1));
  const shown = behind.slice(0, limit);
  const next = behind.length > limit ? shown.at(-1)?.sort : undefined;
  return {
    items: shown.map(({ link }) => link.entry),
    ...(next !== undefined && { next }),
  };
};
