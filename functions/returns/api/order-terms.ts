import type * as z from 'zod';
import type { OrderTerms } from '#functions/returns/domain/return-order.ts';
import type { Order } from './order-routes.ts';

type Told = Omit<z.output<typeof Order>, 'externalCode'>;

/** Only what is there: `undefined` is not stored. Members stand in the order in which an order keeps them. */
export const termsOf = ({
  office = '',
  recipient,
  authorised,
  papers,
  takeBack,
  collectOnDelivery,
}: Told): OrderTerms => ({
  office,
  recipient,
  papers,
  takeBack,
  ...(authorised && { authorised }),
  ...(collectOnDelivery && { collectOnDelivery }),
});
