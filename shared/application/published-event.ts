import type { FactOf } from '#domain/dossier/apply.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { isPublished, type PublishedFact } from '#domain/dossier/publication.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type EventOf, PublishedEvent, typeOf } from '#events/catalogue.ts';

type Data = Readonly<Record<string, unknown>>;

const agencyOf = ({ agency }: { readonly agency: string }): Data => ({ agency });
const nothing = (): Data => ({});

/** What of a recorded fact is published: ids and what consumers act on. */
const dataOf: { readonly [T in PublishedFact]: (fact: FactOf<T>) => Data } = {
  'slip-issued': agencyOf,
  'papers-missed': ({ pouch }) => ({ pouch }),
  'dossier-accepted': ({ agency, office }) => ({ agency, office }),
  'dossier-acknowledged': nothing,
  'supplement-requested': agencyOf,
  'supplement-received': nothing,
  'payment-requested': agencyOf,
  'payment-received': nothing,
  'payment-confirmed': agencyOf,
  'payment-cancelled': agencyOf,
  'citizen-reminded': agencyOf,
  'reception-refused': agencyOf,
  'withdrawal-requested': nothing,
  'withdrawal-granted': nothing,
  'dossier-stopped': agencyOf,
  'dossier-resumed': nothing,
  'clock-resumed': nothing,
  'deadline-extended': agencyOf,
  'deadline-prolonged': agencyOf,
  'late-answer-admitted': agencyOf,
  'dossier-transferred': agencyOf,
  'deadline-reannounced': ({ dueAt }) => ({ dueAt: isoVietnam(dueAt) }),
  'contact-corrected': nothing,
  'dossier-decided': ({ agency, outcome }) => ({ agency, outcome }),
  'result-dispatched': ({ shipment, carrier, waybill }) => ({ shipment, carrier, waybill }),
  'result-delivered': ({ shipment }) => ({ shipment }),
  'result-held': ({ shipment }) => ({ shipment }),
  'result-returned-to-agency': ({ shipment }) => ({ shipment }),
  'result-picked-up': ({ pickUp, receiver }) => ({ pickUp, receiver }),
  'papers-dispatched': ({ shipment, carrier, waybill }) => ({ shipment, carrier, waybill }),
  'papers-delivered': ({ shipment }) => ({ shipment }),
  'papers-held': ({ shipment }) => ({ shipment }),
  'papers-came-back': ({ shipment }) => ({ shipment }),
  'papers-picked-up': ({ pickUp, receiver }) => ({ pickUp, receiver }),
  'applicant-corrected': nothing,
  'correction-answered': ({ answer }) => ({ answer }),
  'parcel-lost': ({ shipment, waybill }) => ({ shipment, waybill }),
};

/** The published form of a recorded fact; undefined for one that is audit only. */
export const publishedEvent = (event: ChainedEvent): PublishedEvent | undefined => {
  const { dossierId, version, recordedAt, fact } = event;
  if (!isPublished(fact.type)) return undefined;
  // The table has a row for each type, which TypeScript cannot follow through the index.
  const data = (dataOf[fact.type] as (of: typeof fact) => Data)(fact);
  return inEnvelope(fact.type, { subject: dossierId, at: recordedAt, data: { version, ...data } });
};

interface Content {
  readonly subject: Ulid;
  readonly at: Instant;
  /** `version` rises with every event of the subject: with it, it is the event's id. */
  readonly data: Data & { readonly version: number };
}

const inEnvelope = (name: keyof typeof typeOf, { subject, at, data }: Content): PublishedEvent =>
  PublishedEvent.parse({
    specversion: '1.0',
    id: `${subject}:${data.version}`,
    source: 'urn:post-counter',
    type: typeOf[name],
    subject,
    time: isoVietnam(at),
    datacontenttype: 'application/json',
    data,
  });

/** An event of what a record keeps, to be written along with the record. */
export const recordEvent = <N extends keyof typeof typeOf>(
  name: N,
  content: Content & { readonly data: EventOf<N>['data'] },
): PublishedEvent => inEnvelope(name, content);
