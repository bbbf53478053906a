import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Handlers } from '#edge/call.ts';
import { ok } from '#edge/reply.ts';
import type { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import type {
  makeEndParcel,
  makeReissueResult,
} from '#functions/returns/application/end-parcel.ts';
import type { makeRevokeRecipient } from '#functions/returns/application/revoke-recipient.ts';
import type { makeTakeInParcel } from '#functions/returns/application/take-in-parcel.ts';
import type { contract } from './contract.ts';
import { termsOf } from './order-terms.ts';

export interface CorrectingUseCases {
  readonly endParcel: ReturnType<typeof makeEndParcel>;
  readonly takeIn: ReturnType<typeof makeTakeInParcel>;
  readonly reissue: ReturnType<typeof makeReissueResult>;
  readonly revoke: ReturnType<typeof makeRevokeRecipient>;
  readonly correctOrder: ReturnType<typeof makeCorrectOrder>;
}

type On = Pick<
  Handlers<typeof contract>,
  | 'voidShipment'
  | 'declareLoss'
  | 'takeInShipment'
  | 'reissueResult'
  | 'revokeRecipient'
  | 'correctReturnOrder'
  | 'withdrawReturnOrder'
  | 'reissueReturnOrder'
>;

/** What takes back, voids or replaces what was added before. */
export const correctingHandlers = (on: CorrectingUseCases): On => ({
  ...ofParcels(on),
  ...ofOrders(on),
});

const ofParcels = ({
  endParcel,
  takeIn,
  reissue,
  revoke,
}: CorrectingUseCases): Pick<
  On,
  'voidShipment' | 'declareLoss' | 'takeInShipment' | 'reissueResult' | 'revokeRecipient'
> => ({
  voidShipment: async ({ actor, idempotency, params, body }) => {
    const shipmentId = params.shipmentId as ShipmentId;
    const ended = await endParcel.void({ actor, idempotency, shipmentId, ...body });
    return ok(ended);
  },
  declareLoss: async ({ actor, idempotency, params, body }) => {
    const shipmentId = params.shipmentId as ShipmentId;
    const ended = await endParcel.lose({ actor, idempotency, shipmentId, ...body });
    return ok(ended);
  },
  takeInShipment: async ({ actor, idempotency, params }) => {
    const shipmentId = params.shipmentId as ShipmentId;
    return ok(await takeIn({ actor, idempotency, shipmentId }));
  },
  reissueResult: async ({ actor, idempotency, params }) => {
    const dossierId = params.dossierId as DossierId;
    const reissued = await reissue({ actor, idempotency, dossierId });
    return ok(reissued);
  },
  revokeRecipient: async ({ actor, idempotency, params }) => {
    const dossierId = params.dossierId as DossierId;
    const revoked = await revoke({ actor, idempotency, dossierId });
    return ok(revoked);
  },
});

const ofOrders = ({
  correctOrder,
}: CorrectingUseCases): Pick<
  On,
  'correctReturnOrder' | 'withdrawReturnOrder' | 'reissueReturnOrder'
> => ({
  correctReturnOrder: async ({ actor, idempotency, params, body: { terms, reason } }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const asked = { actor, idempotency, returnOrderId, terms: termsOf(terms), reason };
    const corrected = await correctOrder.correct(asked);
    return ok(corrected);
  },
  withdrawReturnOrder: async ({ actor, idempotency, params, body: { reason } }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const withdrawn = await correctOrder.withdraw({ actor, idempotency, returnOrderId, reason });
    return ok(withdrawn);
  },
  reissueReturnOrder: async ({ actor, idempotency, params, body: { reason } }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const reissued = await correctOrder.reissue({ actor, idempotency, returnOrderId, reason });
    return ok(reissued);
  },
});
