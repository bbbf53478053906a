import type { Instant } from '#domain/time/instant.ts';

/** A component whose data somebody read in a public data base, in place of the paper (NĐ 309/2026 art. 2). */
export interface DataBaseCheck {
  readonly component: string;
  /** The data base, as the catalogue names it. */
  readonly dataBase: string;
  /** Staff id. */
  readonly lookedUpBy: string;
  readonly lookedUpAt: Instant;
}

/** What a filing is, besides its papers: by it the law says who settles it, until when and for how much. */
export interface Circumstances {
  /** The agency of the commune of residence, of the event or of the land. Absent: that of the post office. */
  readonly commune?: string;
  /** Trường hợp of the procedure; absent: the usual one. */
  readonly case?: string;
  /** Sự cố: why an online filing came over a counter. */
  readonly incident?: string;
  /** Thỏa thuận on the day of a result that the law owes on the day itself (TT 17/2017 art. 7(2)d). */
  readonly agreement?: string;
  readonly fromDataBase?: readonly DataBaseCheck[];
  /** A sum of the clerk's own, where the catalogue has another: who paid what was not asked reads why. */
  readonly ownSum?: { readonly computedVnd: number; readonly reason: string };
}
