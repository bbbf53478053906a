import * as z from 'zod';
import * as shape from '#edge/shapes.ts';
import { ChosenDeliveryShape, chosenDeliveryView } from '#edge/views/chosen-delivery.ts';
import type { DeliveryWays } from '#functions/returns/application/delivery-ways.ts';
import { shutReasons } from '#functions/returns/domain/choose-delivery.ts';

const Way = z.object({ id: z.string(), name: z.string(), moreVnd: z.int() });

export const DeliveryWaysView = z.object({
  /** The code by which a choice would be refused now. */
  shut: z.enum(shutReasons).optional(),
  /** Căn cứ: the article by which it is handed over in person. */
  inPerson: z.string().optional(),
  /** Where the papers were taken in: there the result waits unless it is sent. */
  home: z.object({ id: z.string(), name: z.string() }),
  chosen: ChosenDeliveryShape.optional(),
  offices: z.array(Way),
  communes: z.array(Way),
  /** The first and the last day that may be wished for. */
  days: z.object({ from: shape.vietnamDay, until: shape.vietnamDay }),
});

export const deliveryWaysView = ({
  dossierId: _,
  chosen,
  chosenName = '',
  offices,
  communes,
  ...ways
}: DeliveryWays): z.output<typeof DeliveryWaysView> => ({
  ...ways,
  ...(chosen && { chosen: chosenDeliveryView(chosen, chosenName) }),
  offices: [...offices],
  communes: [...communes],
});
