import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { bearerOf } from '#edge/actor.ts';
import type { Handlers } from '#edge/call.ts';
import { ok } from '#edge/reply.ts';
import type { makeChooseDelivery } from '#functions/returns/application/choose-delivery.ts';
import type { DeliveryWays } from '#functions/returns/application/delivery-ways.ts';
import type { contract } from './contract.ts';
import { deliveryWaysView } from './ways-view.ts';

export const makeHandlers = (
  on: ReturnType<typeof makeChooseDelivery>,
): Handlers<typeof contract> => ({
  readOwnDelivery: async ({ headers }) => told(await on.waysOfMine(bearerOf(headers))),
  chooseOwnDelivery: async ({ idempotency, headers, body: asked }) => {
    const token = bearerOf(headers);
    const chosen = await on.chooseMine({ token, idempotency, asked });
    return ok(chosen);
  },
  readDeliveryWays: async ({ actor, params }) =>
    told(await on.ways(actor, params.dossierId as DossierId)),
  chooseDelivery: async ({
    actor,
    idempotency,
    params,
    body: { identityChecked: _, ...asked },
  }) => {
    const dossierId = params.dossierId as DossierId;
    const chosen = await on.choose({ actor, idempotency, dossierId, asked });
    return ok(chosen);
  },
});

const told = (ways: Outcome<DeliveryWays>) =>
  ways.ok
    ? ({ status: 200, about: [ways.value.dossierId], body: deliveryWaysView(ways.value) } as const)
    : ways;
