import { canonical, GENESIS, type Sha256Hex } from '#domain/dossier/chain.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { AccessChain, AccessEntry, AccessLink } from './access-entry.ts';

export const lanes = 16;

export const chainOf = ({ entry, lane }: Pick<AccessLink, 'entry' | 'lane'>): AccessChain => ({
  reader: entry.reader,
  day: dayOf(entry.at),
  lane,
});

const linkText = ({ entry, lane, number, prevHash }: Omit<AccessLink, 'hash'>): string =>
  canonical({ entry: { ...entry }, lane, number, prevHash });

/** @param last the newest link of the chain; nothing where its day has none yet. */
export const linked = (
  entries: readonly AccessEntry[],
  lane: number,
  last: Pick<AccessLink, 'number' | 'hash'> | undefined,
  sha256: Sha256Hex,
): readonly AccessLink[] => {
  let { number, hash: prevHash } = last ?? { number: 0, hash: GENESIS };
  return entries.map((entry) => {
    number += 1;
    const link = { entry, lane, number, prevHash };
    prevHash = sha256(linkText(link));
    return { ...link, hash: prevHash };
  });
};

/** The number of the first link of one chain that does not fit; undefined where all do. */
export const firstBroken = (
  links: readonly AccessLink[],
  sha256: Sha256Hex,
): number | undefined => {
  let last = GENESIS;
  for (const [index, link] of links.entries()) {
    const fits =
      link.number === index + 1 && link.prevHash === last && link.hash === sha256(linkText(link));
    if (!fits) return index + 1;
    last = link.hash;
  }
  return undefined;
};
