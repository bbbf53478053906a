import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type EventType, PublishedEvent } from '#events/catalogue.ts';

const enveloped = (
  { dossierId, version, recordedAt }: ChainedEvent,
  type: EventType,
  data: object,
): PublishedEvent =>
  PublishedEvent.parse({
    specversion: '1.0',
    id: `${dossierId}:${version}`,
    source: 'urn:post-counter',
    type,
    subject: dossierId,
    time: isoVietnam(recordedAt),
    datacontenttype: 'application/json',
    data: { version, ...data },
  });

/** The published form of a recorded fact; undefined for one that is audit only. */
export const publishedEvent = (recorded: ChainedEvent): PublishedEvent | undefined => {
  const { fact } = recorded;
  const event = (type: EventType, data: object) => enveloped(recorded, type, data);
  switch (fact.type) {
    case 'slip-issued':
      return event('vn.post-counter.slip-issued.v1', { agency: fact.agency });
    case 'papers-missed':
      return event('vn.post-counter.papers-missed.v1', { pouch: fact.pouch });
    case 'dossier-accepted':
      return event('vn.post-counter.dossier-accepted.v1', {
        agency: fact.agency,
        office: fact.office,
      });
    case 'supplement-requested':
      return event('vn.post-counter.supplement-requested.v1', { agency: fact.agency });
    case 'deadline-reannounced':
      return event('vn.post-counter.deadline-reannounced.v1', { dueAt: isoVietnam(fact.dueAt) });
    case 'dossier-decided':
      return event('vn.post-counter.dossier-decided.v1', {
        agency: fact.agency,
        outcome: fact.outcome,
      });
    case 'result-dispatched':
      return event('vn.post-counter.result-dispatched.v1', {
        shipment: fact.shipment,
        carrier: fact.carrier,
        waybill: fact.waybill,
      });
    case 'result-delivered':
    case 'result-held':
    case 'result-returned-to-agency':
      return event(`vn.post-counter.${fact.type}.v1`, { shipment: fact.shipment });
    case 'result-picked-up':
      return event('vn.post-counter.result-picked-up.v1', {
        pickUp: fact.pickUp,
        receiver: fact.receiver,
      });
    default:
      return undefined;
  }
};
