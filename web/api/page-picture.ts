import { heard } from './ask.ts';
import type { Desk } from './staff.tsx';

/** The picture of one page as a file of this page's own; undefined where none was made. The reading is recorded. */
export const pagePicture = async (
  { api }: Pick<Desk, 'api'>,
  params: { readonly dossierId: string; readonly scanId: string },
  page: number,
): Promise<string | undefined> => {
  const listed = await heard(
    api.call('GET /v1/dossiers/{dossierId}/scans/{scanId}/pages', {
      params,
      query: { from: page, count: 1 },
    }),
  );
  const link = listed.ok ? listed.body.items[0]?.links?.image : undefined;
  const came = link === undefined ? undefined : await fetch(link).catch(() => undefined);
  if (!came?.ok) return undefined;
  return URL.createObjectURL(new Blob([await came.arrayBuffer()], { type: 'image/jpeg' }));
};
