import type { Client } from '#api/client.ts';
import type { Asking, Told } from './ask.ts';
import type { Contracts } from './contracts.ts';

type Api = Client<Contracts>;
export type Pouch = Told<'GET /v1/pouches/{pouchId}'>;

/** What goes into a pouch: a dossier's papers, or the result of a return order. */
export type Content =
  | { readonly dossierId: string; readonly returnOrderId?: never }
  | { readonly returnOrderId: string; readonly dossierId?: never };

/** Shorter than this, it is the number of no dossier. */
const shortestOfDossier = 8;

/** Papers have capitals, and who types leaves them out; an address off a code stays as it is. */
const asPrinted = (number: string): string => {
  const text = number.trim();
  return text.includes('/') ? text : text.toUpperCase();
};

/** Whatever number is on the papers: of a dossier of ours, or of an order for what was filed elsewhere. */
export const findContent = async (api: Api, typed: string): Asking<Content> => {
  const number = asPrinted(typed);
  if (number.length >= shortestOfDossier) {
    const dossier = await api.call('GET /v1/dossiers/lookup', { query: { number } });
    if (dossier.ok) return { ok: true, body: { dossierId: dossier.body.dossierId } };
    if (dossier.problem.code !== 'dossier-unknown') return dossier;
  }
  const order = await api.call('GET /v1/return-orders/lookup', { query: { number } });
  return order.ok ? { ok: true, body: { returnOrderId: order.body.returnOrderId } } : order;
};

interface Moving {
  readonly pouchId: string;
  readonly content: Content;
  readonly key: string;
}

export const packInto = (api: Api, { pouchId, content, key }: Moving): Asking<Pouch> => {
  const params = { pouchId };
  const { dossierId, returnOrderId } = content;
  return dossierId === undefined
    ? api.call('POST /v1/pouches/{pouchId}/pack-order', { params, body: { returnOrderId }, key })
    : api.call('POST /v1/pouches/{pouchId}/pack', { params, body: { dossierId }, key });
};

export const takeOutOf = (api: Api, { pouchId, content, key }: Moving): Asking<Pouch> => {
  const params = { pouchId };
  const { dossierId, returnOrderId } = content;
  return dossierId === undefined
    ? api.call('POST /v1/pouches/{pouchId}/unpack-order', { params, body: { returnOrderId }, key })
    : api.call('POST /v1/pouches/{pouchId}/unpack', { params, body: { dossierId }, key });
};
