import type { PublishedEvent } from '#events/catalogue.ts';
import type { Message } from './message.ts';

/** Events of the way back to the citizen, with a result or with the papers of an ended dossier. */
type ParcelType = `vn.post-counter.${'result' | 'papers'}-${
  | 'dispatched'
  | 'delivered'
  | 'held'
  | 'picked-up'
  | 'returned-to-agency'
  | 'came-back'}.v1`;
export type ParcelEvent = Extract<PublishedEvent, { readonly type: ParcelType }>;

const prefix = /^vn\.post-counter\.(result|papers)-/;

export const isOfParcel = (event: PublishedEvent): event is ParcelEvent =>
  prefix.test(event.type) && event.type !== 'vn.post-counter.papers-missed.v1';

/** `number`: what the citizen's papers say, whichever that is. */
export const parcelMessage = (event: ParcelEvent, number: string, office: string): Message => {
  switch (event.type) {
    case 'vn.post-counter.result-dispatched.v1':
      return {
        template: 'dispatched',
        values: { code: number, waybill: event.data.waybill },
      };
    case 'vn.post-counter.result-delivered.v1':
    case 'vn.post-counter.result-picked-up.v1':
      return { template: 'delivered', values: { code: number } };
    case 'vn.post-counter.result-held.v1':
      return { template: 'pick-up-ready', values: { code: number, office } };
    case 'vn.post-counter.result-returned-to-agency.v1':
      return { template: 'returned-to-agency', values: { code: number, office } };
    case 'vn.post-counter.papers-dispatched.v1':
      return { template: 'papers-sent', values: { number, waybill: event.data.waybill } };
    case 'vn.post-counter.papers-delivered.v1':
    case 'vn.post-counter.papers-picked-up.v1':
      return { template: 'papers-delivered', values: { number } };
    case 'vn.post-counter.papers-held.v1':
      return { template: 'papers-held', values: { number, office } };
    case 'vn.post-counter.papers-came-back.v1':
      return { template: 'papers-back', values: { number, office } };
  }
};
