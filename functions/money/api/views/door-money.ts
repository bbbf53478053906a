import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { OwedMoney } from '#functions/money/application/hand-in-door-money.ts';
import { owedAtDoor } from '#functions/money/domain/door-money.ts';
import type { Page } from '#ports/unit-of-work.ts';
import { Sums } from './money.ts';

export const DoorMoneyList = z.object({
  items: z.array(
    z.object({
      shipmentId: shape.ulid,
      waybill: z.string(),
      office: z.string(),
      agency: z.string(),
      /** `staff:<id>` or `carrier:<id>`: who has it. */
      debtor: z.string(),
      collectedAt: shape.isoTime,
      handInBy: shape.isoTime.optional(),
      isLate: z.boolean(),
      /** False: nobody said what was paid; it is what was due. */
      isStated: z.boolean(),
      collected: Sums,
      handedIn: Sums,
      owed: Sums,
      receipts: z.array(z.string()),
    }),
  ),
  next: z.string().optional(),
});

export const doorMoneyPage = ({
  items,
  next,
}: Page<OwedMoney>): z.output<typeof DoorMoneyList> => ({
  items: items.map((money) => ({
    shipmentId: money.id,
    waybill: money.waybill,
    office: money.office,
    agency: money.agency,
    debtor: money.debtor,
    collectedAt: isoVietnam(money.collectedAt),
    ...(money.handInBy !== undefined && { handInBy: isoVietnam(money.handInBy) }),
    isLate: money.isLate,
    isStated: money.isStated,
    collected: money.collected,
    handedIn: money.handedIn,
    owed: owedAtDoor(money),
    receipts: [...money.receipts],
  })),
  ...(next !== undefined && { next }),
});
