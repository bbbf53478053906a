import * as z from 'zod';
import { dayParts } from '#domain/dossier/chosen-delivery.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { throttles } from '#plan/throttles.ts';
import { DeliveryWaysView } from './ways-view.ts';

const to = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('office'), office: shape.slug }),
  z.strictObject({
    kind: z.literal('address'),
    /** Agency of the commune that it lies in. */
    commune: shape.slug,
    address: shape.text(200),
  }),
]);

const asked = {
  to: z.exactOptional(to),
  wish: z.exactOptional(
    z.strictObject({ day: shape.vietnamDay, part: z.exactOptional(z.enum(dayParts)) }),
  ),
};

const isAnything = (body: { readonly to?: unknown; readonly wish?: unknown }): boolean =>
  body.to !== undefined || body.wish !== undefined;

const Chosen = z.object({
  dossierVersion: z.int(),
  /** What the way costs above what was stated; owed at the counter or at the door. */
  moreVnd: z.int(),
});

const onChoice = [
  'address-outside',
  'calendar-missing',
  'delivery-chosen-before',
  'office-hands-nothing-out',
  'procedure-not-in-force',
  'result-has-left',
  'result-in-person',
  'step-not-allowed',
  'too-many-changes',
  'wished-day-invalid',
] as const;

const dossier = z.object({ dossierId: shape.ulid });

/** Đổi cách nhận kết quả. */
export const contract = {
  /**
   * Cách nhận kết quả: where it may go, what that costs more, and what was chosen. `shut` is the code by which
   * a choice would be refused now.
   */
  readOwnDelivery: route({
    method: 'GET',
    path: '/v1/track/delivery',
    who: 'citizen',
    reads: { what: 'tracking', of: 'answer' },
    throttle: throttles.tracking,
    summary: 'Cách nhận kết quả · Where the result may go, and what that costs more',
    answers: { 200: DeliveryWaysView },
    refuses: ['procedure-not-in-force', 'session-invalid'],
  }),
  /**
   * Once a dossier, before a parcel was made of its result; a place, a wished day, or both. The number of the
   * dossier is told.
   */
  chooseOwnDelivery: route({
    method: 'POST',
    path: '/v1/track/delivery',
    who: 'citizen',
    throttle: throttles.ratings,
    summary: 'Đổi cách nhận kết quả · Another counter, another door or a wished day; once',
    idempotent: true,
    body: z.strictObject(asked).refine(isAnything, 'nothing-chosen'),
    answers: { 200: Chosen },
    refuses: [...onChoice, 'dossier-unknown', 'session-invalid'],
  }),
  /** The same for the counter that took the dossier in. */
  readDeliveryWays: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/delivery',
    who: ['clerk'],
    reads: { what: 'dossier', of: 'path' },
    summary: 'Xem cách nhận kết quả · Where the result of a dossier may go',
    params: dossier,
    answers: { 200: DeliveryWaysView },
    refuses: ['dossier-unknown', 'procedure-not-in-force'],
  }),
  /** Over the counter, with the applicant’s card in hand. */
  chooseDelivery: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/delivery',
    who: ['clerk'],
    summary: 'Ghi cách nhận kết quả mới · At the counter, with the card seen; once',
    idempotent: true,
    params: dossier,
    body: z
      .strictObject({ ...asked, identityChecked: z.literal(true) })
      .refine(isAnything, 'nothing-chosen'),
    answers: { 200: Chosen },
    refuses: [...onChoice, 'dossier-unknown'],
  }),
} as const;
