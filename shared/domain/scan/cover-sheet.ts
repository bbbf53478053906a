/** What a tờ phân trang announces: whose papers follow, and how many pages to expect. */
export interface CoverSheet {
  readonly dossierId: string;
  readonly component: string;
  readonly pages: number;
}

const format = /^PC1\|([0-9A-Z]{26})\|([a-z0-9-]{1,60})\|([1-9]\d{0,3})$/;

/** Undefined for a text that no cover sheet of ours bears. */
export const parseCoverSheet = (text: string): CoverSheet | undefined => {
  const [, dossierId, component, pages] = format.exec(text) ?? [];
  if (!dossierId || !component || !pages) return undefined;
  return { dossierId, component, pages: Number(pages) };
};
