import type { Holder } from '#domain/custody/holding.ts';
import type { Stored } from '#domain/history/upcast.ts';

interface BeforeCustody {
  readonly state: string;
  readonly agency: string;
  readonly office: string;
  readonly shipments: readonly string[];
  readonly pickUp?: string;
  readonly corrections?: readonly { readonly how: string }[];
}

/** A label was voided at the office, and the agency has neither fetched nor renewed the result since. */
const wasVoided = ({ shipments, corrections = [] }: BeforeCustody): boolean =>
  shipments.length > 0 && corrections.every(({ how }) => how === 'corrected');

/**
 * An order that was written before anybody signed for its result: its state is all that says who had it. What
 * nobody had signed for is the agency's; what a carrier had brought back lies with its sender.
 */
export const withHolder = (stored: Stored): Stored => {
  const order = stored as unknown as BeforeCustody;
  const { agency, office, shipments, state } = order;
  const last = shipments.at(-1) ?? '';
  const holders: Readonly<Record<string, Holder>> = {
    dispatched: { kind: 'carrier', id: last },
    delivered: { kind: 'citizen' },
    lost: { kind: 'missing', id: last },
    'returned-to-agency': { kind: 'office', id: office },
    ...(wasVoided(order) && { waiting: { kind: 'office', id: office } }),
  };
  return { ...stored, holder: holders[state] ?? { kind: 'agency', id: agency } };
};
