import { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { mayRead } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { readRemark, type ScanRemark } from '#domain/scan/findings.ts';
import { isVerified, type VerifiedScan } from '#domain/scan/scan.ts';
import { type Instant, plus, seconds } from '#domain/time/instant.ts';
import type { PreviewStore } from '#functions/scanning/ports/preview-store.ts';
import type { Clock } from '#ports/clock.ts';
import { shownScan } from './open-scan.ts';
import { previewKey, type ShownPage, shownPage } from './page-previews.ts';

interface ListPages {
  readonly actor: Staff;
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
  /** From 1. */
  readonly from: number;
  readonly count: number;
}

interface ListedPage {
  readonly page: number;
  /** Whose page it is: the file's hash, and the page's number in it. */
  readonly shows: { readonly sha256: string; readonly page: number };
  readonly remarks: readonly ScanRemark[];
  /** Absent where no picture was made; the original is there. */
  readonly links?: { readonly image: string; readonly thumbnail: string };
}

export interface PageList {
  /** Of the whole scan. */
  readonly pages: number;
  readonly expiresAt: Instant;
  readonly items: readonly ListedPage[];
}

type Deps = Parameters<typeof makeReadDossier>[0] & {
  readonly previews: PreviewStore;
  readonly clock: Clock;
};

/** Long enough to look through some pages, too short to be passed on. */
const linkSeconds = 300;

/** Pictures of a verified scan's pages, for whoever may open its original. */
export const makeListPages = (deps: Deps) => {
  const read = makeReadDossier(deps, mayRead);
  return async (ask: ListPages): Promise<Outcome<PageList>> => {
    const found = await read(ask);
    if (!found.ok) return found;
    const scan = shownScan(ask.actor, found.value.dossier, ask.scanId);
    if (!scan) return refuse({ code: 'scan-unknown' });
    if (!isVerified(scan)) return refuse({ code: 'scan-not-readable-yet' });
    if (ask.from > scan.pages) return refuse({ code: 'page-unknown', pages: scan.pages });
    const count = Math.min(ask.count, scan.pages - ask.from + 1);
    const items = Array.from({ length: count }, (_, n) => listed(deps, ask, scan, ask.from + n));
    return done({
      pages: scan.pages,
      expiresAt: plus(deps.clock.now(), seconds(linkSeconds)),
      items: await Promise.all(items),
    });
  };
};

const listed = async (
  { previews }: Deps,
  { dossierId }: ListPages,
  scan: VerifiedScan,
  page: number,
): Promise<ListedPage> => {
  const shown = shownPage(dossierId, scan, page);
  const isThere = await previews.has(previewKey(shown, 'thumbnail'));
  return {
    page,
    shows: { sha256: shown.sha256, page: shown.page },
    remarks: remarksOn(scan, page),
    ...(isThere && { links: await linksTo(previews, shown) }),
  };
};

const linksTo = async (previews: PreviewStore, shown: ShownPage) => ({
  image: await previews.link({ key: previewKey(shown, 'image'), seconds: linkSeconds }),
  thumbnail: await previews.link({ key: previewKey(shown, 'thumbnail'), seconds: linkSeconds }),
});

/** Of a single picture the codes bear no page number. */
const remarksOn = ({ findings, pages }: VerifiedScan, page: number): readonly ScanRemark[] =>
  findings
    .flatMap(readRemark)
    .filter((remark) => (remark.page ?? (pages === 1 ? page : undefined)) === page);
