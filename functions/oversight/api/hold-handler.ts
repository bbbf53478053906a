import type * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { HeldDossier, makeWorkHolds } from '#functions/oversight/application/work-holds.ts';
import type { HeldView, holdContract } from './hold-contract.ts';

export interface HoldUseCases {
  readonly holds: ReturnType<typeof makeWorkHolds>;
}

const heldView = ({ hold, ...dossier }: HeldDossier): z.output<typeof HeldView> => ({
  ...dossier,
  ...(hold && { hold: { ...hold, laidAt: isoVietnam(hold.laidAt) } }),
});

export const holdHandlers = ({ holds }: HoldUseCases): Handlers<typeof holdContract> => ({
  layHold: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return shown(await holds.lay({ actor, idempotency, dossierId, ...body }), heldView, 200);
  },
  liftHold: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return shown(await holds.lift({ actor, idempotency, dossierId, ...body }), heldView, 200);
  },
  listHolds: async ({ query: { limit, after } }) => {
    const { items, next } = await holds.list({ limit, ...(after !== undefined && { after }) });
    return {
      status: 200,
      body: { items: items.map(heldView), ...(next !== undefined && { next }) },
    };
  },
});
