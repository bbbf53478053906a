import type { CopyKind } from '#domain/custody/paper.ts';
import type { Pouch } from '../api/packing.ts';

type Line = Pouch['lines'][number];
type Paper = Omit<Line['papers'][number], 'id'> & { readonly id?: string };

/** `1 bản chính Đơn đăng ký, 2 photo Căn cước`; a name that nobody noted is the paper's own id. */
export const papersInWords = (
  papers: readonly Paper[],
  copyKind: Readonly<Record<CopyKind, string>>,
): string =>
  papers
    .map(({ id, name, copyKind: kind, count }) => `${count} ${copyKind[kind]} ${name ?? id}`)
    .join(', ');

/** Papers that were counted, with the names that the manifest gives them. */
export const namedAs = (
  papers: readonly Paper[],
  { papers: listed }: Pick<Line, 'papers'>,
): readonly Paper[] =>
  papers.map((paper) => {
    const name = listed.find(({ id }) => id === paper.id)?.name;
    return { ...paper, ...(name !== undefined && { name }) };
  });
