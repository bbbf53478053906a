import type { Dossier } from '#domain/dossier/dossier.ts';
import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Limit, type LimitKind, limitsOf } from '#domain/limits/limits.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A line of a list of limits: no personal data, read from an index. */
export interface LimitLine {
  readonly dossierId: DossierId;
  /** Mã hồ sơ, or the number of the Phiếu gửi before there is one. */
  readonly number: string;
  readonly procedure: string;
  readonly office: string;
  readonly agency?: string;
  readonly at: Instant;
}

/** A limit in its place in the lists. */
export interface PlacedLimit extends Limit {
  readonly line: LimitLine;
  /** Who is warned: the post while it carries the papers, the department from then on. */
  readonly owner: string;
}

const placed = (dossier: Dossier, limit: Limit): PlacedLimit => {
  const { id, office, department, slip, procedure } = dossier;
  const agency = department?.agency ?? slip?.agency;
  const line: LimitLine = {
    dossierId: id,
    number: paperNumberOf(dossier) ?? '',
    procedure: procedure.code,
    office,
    ...(agency !== undefined && { agency }),
    at: limit.at,
  };
  const isOfPost = limit.kind === 'transit' || limit.kind === 'appointment';
  return { ...limit, line, owner: isOfPost ? office : (agency ?? office) };
};

export const placedLimits = (dossier: Dossier): readonly PlacedLimit[] =>
  limitsOf(dossier).map((limit) => placed(dossier, limit));

/** What a change moved in the lists; without `placed`, the limit stands in none any more. */
export interface LimitMove {
  readonly kind: LimitKind;
  readonly placed?: PlacedLimit;
}

export const limitMoves = (before: Dossier | undefined, after: Dossier): readonly LimitMove[] => {
  const known = new Map(before && placedLimits(before).map((limit) => [limit.kind, limit]));
  const now = placedLimits(after);
  const moved = now.filter((limit) => !isSame(limit, known.get(limit.kind)));
  const met = [...known.keys()].filter((kind) => !now.some((limit) => limit.kind === kind));
  return [
    ...moved.map((limit) => ({ kind: limit.kind, placed: limit })),
    ...met.map((kind) => ({ kind })),
  ];
};

const isSame = (a: PlacedLimit, b: PlacedLimit | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
