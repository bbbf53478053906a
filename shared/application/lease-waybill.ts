import { formatS10 } from '#domain/identifiers/s10.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { SequenceStep, UnitOfWork } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

export interface LeasedWaybill {
  readonly waybill: string;
  /** Committed with whatever bears the number: a number is used once and none is skipped. */
  readonly step: SequenceStep;
}

/** The next waybill of a pool that the carrier has given the post to use. */
export const nextWaybill = (
  ledger: UnitOfWork,
  pools: readonly WaybillPool[],
  carrier: string,
): Promise<Outcome<LeasedWaybill>> =>
  nextOf(
    ledger,
    pools.find((pool) => pool.carrier === carrier && pool.use === 'parcels'),
  );

/** The next number of a Phiếu gửi: of a pool of its own, that no parcel uses up. */
export const nextSlipNumber = (
  ledger: UnitOfWork,
  pools: readonly WaybillPool[],
): Promise<Outcome<LeasedWaybill>> =>
  nextOf(
    ledger,
    pools.find(({ use }) => use === 'slips'),
  );

/** How many numbers of a pool are given out, by name of its counter. */
export const poolSequence = ({ carrier, serviceIndicator, firstSerial }: WaybillPool): string =>
  `waybill#${carrier}#${serviceIndicator}${firstSerial}`;

const nextOf = async (
  ledger: UnitOfWork,
  pool: WaybillPool | undefined,
): Promise<Outcome<LeasedWaybill>> => {
  if (!pool) return refuse({ code: 'carrier-unknown' });
  const name = poolSequence(pool);
  const from = await ledger.sequence(name);
  const serial = pool.firstSerial + from;
  if (serial > pool.lastSerial) return refuse({ code: 'waybills-exhausted' });
  const waybill = formatS10(pool.serviceIndicator, serial);
  return done({ waybill, step: { name, from } });
};
