import { formatS10 } from '#domain/identifiers/s10.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Numbers, Taker } from '#ports/numbers.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

interface Leasing {
  readonly numbers: Numbers;
  readonly pools: readonly WaybillPool[];
}

/** Who leases: what will bear the number, and whether something bears one already. */
interface Bearer {
  readonly holder: Taker['holder'];
  readonly isBorne: (waybill: string) => Promise<boolean>;
}

/** A waybill of a pool that the carrier has given the post to use. */
export const nextWaybill = (
  { numbers, pools }: Leasing,
  carrier: string,
  bearer: Bearer,
): Promise<Outcome<string>> =>
  nextOf(
    numbers,
    pools.find((pool) => pool.carrier === carrier && pool.use === 'parcels'),
    bearer,
  );

/** The number of a Phiếu gửi: of a pool of its own, that no parcel uses up. */
export const nextSlipNumber = (
  { numbers, pools }: Leasing,
  bearer: Bearer,
): Promise<Outcome<string>> =>
  nextOf(
    numbers,
    pools.find(({ use }) => use === 'slips'),
    bearer,
  );

/** The series of a pool. */
export const poolSequence = ({ carrier, serviceIndicator, firstSerial }: WaybillPool): string =>
  `waybill#${carrier}#${serviceIndicator}${firstSerial}`;

const nextOf = async (
  numbers: Numbers,
  pool: WaybillPool | undefined,
  { holder, isBorne }: Bearer,
): Promise<Outcome<string>> => {
  if (!pool) return refuse({ code: 'carrier-unknown' });
  const waybillOf = (number: number) =>
    formatS10(pool.serviceIndicator, pool.firstSerial + number - 1);
  const series = poolSequence(pool);
  const size = pool.lastSerial - pool.firstSerial + 1;
  const isUsed = (number: number) =>
    number > size ? Promise.resolve(true) : isBorne(waybillOf(number));
  const number = await numbers.take({ series, holder, isUsed });
  return number > size ? refuse({ code: 'waybills-exhausted' }) : done(waybillOf(number));
};
