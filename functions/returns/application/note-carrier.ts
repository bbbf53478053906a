import { isPost, type Staff } from '#domain/actor/actor.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { CourierDesk } from '#functions/returns/ports/courier-desk.ts';
import { carrierCursorKind, shipmentKind } from '#functions/returns/records.ts';
import type { Clock } from '#ports/clock.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
  readonly desk: Pick<CourierDesk, 'carrier' | 'isConfigured'>;
}

/** Whether the carrier can be worked with; a change of that is kept, for people to see. */
export const makeNoteCarrier =
  ({ ledger, clock, desk }: Deps) =>
  async (): Promise<boolean> => {
    const isConfigured = await desk.isConfigured();
    const before = await ledger.record(carrierCursorKind, desk.carrier);
    const isNoted = before?.notConfiguredSince !== undefined;
    if (isConfigured !== isNoted) return isConfigured;
    const { notConfiguredSince: _, ...rest } = before ?? {
      id: desk.carrier,
      version: 0,
      lastId: 0,
    };
    const after = {
      ...rest,
      version: rest.version + 1,
      ...(!isConfigured && { notConfiguredSince: clock.now() }),
    };
    // Refused where another run noted it at the same time.
    await ledger.commit({ records: [recordWrite(carrierCursorKind, before, after)] });
    return isConfigured;
  };

export interface CarrierState {
  readonly carrier: string;
  readonly notConfiguredSince?: Instant;
  /** Parcels that the carrier has not been told of, counted up to a hundred. */
  readonly unannounced: number;
}

interface Reading {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly pools: readonly WaybillPool[];
}

const countedUpTo = 100;

/** Each carrier that has given us waybills: can it be worked with, and how much waits for it. */
export const makeReadCarriers =
  ({ ledger, index, pools }: Reading) =>
  async (actor: Staff): Promise<readonly CarrierState[]> => {
    if (!isPost(actor) && actor.role !== 'supervisor') return [];
    const carriers = [
      ...new Set(pools.filter(({ use }) => use === 'parcels').map(({ carrier }) => carrier)),
    ];
    return Promise.all(
      carriers.map(async (carrier) => {
        const [cursor, { items }] = await Promise.all([
          ledger.record(carrierCursorKind, carrier),
          index.listed(shipmentKind, carrier, { limit: countedUpTo }),
        ]);
        const since = cursor?.notConfiguredSince;
        return {
          carrier,
          unannounced: items.length,
          ...(since !== undefined && { notConfiguredSince: since }),
        };
      }),
    );
  };
