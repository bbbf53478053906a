import { formatS10 } from '#domain/identifiers/s10.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Numbers, Taker } from '#ports/numbers.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

interface Leasing {
  readonly numbers: Numbers;
  readonly pools: readonly WaybillPool[];
}

/** Who leases, and what bears a number already. */
interface Bearer {
  readonly holder: Taker['holder'];
  readonly bearerOf: (waybill: string) => Promise<string | undefined>;
}

/** The numbers that a carrier has given the post to use for parcels. */
export const parcelPool = (
  pools: readonly WaybillPool[],
  carrier: string,
): Outcome<WaybillPool> => {
  const pool = pools.find((each) => each.carrier === carrier && each.use === 'parcels');
  return pool ? done(pool) : refuse({ code: 'carrier-unknown' });
};

/** A waybill of a pool. */
export const nextWaybill = (
  { numbers }: Pick<Leasing, 'numbers'>,
  pool: WaybillPool,
  bearer: Bearer,
): Promise<Outcome<string>> => nextOf(numbers, pool, bearer);

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
  { holder, bearerOf }: Bearer,
): Promise<Outcome<string>> => {
  if (!pool) return refuse({ code: 'carrier-unknown' });
  const waybillOf = (number: number) =>
    formatS10(pool.serviceIndicator, pool.firstSerial + number - 1);
  const series = poolSequence(pool);
  const size = pool.lastSerial - pool.firstSerial + 1;
  const number = await numbers.take({
    series,
    holder,
    bearerOf: async (taken) => (taken > size ? 'nobody' : bearerOf(waybillOf(taken))),
  });
  return number > size ? refuse({ code: 'waybills-exhausted' }) : done(waybillOf(number));
};
