import type { Client, Told } from '#local/play/client.ts';

export type Procedure = Told<'GET /v1/procedures/{code}'>;

/** More than two papers to scan would make a full counter a slow one. */
const isOfFewPapers = ({ components }: Procedure): boolean => {
  const required = components.filter(({ required }) => required).length;
  return required > 0 && required <= 2;
};

/** What a post office is asked for, of land and of everything else. */
const searches = ['đất đai', ''];

/** Procedures that the demo's citizens come with. */
export const chooseProcedures = async (clerk: Client): Promise<readonly Procedure[]> => {
  const found = await Promise.all(
    searches.map((q) => clerk.call('GET /v1/procedures', { query: { q } })),
  );
  const codes = new Set(found.flatMap(({ items }) => items.map(({ code }) => code)));
  const read = await Promise.all(
    [...codes].map((code) => clerk.call('GET /v1/procedures/{code}', { params: { code } })),
  );
  return read.filter(isOfFewPapers);
};
